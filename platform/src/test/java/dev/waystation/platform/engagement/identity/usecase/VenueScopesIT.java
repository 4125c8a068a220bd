package dev.waystation.platform.engagement.identity.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.engagement.events.ReportedEvents;
import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.foundation.wiring.WorldClock;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.People;
import dev.waystation.platform.operators.access.Role;
import dev.waystation.platform.operators.venues.Venue;
import dev.waystation.platform.operators.venues.usecase.KeepVenues;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.json.JsonMapper;

/** Staff of one venue sees that venue, and another one only as long as a contract says so. */
@PlatformIT
class VenueScopesIT {

    @Autowired private MockMvc mvc;
    @Autowired private KeepVenues venues;
    @Autowired private ReportedEvents events;
    @Autowired private Members members;
    @Autowired private FactPump pump;
    @Autowired private WorldClock clock;
    @Autowired private JdbcClient jdbc;
    @Autowired private JsonMapper json;

    private final String unique = UUID.randomUUID().toString().substring(0, 8);
    private final String inn = "inn-" + unique;
    private final String park = "park-" + unique;
    private final long staffId = ThreadLocalRandom.current().nextLong(1L << 30, 1L << 31);
    private final RequestPostProcessor admin = SignIn.role("administrator");
    private String member = "";

    @BeforeEach
    void aMemberOfBothVenuesAndStaffOfOne() throws Exception {
        for (String code : List.of(inn, park)) {
            venues.keep(new Venue(code, Said.same(code), "park", List.of()));
        }
        member =
                PublicId.encode(
                        "mbr", members.register(People.born(LocalDate.of(1990, 1, 1))).value());
        events.report(
                ReportedEvents.Own.FILES, List.of(at(inn, "stay.began"), at(park, "gate.entered")));
        pump.drain();
        limit(Set.of(inn)).andExpect(status().isOk());
    }

    @Test
    void staffOfAVenueSeesItsEventsMembersAndCountsAndNothingElse() throws Exception {
        assertThat(visits()).containsExactly(inn);
        assertThat(seen("/v1/events?limit=200", "$.items[*].venue")).containsOnly(inn);
        assertThat(seen("/v1/event-counts", "$[*].venue")).containsOnly(inn);
        for (String shut :
                List.of(
                        "/v1/members/" + member,
                        "/v1/members",
                        "/v1/members/" + member + "/timeline",
                        "/v1/segments",
                        "/v1/orders",
                        "/v1/search?q=ab",
                        "/v1/sharing-agreements")) {
            mvc.perform(get(shut).with(staff()))
                    .andExpect(status().isForbidden())
                    .andExpect(jsonPath("$.code").value("OUTSIDE_VENUE_SCOPE"))
                    .andExpect(jsonPath("$.detail", containsString(inn)));
        }
    }

    @Test
    void anAgreementOpensAnotherVenueForItsPurposeAndItsTimeAndLeavesAtOnce() throws Exception {
        assertThat(visits()).as("without an agreement").containsExactly(inn);
        agree("analytics", 0, 10);
        assertThat(visits()).as("for counts only").containsExactly(inn);
        assertThat(seen("/v1/event-counts", "$[*].venue")).containsOnly(inn, park);

        String agreement = agree("service", 0, 10);
        assertThat(visits()).containsExactlyInAnyOrder(inn, park);
        assertThat(seen("/v1/events?limit=200", "$.items[*].venue")).containsOnly(inn, park);
        mvc.perform(
                        post("/v1/sharing-agreements/" + agreement + ":end")
                                .header("Idempotency-Key", UUID.randomUUID())
                                .with(admin))
                .andExpect(status().isNoContent());
        assertThat(visits()).as("ended: gone with the next question").containsExactly(inn);

        agree("service", 1, 2);
        assertThat(visits()).as("not begun").containsExactly(inn);
        clock.advance(Duration.ofHours(1));
        assertThat(visits()).containsExactlyInAnyOrder(inn, park);
        clock.advance(Duration.ofHours(1));
        assertThat(visits()).as("run out").containsExactly(inn);
    }

    @Test
    void takingTheLimitAwayShowsEverythingAndEveryStepIsInTheTrail() throws Exception {
        agree("service", 0, 10);
        limit(Set.of()).andExpect(status().isOk());
        assertThat(visits()).containsExactlyInAnyOrder(inn, park);
        limit(Set.of("nowhere"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].pointer").value("/venue"));
        pump.drain();
        assertThat(
                        jdbc.sql(
                                        """
                                        select action from trust.audit_entry
                                        where detail like :staff or detail like :inn
                                        order by action
                                        """)
                                .param("staff", "%" + staffId + "%")
                                .param("inn", "%" + inn + "%")
                                .query((row, _) -> row.getString(1))
                                .list())
                .contains("SharingChanged", "StaffScoped");
    }

    private ReportedEvents.Reported at(String venue, String name) {
        return new ReportedEvents.Reported(
                UUID.randomUUID().toString(),
                name,
                member,
                clock.instant(),
                venue,
                "hall",
                Map.of());
    }

    private RequestPostProcessor staff() {
        Set<String> all = Role.ADMINISTRATOR.permissions();
        return SignIn.as(new Caller.Staff(staffId, "Somebody", Set.of("administrator"), all));
    }

    private List<String> visits() throws Exception {
        return seen("/v1/members/" + member + "/visits", "$[*].venue");
    }

    private List<String> seen(String path, String what) throws Exception {
        String body =
                mvc.perform(get(path).with(staff()))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        List<String> found = JsonPath.read(body, what);
        return found;
    }

    private ResultActions limit(Set<String> codes) throws Exception {
        return mvc.perform(
                put("/v1/staff-scopes/" + PublicId.encode("stf", staffId))
                        .header("Idempotency-Key", UUID.randomUUID())
                        .contentType("application/json")
                        .content(json.writeValueAsString(Map.of("venues", codes)))
                        .with(admin));
    }

    private String agree(String purpose, int fromHours, int toHours) throws Exception {
        String body =
                mvc.perform(
                                post("/v1/sharing-agreements")
                                        .header("Idempotency-Key", UUID.randomUUID())
                                        .contentType("application/json")
                                        .content(
                                                json.writeValueAsString(
                                                        Map.of(
                                                                "giver",
                                                                park,
                                                                "taker",
                                                                inn,
                                                                "purpose",
                                                                purpose,
                                                                "contract",
                                                                "C-" + unique,
                                                                "startsAt",
                                                                clock.instant()
                                                                        .plus(
                                                                                Duration.ofHours(
                                                                                        fromHours)),
                                                                "endsAt",
                                                                clock.instant()
                                                                        .plus(
                                                                                Duration.ofHours(
                                                                                        toHours)))))
                                        .with(admin))
                        .andExpect(status().isCreated())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        return json.readTree(body).path("id").asString();
    }
}
