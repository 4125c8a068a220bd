package dev.waystation.platform.insight.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.vault.Obligations;
import dev.waystation.platform.insight.privacy.usecase.ErasePerson;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.People;
import dev.waystation.platform.members.wallet.MoneyLeftRefusal;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.PointsCommand;
import dev.waystation.platform.members.wallet.PointsCredit;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Whom the house owes money or a journey is not forgotten before that is settled. */
@PlatformIT
class OwedPersonIT {

    private static final String ORDER =
            """
            insert into booking.orders (member_id, order_id, order_ref, status, run_id, train_code,
                service_date, seat_class, from_call, to_call, from_station, from_zh, from_en,
                departs_at, to_station, to_zh, to_en, arrives_at, amount_minor, currency, placed_at,
                expires_at)
            values (:member, :order, gen_random_uuid(), 'paid', 0, 'G1', current_date, 'second', 0, 1,
                'A', 'A', 'A', :departs, 'B', 'B', 'B', :departs, 100, 'CNY', :departs, :departs)
            """;

    private static final String TICKET =
            """
            insert into booking.ticket (member_id, ticket_id, order_id, line, traveller_id,
                passenger_group, fare_minor, car, seat, status, departs_at, arrives_at)
            values (:member, nextval('booking.ticket_number'), :order, 1, 0, 'adult', 100, '1', '1A', :status, :departs, :departs)
            """;

    @Autowired private Members members;
    @Autowired private Points points;
    @Autowired private ErasePerson erase;
    @Autowired private JdbcClient jdbc;
    @Autowired private MockMvc mvc;
    @Autowired private Clock clock;

    private long member;

    @BeforeEach
    void aMember() {
        member = members.register(People.born(LocalDate.of(1990, 1, 1))).value();
    }

    private ErasePerson.Outcome erase() {
        return erase.handle(new ErasePerson.Command(member, "staff:1", "asked by mail"));
    }

    @Test
    void nobodyIsErasedWhileTheirMoneyLiesHere() {
        points.credit(
                new PointsCredit(
                        UUID.randomUUID(),
                        member,
                        "stored_principal",
                        2_050,
                        LocalDate.of(9999, 12, 31),
                        Explanation.of(Said.same("paid in")),
                        "test"));
        assertThat(erase())
                .isEqualTo(
                        new ErasePerson.Outcome.NotYet(
                                new Obligations.Obligation(
                                        MoneyLeftRefusal.STORED_VALUE_NOT_PAID_BACK,
                                        Map.of("amount", "20.50"))));
        assertThat(members.card(member)).as("still a member").isPresent();

        points.post(
                new PointsCommand.Spend(
                        UUID.randomUUID(), member, "stored_principal", 2_050, "test"));
        assertThat(erase()).isInstanceOf(ErasePerson.Outcome.Erased.class);
    }

    @Test
    void nobodyIsErasedWhileATicketIsGood() throws Exception {
        Instant tomorrow = clock.instant().plus(Duration.ofDays(1));
        ticket("issued", tomorrow);
        mvc.perform(
                        post("/v1/me:erase")
                                .contentType("application/json")
                                .content("{\"reason\": \"I am moving\"}")
                                .with(SignIn.member(member)))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("TICKETS_NOT_USED_YET"));
        jdbc.sql("update booking.ticket set status = 'refunded' where member_id = :member")
                .param("member", member)
                .update();
        ticket("completed", tomorrow);
        ticket("issued", clock.instant().minus(Duration.ofDays(1)));
        assertThat(erase()).isInstanceOf(ErasePerson.Outcome.Erased.class);
    }

    private void ticket(String status, Instant departs) {
        long order =
                jdbc.sql("select nextval('booking.order_number')")
                        .query((row, number) -> row.getLong(1))
                        .single();
        for (String sql : new String[] {ORDER, TICKET}) {
            JdbcClient.StatementSpec insert =
                    jdbc.sql(sql)
                            .param("member", member)
                            .param("order", order)
                            .param("departs", Timestamp.from(departs));
            (sql.equals(TICKET) ? insert.param("status", status) : insert).update();
        }
    }
}
