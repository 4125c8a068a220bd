package dev.waystation.platform.engagement.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import dev.waystation.journey.Bucket;
import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.engagement.audience.Audiences;
import dev.waystation.platform.engagement.audience.SeedAudience;
import dev.waystation.platform.engagement.journey.usecase.AdvanceDueEnrolments;
import dev.waystation.platform.engagement.playbook.model.Launch;
import dev.waystation.platform.engagement.playbook.model.Parameter;
import dev.waystation.platform.engagement.playbook.model.Playbook;
import dev.waystation.platform.engagement.playbook.usecase.LaunchPlaybook;
import dev.waystation.platform.engagement.playbook.usecase.PlaybookShelf;
import dev.waystation.platform.engagement.playbook.usecase.ShowLaunches;
import dev.waystation.platform.engagement.playbook.usecase.StopLaunch;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.wiring.WorldClock;
import dev.waystation.platform.members.benefits.Campaigns;
import dev.waystation.platform.members.benefits.usecase.DraftCampaign;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.People;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.testkit.Capability;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Every playbook of the gallery can be launched as it stands; one is followed to its result. */
@PlatformIT
class PlaybookIT {

    @Autowired PlaybookShelf shelf;
    @Autowired LaunchPlaybook launch;
    @Autowired StopLaunch stop;
    @Autowired ShowLaunches show;
    @Autowired Audiences audiences;
    @Autowired SeedAudience seed;
    @Autowired AdvanceDueEnrolments advance;
    @Autowired Members members;
    @Autowired Points points;
    @Autowired DraftCampaign campaigns;
    @Autowired WorldClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired MockMvc mvc;

    @Test
    @Capability("JRN-18")
    void thereAreTwoDozenAndMoreAndEachRunsWithTheValuesOfTheBook() {
        seed.readyMade();
        assertThat(shelf.all()).hasSizeGreaterThanOrEqualTo(24);
        assertThat(shelf.all()).extracting(Playbook::code).doesNotHaveDuplicates();
        String coupon = Campaigns.anyLive(campaigns, clock);
        String segment =
                PublicId.encode(
                        "seg",
                        audiences.publish(
                                Said.same("playbook test " + System.nanoTime()),
                                Map.of("$and", List.of(Map.of("age", Map.of("$gte", 150))))));
        for (Playbook book : shelf.all()) {
            assertThat(book.card().purpose().zh()).isNotBlank();
            LaunchPlaybook.Outcome outcome =
                    launch.handle(
                            new LaunchPlaybook.Command(
                                    book.code(), missing(book, coupon, segment), "test"));
            assertThat(outcome).as(book.code()).isInstanceOf(LaunchPlaybook.Outcome.Launched.class);
            stop.handle(((LaunchPlaybook.Outcome.Launched) outcome).launch().launchId(), "test");
        }
    }

    @Test
    void thoseOnTheListGetPointsAndAWordButThreeOfTenWhoOnlyWatch() {
        List<Long> listed = veryOldMembers(40);
        Launch launched =
                ((LaunchPlaybook.Outcome.Launched)
                                launch.handle(
                                        new LaunchPlaybook.Command(
                                                "delay-apology",
                                                Map.of(
                                                        "segment",
                                                        segmentOf(listed),
                                                        "points",
                                                        80,
                                                        "control",
                                                        30,
                                                        "train",
                                                        "G7"),
                                                "test")))
                        .launch();
        while (advance.handle(clock.instant()) > 0) {
            // until nobody is due
        }
        String trial = String.valueOf(launched.trialKey());
        long watching =
                listed.stream()
                        .filter(id -> Bucket.of(trial, PublicId.encode("mbr", id)) < 3_000)
                        .count();
        ShowLaunches.Result result = show.one(launched.launchId()).orElseThrow();
        assertThat(result.entered()).isEqualTo(40);
        assertThat(result.control().members()).isEqualTo(watching).isBetween(1L, 39L);
        assertThat(result.offer().members()).isEqualTo(40 - watching);
        for (long id : listed) {
            boolean watches = Bucket.of(trial, PublicId.encode("mbr", id)) < 3_000;
            assertThat(points.balance(id, Points.POINTS).spendable()).isEqualTo(watches ? 0 : 80);
        }
        assertThat(stop.handle(launched.launchId(), "test").orElseThrow().stoppedAt()).isNotNull();
    }

    @Test
    void overTheInterfaceItIsPreviewedLaunchedListedAndStoppedAndBadValuesAreNamed()
            throws Exception {
        seed.readyMade();
        mvc.perform(get("/v1/playbooks").with(SignIn.role("operations")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[0].card.purpose.zh").isNotEmpty());
        mvc.perform(call("/v1/playbooks/churn-warning:preview", "{\"points\": 20}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.audience.sentence.zh").isNotEmpty())
                .andExpect(jsonPath("$.each").value(20));
        mvc.perform(call("/v1/playbooks/churn-warning:launch", "{\"points\": 0}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.values.field").value("values.points"));
        mvc.perform(call("/v1/playbooks/dormant-90:launch", "{\"coupon\": \"cmp_none\"}"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.code").value("PLAYBOOK_DOES_NOT_FIT"));
        assertThat(madeFor("play-dormant-90-")).as("what was refused leaves no part").isZero();
        mvc.perform(
                        call(
                                "/v1/playbooks/rainy-day:launch",
                                "{\"segment\": \"x\", \"coupon\": \"y\"}"))
                .andExpect(jsonPath("$.code").value("UNKNOWN_SEGMENT"));
        mvc.perform(call("/v1/playbooks/no-such-book:launch", "{}"))
                .andExpect(status().isNotFound());
        String id =
                JsonPath.read(
                        mvc.perform(call("/v1/playbooks/churn-warning:launch", "{\"points\": 20}"))
                                .andExpect(status().isCreated())
                                .andExpect(jsonPath("$.journey").isNotEmpty())
                                .andReturn()
                                .getResponse()
                                .getContentAsString(),
                        "$.id");
        mvc.perform(call("/v1/playbook-launches/" + id + ":stop", ""))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.stoppedAt").isNotEmpty());
        mvc.perform(get("/v1/playbook-launches").with(SignIn.role("operations")))
                .andExpect(jsonPath("$.items[0].id").isNotEmpty());
    }

    private static MockHttpServletRequestBuilder call(String path, String values) {
        var call = post(path).with(SignIn.role("operations"));
        return values.isEmpty()
                ? call
                : call.contentType(MediaType.APPLICATION_JSON)
                        .content("{\"values\": " + values + "}");
    }

    /** Journeys, texts and experiments of launches that are no launches. */
    private long madeFor(String code) {
        return jdbc.sql(
                        """
                        select (select count(*) from journey.definition where code like :code
                                  and journey_id not in (select journey_id from playbook.launch))
                             + (select count(*) from experiment.trial t where t.trial_key like :code
                                  and not exists (select from playbook.launch l
                                                  where l.trial_key = t.trial_key))
                        """)
                .param("code", code + "%")
                .query(Long.class)
                .single();
    }

    private static Map<String, Object> missing(Playbook book, String coupon, String segment) {
        var values = new HashMap<String, Object>();
        for (Parameter parameter : book.parameters()) {
            switch (parameter.kind()) {
                case COUPON -> values.put(parameter.key(), coupon);
                case SEGMENT -> values.put(parameter.key(), segment);
                default -> {}
            }
        }
        return values;
    }

    private List<Long> veryOldMembers(int count) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai"));
        List<Long> ids =
                LongStream.range(0, count)
                        .map(_ -> members.register(People.born(LocalDate.of(1891, 1, 1))).value())
                        .boxed()
                        .toList();
        seed.load(
                ids.stream()
                        .map(id ->
                                new SeedAudience.Traits(
                                        id,
                                        LocalDate.of(1891, 1, 1),
                                        "female",
                                        "340100",
                                        today.minusDays(400),
                                        null,
                                        List.of("sms"),
                                        List.of(),
                                        List.of("sms"),
                                        null,
                                        0)),
                Stream.empty());
        return ids;
    }

    /** Nobody else is as old as they are. */
    private String segmentOf(List<Long> ids) {
        long segment =
                audiences.publish(
                        Said.same("the very old " + System.nanoTime()),
                        Map.of("$and", List.of(Map.of("age", Map.of("$gte", 130)))));
        assertThat(ids).isNotEmpty();
        return PublicId.encode("seg", segment);
    }
}
