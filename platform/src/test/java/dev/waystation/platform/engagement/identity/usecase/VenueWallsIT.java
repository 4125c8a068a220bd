package dev.waystation.platform.engagement.identity.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.engagement.events.ReportedEvents;
import dev.waystation.platform.engagement.events.usecase.KeepSources;
import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.foundation.wiring.WorldClock;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.People;
import dev.waystation.platform.operators.access.Role;
import dev.waystation.platform.operators.venues.Agreement;
import dev.waystation.platform.operators.venues.Venue;
import dev.waystation.platform.operators.venues.usecase.KeepScopes;
import dev.waystation.platform.operators.venues.usecase.KeepVenues;
import dev.waystation.testkit.Capability;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** Whoever is limited to one venue walks through every operation there is. */
@PlatformIT
class VenueWallsIT {

    private static final Set<String> ALL = Role.ADMINISTRATOR.permissions();

    /** What tells venues apart, or tells nothing of anybody; a new one is a decision. */
    private static final List<String> FRONT_DOORS =
            List.of(
                    "DELETE /v1/session",
                    "GET /v1/event-counts",
                    "GET /v1/event-mappings",
                    "GET /v1/event-sources",
                    "GET /v1/event-types",
                    "GET /v1/events",
                    "GET /v1/members/{id}/visits",
                    "GET /v1/park/passes",
                    "GET /v1/park/rides",
                    "GET /v1/park/slots",
                    "GET /v1/problems",
                    "GET /v1/session",
                    "GET /v1/session/venues",
                    "GET /v1/stations",
                    "GET /v1/trains",
                    "GET /v1/venues",
                    "GET /v1/world",
                    "POST /v1/session",
                    "POST /v1/session/password");

    @Autowired private MockMvc mvc;
    @Autowired private RequestMappingHandlerMapping requestMappingHandlerMapping;
    @Autowired private KeepVenues venues;
    @Autowired private KeepScopes scopes;
    @Autowired private KeepSources sources;
    @Autowired private ReportedEvents events;
    @Autowired private Members members;
    @Autowired private FactPump pump;
    @Autowired private WorldClock clock;
    @Autowired private JsonMapper json;
    @Autowired private JdbcClient jdbc;

    private final String unique = UUID.randomUUID().toString().substring(0, 8);
    private final String inn = "inn-" + unique;
    private final String park = "park-" + unique;
    private final String secret = "zq" + unique;
    private final long somebody = ThreadLocalRandom.current().nextLong(1L << 31, 1L << 40);
    private final AtomicLong next = new AtomicLong(somebody + 100_000);
    private List<String> names = List.of();

    @BeforeEach
    void somethingHappensAtTheOtherVenue() {
        for (String code : List.of(inn, park)) {
            venues.keep(new Venue(code, Said.same(code), "park", List.of()));
        }
        String source =
                PublicId.encode(
                        "evs",
                        ((KeepSources.Outcome.Made)
                                        sources.make(
                                                new KeepSources.Command(
                                                        secret, "server", park, null)))
                                .source()
                                .id());
        long id = members.register(People.born(LocalDate.of(1990, 1, 1))).value();
        String member = PublicId.encode("mbr", id);
        events.report(
                ReportedEvents.Own.FILES,
                List.of(
                        new ReportedEvents.Reported(
                                UUID.randomUUID().toString(),
                                secret + ".seen",
                                member,
                                clock.instant(),
                                park,
                                "hall",
                                Map.of("note", secret))));
        pump.drain();
        names = List.of(member, source, park);
    }

    @AfterEach
    void limitNobody() {
        jdbc.sql("delete from venues.caller_scope where venue = :inn").param("inn", inn).update();
    }

    @Test
    @Capability("CDP-17")
    void noOperationTellsSomebodyOfAVenueWhatHappenedAtAnotherWithoutAContractForThatPurpose()
            throws Exception {
        Set<String> told = Set.of("/v1/events", "/v1/members/{id}/visits", "/v1/event-sources");
        assertThat(walk(this::staff))
                .as("who is not limited is told, so the walk would see it")
                .containsAll(told)
                .contains("/v1/event-counts");

        scopes.limit(somebody, Set.of(inn), "staff:1");
        assertThat(walk(this::staff)).isEmpty();
        assertThat(open(staff())).containsExactlyInAnyOrderElementsOf(FRONT_DOORS);

        Agreement counts = agree("analytics");
        assertThat(walk(this::staff)).containsExactly("/v1/event-counts");
        scopes.end(counts.id(), "staff:1");
        Agreement service = agree("service");
        assertThat(walk(this::staff)).containsExactlyInAnyOrderElementsOf(told);
        scopes.end(service.id(), "staff:1");
        assertThat(walk(this::staff)).as("ended").isEmpty();
    }

    @Test
    @Capability("CDP-17")
    void aProgramOfAVenueIsKeptToItAsItsStaffIsAndTheTrailSaysWhoLimitedIt() throws Exception {
        String id = PublicId.encode("cli", somebody);
        assertThat(walk(this::program)).contains("/v1/events", "/v1/event-counts");
        mvc.perform(
                        put("/v1/client-scopes/" + id)
                                .with(SignIn.role("administrator"))
                                .contentType("application/json")
                                .content(json.writeValueAsString(Map.of("venues", List.of(inn)))))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.venues[0]").value(inn));
        jdbc.sql(
                        """
                        insert into venues.caller_scope (holder, venue)
                        select 'client:' || n, :venue
                        from generate_series(cast(:first as bigint), :first + 9999) as n
                        """)
                .param("venue", inn)
                .param("first", somebody + 1)
                .update();
        next.set(somebody);
        assertThat(walk(this::program)).isEmpty();
        agree("analytics");
        assertThat(walk(this::program)).containsExactly("/v1/event-counts");
        mvc.perform(
                        post("/v1/segments:count")
                                .with(SignIn.as(new Caller.ApiClient(somebody, "Program", ALL)))
                                .contentType("application/json")
                                .content("{\"condition\": {\"age\": {\"$gte\": 18}}}"))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.detail", containsString(inn)));
        mvc.perform(
                        MockMvcRequestBuilders.get("/v1/client-scopes")
                                .with(SignIn.role("administrator")))
                .andExpect(content().string(containsString(id)));
        pump.drain();
        mvc.perform(MockMvcRequestBuilders.get("/v1/audit?limit=200").with(SignIn.role("auditor")))
                .andExpect(content().string(containsString("Set which venues a program sees")));
    }

    private record Operation(HttpMethod method, String path) {}

    private List<Operation> operations() {
        List<Operation> all = new ArrayList<>();
        requestMappingHandlerMapping
                .getHandlerMethods()
                .forEach((mapping, handler) -> {
                    for (String path : mapping.getPatternValues()) {
                        for (RequestMethod method : mapping.getMethodsCondition().getMethods()) {
                            if (path.startsWith("/v1/")) {
                                all.add(new Operation(method.asHttpMethod(), path));
                            }
                        }
                    }
                });
        assertThat(all).hasSizeGreaterThan(300);
        return all;
    }

    /** Which operations that read tell the caller the secret, whatever they are asked about. */
    private Set<String> walk(Supplier<Caller> caller) throws Exception {
        Set<String> told = new TreeSet<>();
        for (Operation each : operations()) {
            if (each.method().equals(HttpMethod.GET)) {
                for (String name : each.path().contains("{") ? names : List.of("")) {
                    String address =
                            each.path().replaceAll("\\{[^}]+}", name)
                                    + "?limit=200&q=%s&member=%s"
                                            .formatted(secret, names.getFirst());
                    if (ask(each.method(), address, caller.get())
                            .getContentAsString()
                            .contains(secret)) {
                        told.add(each.path());
                    }
                }
            }
        }
        return told;
    }

    /** Which operations are not refused. */
    private Set<String> open(Caller caller) throws Exception {
        Set<String> open = new TreeSet<>();
        for (Operation each : operations()) {
            String address = each.path().replaceAll("\\{[^}]+}", names.getFirst());
            MockHttpServletResponse answer = ask(each.method(), address, caller);
            if (answer.getStatus() != 401 && answer.getStatus() != 403) {
                open.add(each.method() + " " + each.path());
            }
        }
        return open;
    }

    private MockHttpServletResponse ask(HttpMethod method, String address, Caller caller)
            throws Exception {
        return mvc.perform(
                        MockMvcRequestBuilders.request(method, address)
                                .with(SignIn.as(caller))
                                .contentType("application/json")
                                .content("not json"))
                .andExpect(answer -> assertThat(answer.getResponse().getStatus()).isNotEqualTo(429))
                .andReturn()
                .getResponse();
    }

    private Caller staff() {
        return new Caller.Staff(somebody, "Somebody", Set.of("administrator"), ALL);
    }

    /** Another one each time: none comes near what one may ask in a second. */
    private Caller program() {
        return new Caller.ApiClient(next.incrementAndGet(), "Program", ALL);
    }

    private Agreement agree(String purpose) {
        return scopes.agree(
                new Agreement(
                        0,
                        park,
                        inn,
                        purpose,
                        "C-" + unique,
                        clock.instant(),
                        clock.instant().plus(Duration.ofDays(1)),
                        null),
                "staff:1");
    }
}
