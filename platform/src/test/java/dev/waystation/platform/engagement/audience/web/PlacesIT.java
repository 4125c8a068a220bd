package dev.waystation.platform.engagement.audience.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.waystation.condition.ConditionReader;
import dev.waystation.condition.Evaluator;
import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.engagement.audience.MemberTag;
import dev.waystation.platform.engagement.audience.Portraits;
import dev.waystation.platform.engagement.audience.Tags;
import dev.waystation.platform.engagement.audience.usecase.FlipMembers;
import dev.waystation.platform.engagement.events.usecase.KeepSources;
import dev.waystation.platform.engagement.events.usecase.PublishSchema;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.foundation.jobs.Jobs;
import dev.waystation.platform.foundation.wiring.VenueZone;
import dev.waystation.platform.foundation.wiring.WorldClock;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.People;
import dev.waystation.platform.selling.admission.facts.TripCompleted;
import dev.waystation.platform.selling.catalogue.City;
import dev.waystation.platform.selling.catalogue.Timetables;
import dev.waystation.testkit.Capability;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Where members were, live and travel, as segments, tags and journeys ask for it. */
@PlatformIT
class PlacesIT {

    private static final double EAST = 121.66;
    private static final Map<String, Object> PARK =
            Map.of("latitude", 31.144, "longitude", EAST, "metres", 500, "zh", "乐园", "en", "park");

    @Autowired private MockMvc mvc;
    @Autowired private KeepSources sources;
    @Autowired private PublishSchema publish;
    @Autowired private Members members;
    @Autowired private Timetables timetables;
    @Autowired private Portraits portraits;
    @Autowired private FactPump pump;
    @Autowired private FlipMembers flip;
    @Autowired private Jobs jobs;
    @Autowired private FactLog facts;
    @Autowired private Tags carried;
    @Autowired private TransactionTemplate transaction;
    @Autowired private WorldClock clock;
    @Autowired private JdbcClient jdbc;
    @Autowired private JsonMapper json;

    private final String unique = Long.toString(System.nanoTime(), 36);
    private final String park = "park-" + unique;
    private final String other = "other-" + unique;
    private final String event = "app.opened" + unique;
    private String city = "";
    private long member;
    private PlacedApp app;
    private SegmentCounter segments;

    @BeforeEach
    void twoVenuesAnAppAndAMember() throws Exception {
        venue(park, 31.1440, 121.6600).andExpect(status().isOk());
        venue(other, 31.2397, 121.4998).andExpect(status().isOk());
        String key =
                ((KeepSources.Outcome.Made)
                                sources.make(
                                        new KeepSources.Command(
                                                "app " + unique, "server", null, null)))
                        .key();
        publish.handle(
                new PublishSchema.Command(
                        event, new Said("打开应用", "opened the app"), json.createObjectNode()));
        city = timetables.cities("").stream().map(City::code).findFirst().orElse("WUH");
        member = members.register(People.living(city, LocalDate.of(1990, 1, 1))).value();
        pump.drain();
        app = new PlacedApp(mvc, key, event, member, clock);
        segments = new SegmentCounter(mvc, json, jobs, member);
    }

    @Test
    @Capability("SEG-10")
    void whoWasNearAPlaceOftenEnoughIsInUntilTheDayItIsTooLongAgo() throws Exception {
        Map<String, Object> near = did(Map.of("at.position", Map.of("$near", PARK)), 2, null);
        String segment = segments.make(near);
        String tag = "near_" + unique;
        tag(tag, near);

        app.track(31.1443, 121.6587, park, 0);
        app.track(31.1443, 121.6700, park, 0); // a kilometre away
        pump.drain();
        assertThat(segments.holds(segment)).as("once is not twice").isFalse();
        app.track(31.1402, 121.6600, park, 0);
        pump.drain();
        assertThat(segments.holds(segment)).isTrue();
        assertThat(tags()).as("the same condition as the rule of a tag").contains(tag);
        assertThat(holdsInAJourney(near)).isTrue();
        assertThat(app.kept(jdbc)).as("coarse before it is kept").contains("31.144, 121.659");

        segments.explain(segment)
                .andExpect(jsonPath("$.sentence.zh", containsString("打开应用至少 2 次（在乐园 500 米内）")))
                .andExpect(jsonPath("$.sentence.en", containsString("within 500 m of park")))
                .andExpect(jsonPath("$.reasons[0].held").value(true))
                .andExpect(jsonPath("$.reasons[0].values.value").value(2))
                .andExpect(jsonPath("$.reasons[0].values.seen.zh").value("2 次"))
                .andExpect(
                        jsonPath("$.reasons[0].values.evidence[0].place.en")
                                .value(containsString(park)))
                .andExpect(jsonPath("$.reasons[0].values.flipsOn").value(day(30)));

        clock.advance(Duration.ofDays(29));
        flip.handle();
        assertThat(segments.holds(segment)).as("the thirtieth day still counts").isTrue();
        clock.advance(Duration.ofDays(1));
        flip.handle();
        assertThat(segments.holds(segment)).as("nothing happened but time").isFalse();
        assertThat(tags()).doesNotContain(tag);
        assertThat(holdsInAJourney(near)).isFalse();
        segments.explain(segment).andExpect(jsonPath("$.reasons[0].values.value").value(0));
        jdbc.sql("delete from audience.tag where code = :code").param("code", tag).update();
    }

    @Test
    @Capability("SEG-10")
    void theVenueUsedMostIsAShareOfAllThatMovesWithEveryVisitAndEveryDay() throws Exception {
        Map<String, Object> mostly = did(Map.of("at.venue", park), 2, 60);
        String segment = segments.make(mostly);

        app.track(null, null, other, 20);
        app.track(null, null, park, 1);
        app.track(null, null, park, 0);
        pump.drain();
        assertThat(segments.holds(segment)).as("two of three").isTrue();
        app.track(null, null, other, 20);
        pump.drain();
        assertThat(segments.holds(segment)).as("two of four").isFalse();
        segments.explain(segment)
                .andExpect(jsonPath("$.reasons[0].values.seen.zh").value("全部 4 次中的 2 次，占 50%"))
                .andExpect(jsonPath("$.reasons[0].values.seen.en").value("2 of 4 times, 50%"))
                .andExpect(jsonPath("$.reasons[0].values.change.en", containsString("60%")))
                .andExpect(jsonPath("$.reasons[0].values.flipsOn").value(day(10)));

        clock.advance(Duration.ofDays(10));
        flip.handle();
        assertThat(segments.holds(segment)).as("the others left the thirty days").isTrue();
        clock.advance(Duration.ofDays(19));
        flip.handle();
        assertThat(segments.holds(segment)).as("one left of the two asked for").isFalse();
    }

    @Test
    @Capability("SEG-10")
    void aRouteIsAskedForInOneDirectionOrBothAndAHomeCityByName() throws Exception {
        Map<String, Object> there = Map.of("fromStation", "AOH", "toStation", "HZH");
        Map<String, Object> back = Map.of("fromStation", "HZH", "toStation", "AOH");
        String oneWay = segments.make(trip(there));
        String eitherWay = segments.make(trip(Map.of("$or", List.of(there, back))));
        String home = segments.make(Map.of("city", Map.of("$in", List.of(city))));

        travel("AOH", "HZH");
        travel("HZH", "AOH");
        pump.drain();
        assertThat(segments.holds(oneWay)).isFalse();
        assertThat(segments.holds(eitherWay)).isTrue();
        segments.explain(home).andExpect(jsonPath("$.reasons[0].held").value(true));
        segments.explain(oneWay)
                .andExpect(jsonPath("$.reasons[0].values.value").value(1))
                .andExpect(jsonPath("$.reasons[0].values.change.en", containsString("1 more")));
        travel("AOH", "HZH");
        pump.drain();
        assertThat(segments.holds(oneWay)).isTrue();
        clock.advance(Duration.ofDays(30));
        flip.handle();
        assertThat(segments.holds(oneWay)).isFalse();
        assertThat(segments.holds(eitherWay)).isFalse();
    }

    @Test
    void whatIsNoPlaceOnEarthIsToldByFieldValueAndRemedy() throws Exception {
        app.at("{'latitude': 91.5, 'longitude': 121.66}")
                .andExpect(jsonPath("$.quarantined[0].field").value("context.location.latitude"))
                .andExpect(jsonPath("$.quarantined[0].value").value("91.5"));
        app.at("{'latitude': 31.1}")
                .andExpect(jsonPath("$.quarantined[0].field").value("context.location"));
        venue(park, 31.1, 999).andExpect(status().isBadRequest());
        mvc.perform(
                        SegmentCounter.as(post("/v1/segments:count"))
                                .content(
                                        """
                                        {"condition": {"$did": {"event": "%s",
                                            "where": {"at.position": {"$near": "park"}}}}}
                                        """
                                                .formatted(event)))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail", containsString("latitude")));
    }

    private Map<String, Object> did(
            Map<String, Object> where, int atLeast, @Nullable Integer share) {
        Map<String, Object> asked = new HashMap<>();
        asked.put("event", event);
        asked.put("atLeast", atLeast);
        asked.put("withinDays", 30);
        asked.put("where", where);
        if (share != null) {
            asked.put("share", share);
        }
        return Map.of("$did", asked);
    }

    private static Map<String, Object> trip(Map<String, Object> where) {
        return Map.of(
                "$did",
                Map.of("event", "trip.completed", "atLeast", 2, "withinDays", 30, "where", where));
    }

    private ResultActions venue(String code, double latitude, double longitude) throws Exception {
        return mvc.perform(
                put("/v1/venues/" + code)
                        .with(SignIn.role("administrator"))
                        .header("Idempotency-Key", UUID.randomUUID())
                        .contentType("application/json")
                        .content(
                                """
                                {"name": {"zh": "%1$s", "en": "%1$s"}, "line": "park",
                                 "place": {"latitude": %2$s, "longitude": %3$s}}
                                """
                                        .formatted(code, latitude, longitude)));
    }

    private void travel(String from, String to) {
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
                        from,
                        to,
                        clock.instant());
        transaction.executeWithoutResult(_ -> facts.append(trip));
    }

    private void tag(String code, Map<String, Object> condition) throws Exception {
        mvc.perform(
                        SegmentCounter.as(post("/v1/tags/" + code + ":rule"))
                                .content(
                                        """
                                        {"name": {"zh": "常在乐园附近", "en": "Near the park"},
                                         "group": "travel", "reason": "spring campaign",
                                         "condition": %s}
                                        """
                                                .formatted(json.writeValueAsString(condition))))
                .andExpect(status().isOk());
        jobs.awaitAll();
    }

    private List<String> tags() {
        return carried.ofMember(member).stream().map(MemberTag::code).toList();
    }

    /** Branches of journeys ask the portrait, as here. */
    private boolean holdsInAJourney(Map<String, Object> condition) {
        return Evaluator.declared()
                .test(ConditionReader.parse(condition), portraits.of(member).orElseThrow());
    }

    private String day(int ahead) {
        return LocalDate.ofInstant(clock.instant(), VenueZone.DEFAULT).plusDays(ahead).toString();
    }
}
