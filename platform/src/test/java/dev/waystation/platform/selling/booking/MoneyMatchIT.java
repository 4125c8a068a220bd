package dev.waystation.platform.selling.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.foundation.wiring.VenueZone;
import dev.waystation.platform.insight.analytics.model.MoneyMatch;
import dev.waystation.platform.insight.analytics.model.MoneyMatch.Difference;
import dev.waystation.platform.insight.analytics.usecase.MatchMoney;
import dev.waystation.platform.members.wallet.StoredValue;
import dev.waystation.platform.members.wallet.model.TrialBalance;
import dev.waystation.platform.members.wallet.usecase.ReportLiability;
import dev.waystation.platform.members.wallet.usecase.ShowFlow;
import dev.waystation.platform.members.wallet.usecase.ShowPoints;
import dev.waystation.platform.selling.booking.usecase.RefundTicket;
import dev.waystation.platform.selling.catalogue.Run;
import dev.waystation.testkit.Capability;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Orders, payments and ledger of a day say the same, and where they do not it is found. */
@PlatformIT
class MoneyMatchIT {

    @Autowired AutowireCapableBeanFactory beans;
    @Autowired RefundTicket refund;
    @Autowired MatchMoney match;
    @Autowired ShowPoints points;
    @Autowired ReportLiability liability;
    @Autowired ShowFlow flow;
    @Autowired FactPump pump;
    @Autowired JdbcClient jdbc;
    @Autowired MockMvc mvc;
    @Autowired Clock clock;

    private Shop shop;
    private Run run;

    @BeforeEach
    void open() {
        shop = beans.createBean(Shop.class);
        run = shop.aTrain();
    }

    @Test
    @Capability("X18")
    void saleAndReturnMatchAcrossOrderPaymentAndLedger() throws Exception {
        Order kept = shop.bought(shop.aMember(), run);
        Order back = shop.bought(shop.aMember(), run);
        refund.handle(back.tickets().getFirst().id());
        pump.drain();
        assertThat(differences(kept)).isEmpty();
        assertThat(differences(back)).isEmpty();
        MoneyMatch today = match.handle(today());
        assertThat(today.orders()).isGreaterThanOrEqualTo(2);
        assertThat(today.matched() + today.differences().size()).isEqualTo(today.orders());
        mvc.perform(get("/v1/finance/match?day=" + today()).with(SignIn.role("finance")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.orders").value((int) today.orders()));
        mvc.perform(get("/v1/finance/match?day=" + today()).with(SignIn.role("operations")))
                .andExpect(status().isForbidden());
    }

    /** Negative controls: each of the three books is spoilt in turn. */
    @Test
    @Capability("X18")
    void whatOneOfTheThreeBooksDoesNotHaveIsFoundWithItsName() {
        Order lost = shop.bought(shop.aMember(), run);
        Order altered = shop.bought(shop.aMember(), run);
        Order unbooked = shop.bought(shop.aMember(), run);
        Order unsold = shop.bought(shop.aMember(), run);
        pump.drain();
        capture(lost, "delete from payment.capture where intent_id = :intent");
        capture(
                altered,
                "update payment.capture set amount_minor = amount_minor - 100 "
                        + "where intent_id = :intent");
        jdbc.sql(
                        "delete from analytics.timeline where kind = 'ticket_issued' "
                                + "and (details ->> 'orderId')::bigint = :order")
                .param("order", unbooked.id().value())
                .update();
        jdbc.sql("update booking.orders set status = 'cancelled' where order_id = :order")
                .param("order", unsold.id().value())
                .update();
        assertThat(differences(lost)).containsExactly(Difference.NO_PAYMENT);
        assertThat(differences(altered)).containsExactly(Difference.AMOUNT_DIFFERS);
        assertThat(differences(unbooked)).containsExactly(Difference.LEDGER_DIFFERS);
        assertThat(differences(unsold))
                .containsExactly(Difference.NOTHING_SOLD, Difference.LEDGER_DIFFERS);
        jdbc.sql("update booking.orders set status = 'paid' where order_id = :order")
                .param("order", unsold.id().value())
                .update();
    }

    @Test
    @Capability("X18")
    void everyFigureOfTheBooksSumsToTheLedger() {
        LocalDate month = today().withDayOfMonth(1).plusMonths(1);
        long owed =
                liability.run("points", month).orElseThrow().lines().stream()
                        .mapToLong(line -> line.outstanding())
                        .sum();
        assertThat(owed).isEqualTo(inLedger("points", Set.of("AVAILABLE", "HELD")));
        long stored =
                flow.handle(today().plusDays(1)).lines().stream()
                        .filter(line -> line.currency().equals(StoredValue.PRINCIPAL))
                        .mapToLong(line -> line.closing())
                        .sum();
        assertThat(stored).isEqualTo(inLedger(StoredValue.PRINCIPAL, Set.of("AVAILABLE", "HELD")));
        for (String currency : Set.of("points", "qualifying", StoredValue.PRINCIPAL)) {
            assertThat(
                            points.trial().stream()
                                    .filter(each -> each.currency().equals(currency))
                                    .mapToLong(TrialBalance::total)
                                    .sum())
                    .as(currency)
                    .isZero();
        }
    }

    private long inLedger(String currency, Set<String> places) {
        return points.trial().stream()
                .filter(each -> each.currency().equals(currency))
                .filter(each -> places.contains(each.place()))
                .mapToLong(TrialBalance::total)
                .sum();
    }

    private void capture(Order order, String change) {
        jdbc.sql(change).param("intent", shop.payment(order).id()).update();
    }

    private List<Difference> differences(Order order) {
        return match.handle(today()).differences().stream()
                .filter(line -> order.id().text().equals(line.orderId()))
                .flatMap(line -> line.differences().stream())
                .toList();
    }

    private LocalDate today() {
        return clock.instant().atZone(VenueZone.DEFAULT).toLocalDate();
    }
}
