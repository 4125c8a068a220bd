package dev.waystation.platform.engagement.audience.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.engagement.audience.SeedAudience;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.foundation.jobs.Jobs;
import dev.waystation.platform.members.loyalty.facts.TierChanged;
import dev.waystation.testkit.Capability;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;

/** Segments that ask for segments, and segments that change while they are in use. */
@PlatformIT
class NestedSegmentsIT {

    private static final String GOLD = "{\"tier\": {\"$eq\": \"nested-gold\"}}";

    @Autowired private MockMvc mvc;
    @Autowired private SeedAudience seed;
    @Autowired private FactLog facts;
    @Autowired private FactPump pump;
    @Autowired private Jobs jobs;
    @Autowired private JdbcClient jdbc;
    @Autowired private TransactionTemplate transaction;
    @Autowired private Clock clock;

    @Test
    @Capability("SEG-05")
    void anAskingSegmentFollowsTheStoredMembersOfTheAskedAndACircleIsRefused() throws Exception {
        long member = 739_000_001L;
        seed.load(Stream.of(traits(member)), Stream.of());
        String asked = published(GOLD);
        String asking = published(in(asked));
        String outer = published("{\"$and\": [" + in(asking) + ", {\"age\": {\"$gte\": 18}}]}");

        tier(member, "nested-gold");
        for (String segment : List.of(asked, asking, outer)) {
            assertThat(changes(segment)).containsExactly(member + " entered TierChanged");
        }
        send("/v1/segments:count", "{\"condition\": " + in(outer) + "}")
                .andExpect(jsonPath("$.count").value(1))
                .andExpect(jsonPath("$.faces.sql", containsString("audience.segment_member")));
        send("/v1/segments/" + asked + ":edit", "{\"condition\": " + in(outer) + "}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("SEGMENTS_IN_A_CIRCLE"));
        send("/v1/segments/" + asked + ":edit", "{\"condition\": " + in(asked) + "}")
                .andExpect(jsonPath("$.code").value("SEGMENTS_IN_A_CIRCLE"));

        tier(member, "nested-silver");
        assertThat(changes(outer))
                .containsExactly(member + " entered TierChanged", member + " left TierChanged");
    }

    @Test
    @Capability("SEG-12")
    void anEditMovesExactlyThoseItMovesSaysEditAndStartsNoJourney() throws Exception {
        long leaves = 739_000_010L;
        long stays = 739_000_011L;
        long enters = 739_000_012L;
        seed.load(Stream.of(traits(leaves), traits(stays), traits(enters)), Stream.of());
        tier(leaves, "nested-gold");
        tier(stays, "nested-gold");
        tier(enters, "nested-silver");
        jdbc.sql("update audience.member_trait set points = 77 where member_id = any(:m)")
                .param("m", new Long[] {stays, enters})
                .update();
        String segment =
                published("{\"$and\": [" + GOLD + ", {\"gender\": {\"$eq\": \"female\"}}]}");
        String next = "{\"points\": {\"$eq\": 77}}";
        send("/v1/segments/" + segment + ":edit", "{\"condition\": " + next + "}")
                .andExpect(status().isAccepted());
        jobs.awaitAll();

        assertThat(changes(segment))
                .contains(leaves + " left edit", enters + " entered edit")
                .doesNotContain(stays + " left edit", stays + " entered edit");
        mvc.perform(get("/v1/segments/" + segment).with(SignIn.staff("segments.read")))
                .andExpect(jsonPath("$.version").value(2))
                .andExpect(jsonPath("$.condition.points.$eq").value(77));
        mvc.perform(get("/v1/segments/" + segment + "/changes").with(SignIn.staff("segments.read")))
                .andExpect(jsonPath("$.items[0].kind").value("edit"));
        assertThat(causes(enters, segment)).containsExactly("edit");
        tier(leaves, "nested-silver");
        assertThat(changes(segment)).doesNotContain(leaves + " entered TierChanged");
    }

    /** As the facts tell journeys, who let such causes in only when they are asked to. */
    private List<String> causes(long member, String segment) {
        return jdbc.sql(
                        """
                        select body ->> 'cause' from foundation.fact
                        where type = 'audience.SegmentEntered' and subject = :member
                          and cast(body ->> 'segmentId' as bigint) = :segment
                        """)
                .param("member", member)
                .param("segment", PublicId.decode("seg", segment))
                .query((row, _) -> row.getString(1))
                .list();
    }

    private List<String> changes(String segment) {
        return jdbc.sql(
                        """
                        select member_id || ' ' || direction || ' ' || cause
                        from audience.segment_change where segment_id = :segment
                          and member_id between 739000000 and 739999999 and kind <> 'published'
                        order by change_id
                        """)
                .param("segment", PublicId.decode("seg", segment))
                .query((row, _) -> row.getString(1))
                .list();
    }

    private void tier(long member, String tier) {
        var change = new TierChanged(member, "none", tier, "test", "", clock.instant());
        transaction.executeWithoutResult(_ -> facts.append(change));
        pump.drain();
    }

    private static String in(String segment) {
        return "{\"segments\": {\"$in\": [\"" + segment + "\"]}}";
    }

    private String published(String condition) throws Exception {
        String body =
                send(
                                "/v1/segments",
                                "{\"name\": \"%s\", \"condition\": %s}"
                                        .formatted(UUID.randomUUID(), condition))
                        .andExpect(status().isCreated())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        String id = JsonPath.read(body, "$.id");
        send("/v1/segments/" + id + ":publish", "{}").andExpect(status().isOk());
        return id;
    }

    private ResultActions send(String path, String body) throws Exception {
        return mvc.perform(
                post(path)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body)
                        .with(SignIn.staff("segments.read", "segments.write")));
    }

    private static SeedAudience.Traits traits(long id) {
        return new SeedAudience.Traits(
                id,
                LocalDate.of(1990, 1, 1),
                "female",
                "WUH",
                LocalDate.of(2026, 1, 1),
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                0);
    }
}
