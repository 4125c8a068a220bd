package dev.waystation.platform.insight.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.insight.analytics.model.Event;
import dev.waystation.platform.insight.analytics.usecase.CountFacts;
import dev.waystation.platform.insight.privacy.usecase.ErasePerson;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.People;
import dev.waystation.testkit.Capability;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Each role has a home of its own, and behind every number of it are its rows. */
@PlatformIT
class HomeRowsIT {

    private static final List<String> ROLES =
            List.of("operations", "ticket_window", "gate", "finance", "executive", "auditor");

    @Autowired Members members;
    @Autowired CountFacts count;
    @Autowired ErasePerson erase;
    @Autowired FactPump pump;
    @Autowired JdbcClient jdbc;
    @Autowired MockMvc mvc;
    @Autowired Clock clock;

    @Test
    @Capability("X2")
    void everyNumberOfEveryRolesHomeIsTheSumOfTheRowsItLeadsTo() throws Exception {
        long member = members.register(People.born(LocalDate.of(1990, 1, 1))).value();
        long gone = members.register(People.born(LocalDate.of(1991, 1, 1))).value();
        pump.drain();
        pump.drain();
        aMorningOf(member);
        aMorningOf(gone);
        erase.handle(new ErasePerson.Command(gone, "staff:1", "asked by mail"));
        Set<List<String>> homes = new HashSet<>();
        for (String role : ROLES) {
            String home = ask(role, "/v1/home");
            List<String> codes = JsonPath.read(home, "$.cards[*].code");
            assertThat(codes).as(role).isNotEmpty();
            homes.add(codes);
            for (String code : codes) {
                String href = one(home, code, "href");
                if (href.equals("/release")) {
                    continue; // the trains of the day, each with its share
                }
                assertThat(href).isEqualTo("/figures/" + code);
                long shown =
                        code.equals("revenue")
                                ? number(home, code, "value.minor")
                                : number(home, code, "value");
                assertThat(sumOfRows(role, code)).as(role + " " + code).isEqualTo(shown);
            }
            for (String queue : JsonPath.<List<String>>read(home, "$.waiting[*].href")) {
                assertThat(queue).startsWith("/");
            }
        }
        assertThat(homes).as("each role lands on its own").hasSize(ROLES.size());
    }

    /** Negative control, on a day nobody else looks at. */
    @Test
    void aFigureThatLostARowIsFoundOut() throws Exception {
        Instant at = Instant.parse("2033-05-05T04:00:00Z");
        long place = System.nanoTime();
        count.handle(
                List.of(
                        event(place, "booking.TicketIssued", at, 0, "fareMinor", 100),
                        event(place + 1, "booking.TicketIssued", at, 0, "fareMinor", 200)));
        String day = "/v1/home/figures/tickets_sold?day=2033-05-05";
        assertThat(JsonPath.<Integer>read(ask("operations", day), "$.sum")).isEqualTo(2);
        jdbc.sql("delete from analytics.timeline where position = :place and member_id = 0")
                .param("place", place)
                .update();
        assertThat(JsonPath.<Integer>read(ask("operations", day), "$.sum")).isEqualTo(1);
        long counted =
                jdbc.sql(
                                "select value from analytics.daily where day = '2033-05-05' "
                                        + "and measure = 'tickets_sold'")
                        .query(Long.class)
                        .single();
        assertThat(counted).isEqualTo(2);
    }

    private void aMorningOf(long member) {
        Instant now = clock.instant();
        long place = System.nanoTime();
        List<Event> events = new ArrayList<>();
        events.add(event(place, "booking.TicketIssued", now, member, "fareMinor", 55_300));
        events.add(event(place + 1, "booking.TicketIssued", now, 0, "fareMinor", 12_000));
        events.add(event(place + 2, "booking.TicketRefunded", now, member, "refundMinor", 5_000));
        events.add(event(place + 3, "admission.TicketCheckedIn", now, member, "runId", 1));
        events.add(event(place + 4, "messaging.MessageQueued", now, member, "messageId", 1));
        events.add(event(place + 5, "messaging.MessageWithheld", now, member, "messageId", 1));
        events.add(event(place + 6, "journey.JourneyEntered", now, member, "journeyId", 1));
        events.add(event(place + 7, "wallet.PointsCredited", now, member, "amount", 500));
        count.handle(events);
    }

    private static Event event(
            long position, String type, Instant at, long member, String key, long value) {
        return new Event(
                position,
                type,
                at,
                Map.of(
                        "memberId",
                        member,
                        key,
                        value,
                        "departs",
                        at.toString(),
                        "currency",
                        "points"));
    }

    /** Read page by page, as the screen does; the total the page says must be the same. */
    private long sumOfRows(String role, String code) throws Exception {
        long sum = 0;
        String cursor = "";
        while (true) {
            String page = ask(role, "/v1/home/figures/" + code + "?limit=100" + cursor);
            sum +=
                    JsonPath.<List<Number>>read(page, "$.items[*].by").stream()
                            .mapToLong(Number::longValue)
                            .sum();
            String next = JsonPath.read(page, "$.next");
            if (next == null) {
                assertThat(JsonPath.<Number>read(page, "$.sum").longValue()).isEqualTo(sum);
                return sum;
            }
            cursor = "&cursor=" + next;
        }
    }

    private String ask(String role, String path) throws Exception {
        return mvc.perform(get(path).with(SignIn.role(role)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static String one(String home, String code, String field) {
        return JsonPath.<List<String>>read(home, "$.cards[?(@.code=='" + code + "')]." + field)
                .getFirst();
    }

    private static long number(String home, String code, String field) {
        return JsonPath.<List<Number>>read(home, "$.cards[?(@.code=='" + code + "')]." + field)
                .getFirst()
                .longValue();
    }
}
