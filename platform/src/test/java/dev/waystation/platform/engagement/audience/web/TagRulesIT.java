package dev.waystation.platform.engagement.audience.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.engagement.audience.MemberTag;
import dev.waystation.platform.engagement.audience.SeedAudience;
import dev.waystation.platform.engagement.audience.Tags;
import dev.waystation.platform.engagement.audience.store.TagStore;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.foundation.jobs.Jobs;
import dev.waystation.platform.selling.admission.facts.TripCompleted;
import dev.waystation.testkit.Capability;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;

/** Rules of tags that operators write, and where each tag of a member came from. */
@PlatformIT
class TagRulesIT {

    private static final String RULE =
            """
            {"name": {"zh": "一等座新客", "en": "New to first class"}, "group": "travel",
             "reason": "spring campaign", "condition": {"$and": [
                {"gender": {"$eq": "female"}},
                {"$did": {"event": "trip.completed", "atLeast": %d, "withinDays": 30,
                          "where": {"seatClass": "first"}}}]}}
            """;

    @Autowired private MockMvc mvc;
    @Autowired private SeedAudience seed;
    @Autowired private Tags tags;
    @Autowired private TagStore ready;
    @Autowired private Jobs jobs;
    @Autowired private FactLog facts;
    @Autowired private FactPump pump;
    @Autowired private JdbcClient jdbc;
    @Autowired private TransactionTemplate transaction;
    @Autowired private Clock clock;

    private final String code = "it_" + Long.toString(System.nanoTime(), 36);
    private final long member = 737_000_000L + ThreadLocalRandom.current().nextInt(900_000);

    @AfterEach
    void leaveNoRuleBehind() {
        jdbc.sql("delete from audience.tag where code = :code").param("code", code).update();
    }

    @Test
    @Capability("TAG-02")
    @Capability("TAG-05")
    void aRuleTagsInTheTransactionThatHearsOfTheEventAndEveryStretchNamesItsVersion()
            throws Exception {
        seed.load(Stream.of(traits()), Stream.of());
        rule(RULE.formatted(1)).andExpect(jsonPath("$.version").value(1));
        assertThat(carried()).isEmpty();

        travel();
        pump.drain();
        assertThat(carried()).as("no timer ran").contains(code);
        assertThat(stretches()).containsExactly("TripCompleted v1");

        rule(RULE.formatted(2)).andExpect(jsonPath("$.version").value(2));
        assertThat(carried()).as("one trip is not enough any more").isEmpty();
        travel();
        pump.drain();
        assertThat(stretches())
                .containsExactlyInAnyOrder("TripCompleted v1, edit v2", "TripCompleted v2");
        mvc.perform(get("/v1/tags/" + code + "/rules").with(SignIn.staff("segments.read")))
                .andExpect(jsonPath("$.items[*].version", org.hamcrest.Matchers.contains(2, 1)))
                .andExpect(jsonPath("$.items[0].by").value("staff:1"))
                .andExpect(jsonPath("$.items[0].rule.zh", containsString("2 次")));
        mvc.perform(get("/v1/audit").with(SignIn.role("auditor")))
                .andExpect(content().string(containsString(code + " v2 · spring campaign")));
    }

    @Test
    @Capability("TAG-05")
    void aTagOfAHandKeepsWhoSetItAndWhoTookItAwayAndTheTrailSaysIt() throws Exception {
        seed.load(Stream.of(traits()), Stream.of());
        send(
                        "/v1/tags",
                        """
                        {"code": "%s", "name": {"zh": "手工", "en": "By hand"}, "group": "service"}
                        """
                                .formatted(code))
                .andExpect(status().isCreated());
        String body =
                "{\"members\": [\"%s\"], \"reason\": \"asked at the desk\"}"
                        .formatted(PublicId.encode("mbr", member));
        send("/v1/tags/" + code + ":add", body).andExpect(status().isOk());
        send("/v1/tags/" + code + ":remove", body).andExpect(status().isOk());
        assertThat(stretches()).containsExactly("staff:1 by hand, staff:1 by hand");
        pump.drain();
        mvc.perform(get("/v1/audit").with(SignIn.role("auditor")))
                .andExpect(content().string(containsString(code + " × 1 · asked at the desk")));
        send("/v1/tags/" + code + ":rule", RULE.formatted(1))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("TAG_IS_SET_BY_HAND"));
    }

    @Test
    @Capability("TAG-05")
    void theFirstEditOfAReadyMadeTagKeepsTheRuleItCameWith() throws Exception {
        transaction.executeWithoutResult(_ ->
                ready.define(
                        new TagStore.Tag(
                                code,
                                Said.same("ready"),
                                "travel",
                                Map.of("gender", Map.of("$eq", "male")))));
        rule(RULE.formatted(1)).andExpect(jsonPath("$.version").value(2));
        mvc.perform(get("/v1/tags/" + code + "/rules").with(SignIn.staff("segments.read")))
                .andExpect(jsonPath("$.items[*].version", org.hamcrest.Matchers.contains(2, 1)))
                .andExpect(jsonPath("$.items[1].by").value("system"))
                .andExpect(jsonPath("$.items[1].rule.en", containsString("gender")));
    }

    @Test
    void aRuleThatAsksForTagsIsRefused() throws Exception {
        send(
                        "/v1/tags/" + code + ":rule",
                        """
                        {"name": {"zh": "一", "en": "one"}, "group": "travel",
                         "reason": "spring campaign", "condition": {"tags": {"$in": ["senior"]}}}
                        """)
                .andExpect(status().isBadRequest());
    }

    private void travel() {
        long ticket = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
        var trip =
                new TripCompleted(
                        ticket,
                        member,
                        1,
                        "first",
                        55_300,
                        false,
                        false,
                        "WUH",
                        "CAN",
                        clock.instant());
        transaction.executeWithoutResult(_ -> facts.append(trip));
    }

    private List<String> carried() {
        return tags.ofMember(member).stream().map(MemberTag::code).filter(code::equals).toList();
    }

    /** What set the tag and what ended it, each with the version of the rule. */
    private List<String> stretches() throws Exception {
        String body =
                mvc.perform(
                                get("/v1/members/"
                                                + PublicId.encode("mbr", member)
                                                + "/tag-history")
                                        .with(SignIn.staff("members.read")))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        List<Map<String, Object>> items =
                JsonPath.read(body, "$.items[?(@.tag == '" + code + "')]");
        return items.stream()
                .map(each ->
                        each.get("cause")
                                + by(each.get("ruleVersion"))
                                + (each.get("endedAt") == null
                                        ? ""
                                        : ", "
                                                + each.get("endCause")
                                                + by(each.get("endRuleVersion"))))
                .toList();
    }

    private static String by(@org.jspecify.annotations.Nullable Object version) {
        return version == null ? " by hand" : " v" + version;
    }

    /** In force, and everybody looked at. */
    private ResultActions rule(String body) throws Exception {
        ResultActions answer =
                send("/v1/tags/" + code + ":rule", body)
                        .andExpect(status().isOk())
                        .andExpect(jsonPath("$.job.state").value("queued"));
        jobs.awaitAll();
        return answer;
    }

    private ResultActions send(String path, String body) throws Exception {
        return mvc.perform(
                post(path)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body)
                        .with(SignIn.staff("segments.read", "segments.write")));
    }

    private SeedAudience.Traits traits() {
        return new SeedAudience.Traits(
                member,
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
