package dev.waystation.platform.engagement.events.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.operators.venues.Venue;
import dev.waystation.platform.operators.venues.usecase.KeepVenues;
import dev.waystation.testkit.Capability;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** The six calls, single and in a batch, through the door that libraries use. */
@PlatformIT
class SixCallsIT {

    @Autowired private MockMvc mvc;
    @Autowired private KeepSources sources;
    @Autowired private KeepVenues venues;
    @Autowired private JdbcClient jdbc;
    @Autowired private Clock clock;

    private String key = "";
    private int source;

    @BeforeEach
    void aSource() {
        for (String code : List.of("WUH", "SHA")) {
            venues.keep(new Venue(code, Said.same(code), "railway", List.of()));
        }
        var made =
                (KeepSources.Outcome.Made)
                        sources.make(
                                new KeepSources.Command(
                                        "test " + UUID.randomUUID(), "server", "WUH", "hall"));
        key = made.key();
        source = made.source().id();
    }

    @Test
    @Capability("CDP-01")
    void eachOfTheSixCallsIsStoredBeforeItIsAcknowledged() throws Exception {
        send("identify", "{'messageId':'1','userId':'u','traits':{'city':'WUH'}}");
        send("track", "{'messageId':'2','userId':'u','event':'hotel.booked','properties':{'n':2}}");
        send("page", "{'messageId':'3','anonymousId':'a','name':'Home'}");
        send("screen", "{'messageId':'4','anonymousId':'a','name':'Ticket'}");
        send("group", "{'messageId':'5','userId':'u','groupId':'g'}");
        send("alias", "{'messageId':'6','previousId':'a','userId':'u'}");
        assertThat(rows())
                .containsExactly(
                        "1 identify identify null {\"city\": \"WUH\"} WUH hall",
                        "2 track hotel.booked null {\"n\": 2} WUH hall",
                        "3 page page.viewed Home {} WUH hall",
                        "4 screen screen.viewed Ticket {} WUH hall",
                        "5 group group g {} WUH hall",
                        "6 alias alias a {} WUH hall");
    }

    @Test
    @Capability("CDP-01")
    void aBatchIsTakenAsAWholeAndItsBadMessagesAreTold() throws Exception {
        batch(
                        "{'type':'track','messageId':'1','userId':'u','event':'x'},"
                                + "{'type':'track','messageId':'2','event':'x'},"
                                + "{'type':'walk','messageId':'3','userId':'u'},7,"
                                + "{'type':'track','userId':'u','event':'x'},"
                                + "{'type':'page','messageId':'4','userId':'u','context':{'venue':'a\\tb',"
                                + "'device':{'id':'d'}},'name':'Home'},"
                                + "{'type':'page','messageId':'5','userId':'u','context':{'venue':'SHA','zone':'gate"
                                + " 3','device':{'id':'d'}},'name':'Home'}")
                .andExpect(status().isAccepted())
                .andExpect(jsonPath("$.accepted").value(2))
                .andExpect(jsonPath("$.quarantined.length()").value(5))
                .andExpect(jsonPath("$.quarantined[0].field").value("userId"))
                .andExpect(jsonPath("$.quarantined[4].field").value("context.venue"));
        assertThat(rows())
                .containsExactly(
                        "1 track x null {} WUH hall", "5 page page.viewed Home {} SHA gate 3");
    }

    @Test
    void whatADatabaseCanNotKeepIsRefusedAlone() throws Exception {
        batch(
                        "{'type':'track','messageId':'1','userId':'u','event':'x',"
                                + "'properties':{'a':'\\u0000'}},"
                                + "{'type':'track','messageId':'2','userId':'u','event':'x',"
                                + "'properties':{'a':'\\ud83d\\ude00','b':1e5}},"
                                + "{'type':'track','messageId':'3','userId':'u','event':'x',"
                                + "'properties':{'a':'\\ud83d'}},"
                                + "{'type':'track','messageId':'4','userId':'u','event':'x',"
                                + "'properties':{'a':1e999999}}")
                .andExpect(status().isAccepted())
                .andExpect(jsonPath("$.accepted").value(1))
                .andExpect(jsonPath("$.quarantined.length()").value(3));
    }

    @Test
    void aKeyThatIsUnknownOrClosedIsRefused() throws Exception {
        sources.revoke(source);
        post("track", "{'messageId':'1','userId':'u','event':'x'}")
                .andExpect(status().isUnauthorized())
                .andExpect(jsonPath("$.code").value("WRITE_KEY_UNKNOWN"));
    }

    @Test
    @Capability("CDP-03")
    void theTimeIsCorrectedForTheSendersClockAndTheFutureIsCut() throws Exception {
        Instant now = clock.instant();
        String event = "{'messageId':'%s','userId':'u','event':'x','timestamp':'%s'%s}";
        send(
                "track",
                event.formatted(
                        "skewed",
                        now.minus(Duration.ofMinutes(70)),
                        ",'sentAt':'" + now.minus(Duration.ofMinutes(60)) + "'"));
        send("track", event.formatted("future", now.plus(Duration.ofDays(3)), ""));
        send("track", event.formatted("late", now.minus(Duration.ofDays(20)), ""));
        assertThat(
                        jdbc.sql(
                                        """
                                        select message_id || ' ' ||
                                          extract(epoch from received_at - happened_at)::int
                                        from events.event where source_id = :source
                                        order by message_id
                                        """)
                                .param("source", source)
                                .query((row, _) -> row.getString(1))
                                .list())
                .containsExactly("future -300", "late 1728000", "skewed 600");
    }

    private void send(String call, String body) throws Exception {
        post(call, body)
                .andExpect(status().isAccepted())
                .andExpect(jsonPath("$.accepted").value(1));
    }

    private ResultActions batch(String messages) throws Exception {
        return post("batch", "{'batch':[" + messages + "]}");
    }

    private ResultActions post(String call, String body) throws Exception {
        String pair = key + ":";
        return mvc.perform(
                org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post(
                                "/v1/" + call)
                        .header(
                                "Authorization",
                                "Basic "
                                        + Base64.getEncoder()
                                                .encodeToString(
                                                        pair.getBytes(StandardCharsets.UTF_8)))
                        .contentType("application/json")
                        .content(body.replace('\'', '"')));
    }

    private List<String> rows() {
        return jdbc.sql(
                        """
                        select message_id || ' ' || call || ' ' || name || ' '
                          || coalesce(detail, 'null') || ' ' || properties || ' '
                          || coalesce(venue, '-') || ' ' || coalesce(zone, '-')
                        from events.event where source_id = :source order by message_id
                        """)
                .param("source", source)
                .query((row, _) -> row.getString(1))
                .list();
    }
}
