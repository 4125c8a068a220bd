package dev.waystation.platform.selling.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.Together;
import dev.waystation.platform.foundation.wiring.WorldClock;
import dev.waystation.platform.selling.admission.usecase.CheckTicket;
import dev.waystation.platform.selling.admission.usecase.CheckTicket.Command;
import dev.waystation.platform.selling.admission.usecase.CheckTicket.Outcome;
import dev.waystation.platform.selling.admission.usecase.CompleteTrips;
import dev.waystation.platform.selling.booking.Order;
import dev.waystation.platform.selling.booking.PastTrip;
import dev.waystation.platform.selling.booking.SeedTrips;
import dev.waystation.platform.selling.booking.Shop;
import dev.waystation.platform.selling.booking.Ticket;
import dev.waystation.platform.selling.booking.TicketStatus;
import dev.waystation.platform.selling.booking.Tickets;
import dev.waystation.platform.selling.booking.usecase.RefundTicket;
import dev.waystation.platform.selling.catalogue.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@PlatformIT
class GateIT {

    private static final int GATES = 64;

    @Autowired AutowireCapableBeanFactory beans;
    @Autowired CheckTicket checkTicket;
    @Autowired CompleteTrips completeTrips;
    @Autowired RefundTicket refundTicket;
    @Autowired Tickets tickets;
    @Autowired BookTrip bookTrip;
    @Autowired SeedTrips seedTrips;
    @Autowired WorldClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired MockMvc mvc;

    private Shop shop;

    @BeforeEach
    void open() {
        shop = beans.createBean(Shop.class);
    }

    @Test
    void admitsATicketOnceAtItsStationAndHourOnly() {
        Ticket ticket = aTicket();
        String code = tickets.code(ticket);
        assertThat(refusal("hello", "XXA")).isEqualTo(GateRefusal.CODE_IS_UNREADABLE);
        assertThat(refusal(code.substring(0, 60), "XXA")).isEqualTo(GateRefusal.CODE_IS_UNREADABLE);
        assertThat(refusal(altered(code), "XXA")).isEqualTo(GateRefusal.CODE_IS_FORGED);
        assertThat(refusal(code, "XXB")).isEqualTo(GateRefusal.WRONG_STATION);
        Instant entered = clock.instant();
        assertThat(scan(code, "XXA")).isInstanceOf(Outcome.Admitted.class);
        clock.advance(Duration.ofMinutes(1));
        Outcome second = scan(code, "XXA");
        assertThat(second).isInstanceOf(Outcome.Refused.class);
        Outcome.Refused refused = (Outcome.Refused) second;
        assertThat(refused.code()).isEqualTo(GateRefusal.ALREADY_CHECKED_IN);
        assertThat(refused.values()).containsEntry("firstAt", entered);
        assertThat(refusal(code, "XXB")).isEqualTo(GateRefusal.WRONG_STATION);
    }

    @Test
    void refusesATicketThatWasGivenBackAndATrainThatLeft() {
        Ticket returned = aTicket();
        String code = tickets.code(returned);
        refundTicket.handle(returned.id());
        assertThat(refusal(code, "XXA")).isEqualTo(GateRefusal.TICKET_WAS_REFUNDED);
        Ticket late = aTicket();
        clock.moveTo(late.trip().from().at());
        assertThat(refusal(tickets.code(late), "XXA")).isEqualTo(GateRefusal.GATE_IS_CLOSED);
    }

    @Test
    void sixtyFourGatesThatScanOneCodeTogetherAdmitOnce() {
        Ticket ticket = aTicket();
        String code = tickets.code(ticket);
        List<Outcome> answers = Together.run(GATES, gate -> scan(code, "XXA"));
        assertThat(answers).filteredOn(Outcome.Admitted.class::isInstance).hasSize(1);
        assertThat(facts("admission.TicketCheckedIn", ticket.memberId())).isEqualTo(1);
    }

    @Test
    void aTicketIsEitherBoardedOrRefundedNeverBoth() {
        for (int round = 0; round < 8; round++) {
            Ticket ticket = aTicket();
            String code = tickets.code(ticket);
            Together.run(
                    8,
                    client ->
                            client % 2 == 0 ? scan(code, "XXA") : refundTicket.handle(ticket.id()));
            Ticket after = tickets.ticket(ticket.id()).orElseThrow();
            assertThat(after.status()).isIn(TicketStatus.CHECKED_IN, TicketStatus.REFUNDED);
            long money =
                    jdbc.sql(
                                    "select count(*) from payment.refund r join payment.intent i using (intent_id) join booking.orders o on o.order_ref = i.order_ref where o.order_id = :id")
                            .param("id", ticket.orderId().value())
                            .query(Long.class)
                            .single();
            assertThat(money).isEqualTo(after.status() == TicketStatus.REFUNDED ? 1 : 0);
        }
    }

    @Test
    void aTripCompletesOnceWhenItsTrainHasArrived() {
        Ticket ticket = aTicket();
        scan(tickets.code(ticket), "XXA");
        completeTrips.handle(clock.instant());
        assertThat(facts("admission.TripCompleted", ticket.memberId())).isZero();
        clock.moveTo(ticket.trip().to().at());
        Together.run(8, client -> completeTrips.handle(clock.instant()));
        completeTrips.handle(clock.instant());
        assertThat(facts("admission.TripCompleted", ticket.memberId())).isEqualTo(1);
        assertThat(tickets.ticket(ticket.id()).orElseThrow().status())
                .isEqualTo(TicketStatus.COMPLETED);
    }

    @Test
    void theStoryRunsOverHttp() throws Exception {
        Ticket ticket = aTicket();
        String member = ticket.id().text();
        mvc.perform(get("/v1/tickets/" + member).with(SignIn.member(ticket.memberId())))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.status").value("issued"))
                .andExpect(jsonPath("$.code").value(tickets.code(ticket)));
        mvc.perform(get("/v1/tickets/" + member).with(SignIn.member(ticket.memberId() + 1)))
                .andExpect(status().isNotFound());
        mvc.perform(
                        post("/v1/gate/check")
                                .with(SignIn.role("gate"))
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(
                                        "{\"code\":\"%s\",\"gate\":\"A1\",\"stationCode\":\"XXA\"}"
                                                .formatted(tickets.code(ticket))))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.decision").value("admit"))
                .andExpect(jsonPath("$.ticket.car").value(ticket.car()));
        mvc.perform(get("/v1/gate/recent").with(SignIn.role("gate")))
                .andExpect(jsonPath("$.items[0].reasonCode").value("ADMITTED"));
        mvc.perform(get("/v1/me/trips").with(SignIn.member(ticket.memberId())))
                .andExpect(jsonPath("$.items[0].status").value("checked_in"));
    }

    @Test
    void aSimulatedCustomerWalksThroughTheSameDoors() {
        Run run = shop.aTrain();
        long member = shop.aMember();
        BookTrip.Outcome outcome =
                bookTrip.book(shop.wish(member, run, List.of(shop.self(member))));
        assertThat(outcome).isInstanceOf(BookTrip.Outcome.Booked.class);
        Ticket ticket = ((BookTrip.Outcome.Booked) outcome).tickets().getFirst();
        assertThat(bookTrip.checkIn(ticket, "A1")).isEqualTo("ADMITTED");
        assertThat(bookTrip.checkIn(ticket, "A2")).isEqualTo("ALREADY_CHECKED_IN");
    }

    @Test
    void pastTripsAreWrittenInBulk() {
        long member = shop.aMember();
        Instant departs = clock.instant().minus(Duration.ofDays(400));
        long written =
                seedTrips.seed(
                        LongStream.range(0, 5_000)
                                .mapToObj(trip ->
                                        new PastTrip(
                                                member,
                                                "G1",
                                                "XXA",
                                                "XXC",
                                                departs.plusSeconds(trip * 3_600),
                                                departs.plusSeconds(trip * 3_600 + 7_200),
                                                55_300,
                                                "second")));
        assertThat(written).isEqualTo(5_000);
        assertThat(tickets.ofMember(member))
                .hasSize(5_000)
                .allMatch(ticket -> ticket.status() == TicketStatus.COMPLETED);
    }

    /** A ticket whose gate is open: late in the evening the next train leaves in the morning. */
    private Ticket aTicket() {
        Order order = shop.bought(shop.aMember(), shop.aTrain());
        Ticket ticket = order.tickets().getFirst();
        Instant open = ticket.trip().from().at().minus(Duration.ofMinutes(40));
        if (clock.instant().isBefore(open)) {
            clock.moveTo(open);
        }
        return ticket;
    }

    private Outcome scan(String code, String station) {
        return checkTicket.handle(new Command(code, "A1", station));
    }

    private GateRefusal refusal(String code, String station) {
        Outcome outcome = scan(code, station);
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return Objects.requireNonNull(((Outcome.Refused) outcome).code());
    }

    private static String altered(String code) {
        char[] letters = code.toCharArray();
        letters[20] = letters[20] == 'A' ? 'B' : 'A';
        return new String(letters);
    }

    private long facts(String type, long member) {
        return jdbc.sql(
                        "select count(*) from foundation.fact where type = :type and subject = :member")
                .param("type", type)
                .param("member", member)
                .query(Long.class)
                .single();
    }
}
