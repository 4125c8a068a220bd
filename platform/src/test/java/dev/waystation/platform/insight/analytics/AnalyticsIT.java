package dev.waystation.platform.insight.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.engagement.audience.SeedAudience;
import dev.waystation.platform.engagement.journey.SeedJourneys;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.foundation.facts.FactTypes;
import dev.waystation.platform.insight.analytics.model.Event;
import dev.waystation.platform.insight.analytics.model.Meaning;
import dev.waystation.platform.insight.analytics.model.TimelineSentences;
import dev.waystation.platform.insight.analytics.usecase.CountFacts;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.People;
import dev.waystation.platform.members.membership.Registration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@PlatformIT
class AnalyticsIT {

    @Autowired CountFacts count;
    @Autowired SeedAnalytics seed;
    @Autowired Members members;
    @Autowired FactLog facts;
    @Autowired FactTypes types;
    @Autowired FactPump pump;
    @Autowired SeedAudience audience;
    @Autowired SeedJourneys journeys;
    @Autowired JdbcClient jdbc;
    @Autowired MockMvc mvc;

    private long figure(LocalDate day, String measure) {
        return jdbc.sql(
                        "select coalesce(sum(value), 0) from analytics.daily where day = :day and"
                                + " measure = :measure")
                .param("day", day)
                .param("measure", measure)
                .query(Long.class)
                .single();
    }

    @Test
    void aFactIsOneLineOfTheTimelineAndOneStepOfTheFigure() throws Exception {
        Registration given = People.born(LocalDate.of(1990, 1, 1));
        long member = members.register(given).value();
        pump.drain();
        pump.drain();
        mvc.perform(
                        get("/v1/members/{id}/timeline", PublicId.encode("mbr", member))
                                .with(SignIn.role("operations")))
                .andExpect(status().isOk())
                // Ready tags of other tests may add lines of their own.
                .andExpect(jsonPath("$.items[?(@.kind == 'registered')]", hasSize(1)))
                .andExpect(jsonPath("$.items[?(@.kind == 'registered')].title.zh").value("注册成为会员"));
        mvc.perform(get("/v1/search").param("q", given.phone()).with(SignIn.role("operations")))
                .andExpect(jsonPath("$", hasSize(1)))
                .andExpect(
                        jsonPath("$[0].href").value("/members/" + PublicId.encode("mbr", member)));
        mvc.perform(get("/v1/search").param("q", given.phone()).with(SignIn.role("gate")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$", hasSize(0)));
    }

    @Test
    void revenueIsFaresLessRefundsOnTheDayInTheVenuesZone() {
        LocalDate day = LocalDate.of(2031, 3, 2);
        Instant lateOnTheFirstInUtc = Instant.parse("2031-03-01T16:30:00Z");
        count.handle(
                List.of(
                        new Event(
                                9_000_001,
                                "booking.TicketIssued",
                                lateOnTheFirstInUtc,
                                Map.of("fareMinor", 55_300, "departs", "2031-03-05T01:00:00Z")),
                        new Event(
                                9_000_002,
                                "booking.TicketRefunded",
                                lateOnTheFirstInUtc,
                                Map.of("refundMinor", 50_000))));
        assertThat(figure(day, "tickets_sold")).isEqualTo(1);
        assertThat(figure(day, "revenue_minor")).isEqualTo(5_300);
        assertThat(figure(LocalDate.of(2031, 3, 5), "departing_tickets")).isEqualTo(1);
    }

    @Test
    void historyFromBeforeTheLogIsSetOnceAndShown() throws Exception {
        LocalDate day = LocalDate.of(2020, 5, 1);
        var figures = List.of(new SeedAnalytics.Day(day, Map.of("tickets_sold", 41L)));
        seed.figures(figures);
        seed.figures(figures);
        assertThat(figure(day, "tickets_sold")).isEqualTo(41);
        long member = members.register(People.born(LocalDate.of(1990, 1, 1))).value();
        seed.history(
                Stream.of(
                        new SeedAnalytics.Past(
                                member,
                                Instant.parse("2025-05-01T04:00:00Z"),
                                "trip_completed",
                                Map.of(
                                        "fromStation",
                                        "Q9A",
                                        "toStation",
                                        "Q9B",
                                        "seatClass",
                                        "second"))));
        mvc.perform(
                        get("/v1/members/{id}/timeline", PublicId.encode("mbr", member))
                                .with(SignIn.role("operations")))
                .andExpect(jsonPath("$.items[0].detail.en").value("Q9A → Q9B · Second class"));
    }

    @Test
    void everyRoleHasAHomeWithFourteenDaysBehindEachFigure() throws Exception {
        for (String role :
                List.of(
                        "administrator",
                        "operations",
                        "ticket_window",
                        "gate",
                        "finance",
                        "executive",
                        "auditor")) {
            mvc.perform(get("/v1/home").with(SignIn.role(role)))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.cards[0].trend", hasSize(14)))
                    .andExpect(jsonPath("$.cards[0].href").isNotEmpty())
                    .andExpect(jsonPath("$.cards[0].asOf").isNotEmpty());
        }
    }

    @Test
    void everyFactThatIsCountedIsAnArrowTheModuleDeclares() {
        assertThat(types.heardBy(SeedAnalytics.class).keySet()).containsAll(Meaning.types());
        assertThat(types.heardBy(Members.class)).as("membership declares to hear nobody").isEmpty();
    }

    @Test
    void theSearchBoxFindsSegmentsAndJourneysByNameForThoseWhoMaySeeThem() throws Exception {
        audience.readyMade();
        journeys.seed();
        mvc.perform(get("/v1/search").param("q", "沉睡").with(SignIn.role("operations")))
                .andExpect(jsonPath("$[?(@.kind == 'segment')].title.zh").value("沉睡高价值会员"))
                .andExpect(jsonPath("$[?(@.kind == 'journey')].title.zh").value("90 天沉睡唤醒"));
        mvc.perform(get("/v1/search").param("q", "沉睡").with(SignIn.role("gate")))
                .andExpect(jsonPath("$", hasSize(0)));
    }

    @Test
    void linesSayNamesInsteadOfCodes() throws Exception {
        audience.readyMade();
        long member = members.register(People.born(LocalDate.of(1950, 1, 1))).value();
        pump.drain();
        pump.drain();
        mvc.perform(
                        get("/v1/members/{id}/timeline", PublicId.encode("mbr", member))
                                .with(SignIn.role("operations")))
                .andExpect(
                        jsonPath("$.items[?(@.title.zh == '获得标签“长者”')].detail.en")
                                .value("After registering"))
                .andExpect(
                        jsonPath("$.items[?(@.title.en == 'Got the tag “Senior”')].why")
                                .isNotEmpty());
    }

    @Test
    void everyKindOfLineHasWords() {
        assertThat(Meaning.types())
                .allSatisfy(type ->
                        assertThat(
                                        TimelineSentences.knows(
                                                Meaning.kind(
                                                        new Event(
                                                                1, type, Instant.EPOCH, Map.of()))))
                                .isTrue());
    }
}
