package dev.waystation.platform.selling.booking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.foundation.wiring.WorldClock;
import dev.waystation.platform.members.benefits.model.Campaign;
import dev.waystation.platform.members.benefits.usecase.DraftCampaign;
import dev.waystation.platform.members.wallet.Balance;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.selling.booking.usecase.PayOrder;
import dev.waystation.platform.selling.booking.usecase.RefundTicket;
import dev.waystation.platform.selling.catalogue.Run;
import dev.waystation.testkit.Capability;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** One order paid with a coupon, points, the member's card and cash. */
@PlatformIT
class FourTendersIT {

    private static final long COUPON = 1_000;
    private static final long POINTS = 3_000;
    private static final long STORED = 2_000;

    /** Of the member's points these run out first, so they are taken first. */
    private static final long SOON = 2_000;

    @Autowired AutowireCapableBeanFactory beans;
    @Autowired DraftCampaign campaigns;
    @Autowired PayOrder payOrder;
    @Autowired RefundTicket refundTicket;
    @Autowired Points points;
    @Autowired FactPump pump;
    @Autowired WorldClock clock;

    private Shop shop;
    private Purse purse;
    private Run run;
    private long member;
    private String code;

    @BeforeEach
    void somebodyWithEverything() {
        shop = beans.createBean(Shop.class);
        purse = beans.createBean(Purse.class);
        run = shop.aTrain();
        member = shop.aMember();
        purse.credit(member, SOON, purse.lastDay().minusMonths(1));
        purse.credit(member, 8_000, purse.lastDay());
        purse.openCard(member);
        code = "FOUR" + UUID.randomUUID().toString().substring(0, 8);
        campaigns.handle(tenYuanOff(), code);
    }

    @AfterEach
    void usualRulesAgain() {
        purse.refunds("RATIO", true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RATIO", "FIRST", "LAST"})
    @Capability("L76")
    void allFourAddUpAPartComesBackByTheRuleAndTheLastTicketBringsCouponAndLots(String order) {
        purse.refunds(order, true);
        List<Balance.Expiring> lots = lots();
        Order party = shop.place(wish());
        long full = party.tickets().stream().mapToLong(each -> each.fare().minor()).sum() + COUPON;
        assertThat(party.amount().minor()).isEqualTo(full - COUPON);
        assertThat(payOrder.handle(party.id(), POINTS, STORED))
                .isInstanceOf(PayOrder.Outcome.Opened.class);
        long cash = shop.payment(party).amount().minor();
        assertThat(COUPON + POINTS + STORED + cash).as("all four").isEqualTo(full);
        shop.approve(shop.payment(party).id());
        pump.drain();
        assertThat(shop.now(party).status()).isEqualTo(OrderStatus.PAID);
        assertThat(purse.points(member)).isEqualTo(10_000 - POINTS);
        assertThat(purse.stored(member)).isEqualTo(10_000 - STORED);
        assertThat(shop.refused(wish()).coupon()).as("the coupon is used").isNotNull();

        List<Ticket> tickets = shop.now(party).tickets();
        long back = refunded(tickets.getFirst());
        assertThat(returned(party, cash))
                .as("a part, by the rule, and no tender more than it paid")
                .isBetween(back - 1, back);
        assertThat(shop.refused(wish()).coupon()).as("still used for the others").isNotNull();
        for (Ticket ticket : tickets.subList(1, tickets.size())) {
            back += refunded(ticket);
        }
        assertThat(returned(party, cash)).isBetween(back - 3, back);
        if (back == party.amount().minor()) {
            assertThat(lots()).isEqualTo(lots);
        } else {
            long points = purse.points(member) - (10_000 - POINTS);
            List<LocalDate> days = lots.stream().map(Balance.Expiring::lastDay).toList();
            assertThat(lots().stream().map(Balance.Expiring::lastDay).toList())
                    .as("points come back to the lots they came from, what was taken last first")
                    .isEqualTo(points > POINTS - SOON ? days : days.subList(1, 2));
        }
        assertThat(shop.place(wish()).amount().minor())
                .as("the coupon is back")
                .isEqualTo(full - COUPON);
    }

    private OrderRequest wish() {
        List<Long> party =
                IntStream.range(0, 3)
                        .mapToObj(_ -> shop.aTraveller(member, LocalDate.of(1990, 4, 1)))
                        .toList();
        return new OrderRequest(
                UUID.randomUUID(), member, run.id().value(), 0, 2, "second", party, List.of(code));
    }

    private long returned(Order order, long cash) {
        long byPoints = purse.points(member) - (10_000 - POINTS);
        long byCard = purse.stored(member) - (10_000 - STORED);
        long money = shop.payment(order).refunded().minor();
        assertThat(byPoints).isBetween(0L, POINTS);
        assertThat(byCard).isBetween(0L, STORED);
        assertThat(money).isBetween(0L, cash);
        return byPoints + byCard + money;
    }

    private long refunded(Ticket ticket) {
        RefundTicket.Outcome outcome = refundTicket.handle(ticket.id());
        assertThat(outcome).isInstanceOf(RefundTicket.Outcome.Refunded.class);
        pump.drain();
        return ((RefundTicket.Outcome.Refunded) outcome).refund().minor();
    }

    private Campaign tenYuanOff() {
        return new Campaign(
                0,
                new Said("立减十元", "Ten yuan off"),
                Campaign.Kind.PUBLIC,
                Campaign.State.LIVE,
                new Campaign.Stacking("order", "order"),
                new Campaign.Worth("AMOUNT", COUPON, 0, 0, "CNY"),
                Set.of("rail"),
                Map.of("seatClass", "second"),
                new Campaign.Window(
                        clock.instant().minusSeconds(60),
                        clock.instant().plus(Duration.ofDays(30)),
                        null),
                new Campaign.Limits(1L, null, null, null, 1));
    }

    private List<Balance.Expiring> lots() {
        return points.balance(member, Points.POINTS).expiring();
    }
}
