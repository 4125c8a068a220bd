package dev.waystation.platform.engagement.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.engagement.audience.Audiences;
import dev.waystation.platform.engagement.audience.SeedAudience;
import dev.waystation.platform.engagement.journey.usecase.AdvanceDueEnrolments;
import dev.waystation.platform.engagement.messaging.usecase.DeliverDueMessages;
import dev.waystation.platform.engagement.playbook.model.Launch;
import dev.waystation.platform.engagement.playbook.usecase.LaunchPlaybook;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.jobs.Jobs;
import dev.waystation.platform.foundation.wiring.VenueZone;
import dev.waystation.platform.foundation.wiring.WorldClock;
import dev.waystation.platform.members.benefits.Campaigns;
import dev.waystation.platform.members.benefits.usecase.DraftCampaign;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.People;
import dev.waystation.platform.members.membership.usecase.ChangeConsents;
import dev.waystation.testkit.Capability;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** A launch late in the evening whose message waits for the morning, stopped before it leaves. */
@PlatformIT
class StoppedLaunchIT {

    private static final LocalDate BORN = LocalDate.of(1903, 1, 1);

    @Autowired LaunchPlaybook launch;
    @Autowired Audiences audiences;
    @Autowired SeedAudience seed;
    @Autowired AdvanceDueEnrolments advance;
    @Autowired DeliverDueMessages deliver;
    @Autowired DraftCampaign campaigns;
    @Autowired Members members;
    @Autowired ChangeConsents consents;
    @Autowired Jobs jobs;
    @Autowired WorldClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired MockMvc mvc;

    private long member;
    private Launch launched;

    @BeforeEach
    void aMessageIsHeldOvernight() {
        clockTo(LocalTime.of(23, 0));
        member = members.register(People.born(BORN)).value();
        consents.handle(
                new ChangeConsents.Command(
                        member,
                        List.of(new ChangeConsents.Choice("sms", "marketing", true)),
                        "member"));
        LocalDate today = clock.instant().atZone(VenueZone.DEFAULT).toLocalDate();
        seed.load(
                Stream.of(
                        new SeedAudience.Traits(
                                member,
                                BORN,
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
        long segment =
                audiences.publish(
                        Said.same("aged as nobody else " + System.nanoTime()),
                        Map.of(
                                "$and",
                                List.of(
                                        Map.of("age", Map.of("$gte", 120)),
                                        Map.of("age", Map.of("$lt", 130)))));
        LaunchPlaybook.Outcome outcome =
                launch.handle(
                        new LaunchPlaybook.Command(
                                "rainy-day",
                                Map.of(
                                        "segment",
                                        PublicId.encode("seg", segment),
                                        "coupon",
                                        Campaigns.anyLive(campaigns, clock),
                                        "channel",
                                        "sms",
                                        "control",
                                        0),
                                "test"));
        launched = ((LaunchPlaybook.Outcome.Launched) outcome).launch();
        advanceAll();
        assertThat(message()).isEqualTo("delayed");
    }

    @Test
    @Capability("JRN-18")
    void whatWasHeldBackDoesNotLeaveWhoWasInsideIsOutAndNobodyResumesIt() throws Exception {
        String journey = PublicId.encode("jrn", launched.journeyId());
        mvc.perform(
                        post(
                                        "/v1/playbook-launches/{id}:stop",
                                        PublicId.encode("lch", launched.launchId()))
                                .with(SignIn.role("operations")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.stoppedAt").isNotEmpty());
        jobs.awaitAll();
        assertThat(message()).isEqualTo("withheld RECALLED");
        mvc.perform(
                        post("/v1/campaign-journeys/{id}:resume", journey)
                                .with(SignIn.role("operations")))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("JOURNEY_IS_NOT_PAUSED"));
        mvc.perform(get("/v1/campaign-journeys/{id}", journey).with(SignIn.role("operations")))
                .andExpect(jsonPath("$.state").value("stopped"))
                .andExpect(jsonPath("$.active").value(0));
        inTheMorning();
        assertThat(message()).isEqualTo("withheld RECALLED");
    }

    @Test
    void leftAloneItLeavesInTheMorning() {
        inTheMorning();
        assertThat(message()).doesNotStartWith("delayed").doesNotStartWith("withheld");
    }

    private void inTheMorning() {
        clockTo(LocalTime.of(9, 0));
        advanceAll();
        while (deliver.handle(clock.instant()) > 0) {
            // until nothing is due
        }
    }

    /** Tests share one clock that only goes forward. */
    private void clockTo(LocalTime time) {
        ZonedDateTime now = clock.instant().atZone(VenueZone.DEFAULT);
        ZonedDateTime then = now.with(time);
        clock.advance(Duration.between(now, then.isAfter(now) ? then : then.plusDays(1)));
    }

    private void advanceAll() {
        while (advance.handle(clock.instant()) > 0) {
            // until nobody is due
        }
    }

    private String message() {
        return jdbc.sql(
                        """
                        select status || coalesce(' ' || reason, '') from messaging.message
                        where member_id = :member and source =
                            (select 'journey/' || code from journey.definition where journey_id = :journey)
                        """)
                .param("member", member)
                .param("journey", launched.journeyId())
                .query(String.class)
                .single();
    }
}
