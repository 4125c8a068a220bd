package dev.waystation.platform.selling.booking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.members.accounts.model.Employee;
import dev.waystation.platform.members.accounts.model.EnterpriseAccount;
import dev.waystation.platform.members.accounts.usecase.KeepAccounts;
import dev.waystation.platform.members.accounts.usecase.ShowAccounts;
import dev.waystation.platform.members.benefits.model.Campaign;
import dev.waystation.platform.members.benefits.usecase.DraftCampaign;
import dev.waystation.platform.selling.booking.usecase.CancelOrder;
import dev.waystation.platform.selling.booking.usecase.OpenChange;
import dev.waystation.platform.selling.booking.usecase.PayOrder;
import dev.waystation.platform.selling.booking.usecase.RefundTicket;
import dev.waystation.platform.selling.catalogue.Run;
import dev.waystation.testkit.Capability;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/**
 * What pays the difference of a change besides points and cash, and what a change leaves behind.
 */
@PlatformIT
class PaidChangesIT {

    private static final long OFF = 1_000;

    @Autowired AutowireCapableBeanFactory beans;
    @Autowired OpenChange openChange;
    @Autowired PayOrder payOrder;
    @Autowired CancelOrder cancelOrder;
    @Autowired RefundTicket refundTicket;
    @Autowired DraftCampaign drafts;
    @Autowired KeepAccounts keep;
    @Autowired ShowAccounts show;
    @Autowired Tickets tickets;
    @Autowired FactPump pump;
    @Autowired Clock clock;

    private Shop shop;
    private Changer changer;
    private Purse purse;
    private Run run;
    private long member;
    private Ticket old;

    @BeforeEach
    void aTicketOfSecondClass() {
        shop = beans.createBean(Shop.class);
        changer = beans.createBean(Changer.class);
        purse = beans.createBean(Purse.class);
        changer.rules(2, 0, true, 0, "RETURNED_WHOLE", 0);
        run = shop.aTrain();
        member = shop.aMember();
        old = shop.bought(member, run).tickets().getFirst();
    }

    @AfterEach
    void usualRulesAgain() {
        changer.rules();
    }

    @Test
    void aChangeThatIsGivenUpLeavesTicketPointsCardAndCouponAsTheyWere() {
        purse.credit(member, 50_000, purse.lastDay());
        purse.openCard(member);
        String code = tenYuanOff();
        Order change = opened(code);
        assertThat(payOrder.handle(change.id(), 2_000, 1_000))
                .isInstanceOf(PayOrder.Outcome.Opened.class);
        assertThat(purse.points(member)).isEqualTo(48_000);
        assertThat(cancelOrder.handle(change.id()))
                .isInstanceOf(CancelOrder.Outcome.Cancelled.class);
        pump.drain();
        assertThat(purse.points(member)).isEqualTo(50_000);
        assertThat(purse.stored(member)).isEqualTo(Purse.CARD);
        assertThat(changer.now(old).status()).isEqualTo(TicketStatus.ISSUED);
        assertThat(opened(code).amount())
                .as("seat and coupon are free again")
                .isEqualTo(change.amount());
    }

    @Test
    @Capability("S24")
    void aCouponComesOffTheDifferenceAndIsNeverPaidOut() {
        long full = difference();
        Order change = opened(tenYuanOff());
        assertThat(change.amount().minor()).isEqualTo(full - OFF);
        shop.pay(change);
        pump.drain();
        Ticket fresh = shop.now(change).tickets().getFirst();
        assertThat(fresh.status()).isEqualTo(TicketStatus.ISSUED);
        assertThat(fresh.fare().minor())
                .as("its price is what is paid for it")
                .isEqualTo(old.fare().minor() + full - OFF);
        assertThat(tickets.ownMoney(List.of(fresh)))
                .containsEntry(fresh.id(), fresh.fare().minor());
        long back =
                ((RefundTicket.Outcome.Refunded) refundTicket.handle(fresh.id())).refund().minor();
        pump.drain();
        long cash =
                shop.payment(change).refunded().minor()
                        + shop.payment(shop.order(old.orderId())).refunded().minor();
        assertThat(cash).isEqualTo(back).isLessThanOrEqualTo(fresh.fare().minor());
    }

    @Test
    @Capability("S24")
    void anEnterprisePaysTheDifferenceAndGetsItsPartBack() {
        long account = account();
        Order change = changer.opened(old, run, "business");
        long due = change.amount().minor();
        assertThat(payOrder.onAccount(change.id(), account))
                .isInstanceOf(PayOrder.Outcome.Covered.class);
        pump.drain();
        Ticket fresh = shop.now(change).tickets().getFirst();
        assertThat(fresh.status()).isEqualTo(TicketStatus.ISSUED);
        assertThat(changer.now(old).status()).isEqualTo(TicketStatus.CHANGED);
        assertThat(used(account)).isEqualTo(due);
        long refund =
                ((RefundTicket.Outcome.Refunded) refundTicket.handle(fresh.id())).refund().minor();
        pump.drain();
        long toAccount = due - used(account);
        long toMember = shop.payment(shop.order(old.orderId())).refunded().minor();
        assertThat(toAccount).isBetween(1L, due);
        assertThat(toAccount + toMember).as("each gets its part").isEqualTo(refund);
        assertThat(
                        show.one(account, LocalDate.now(clock).withDayOfMonth(1))
                                .statement()
                                .differences())
                .as("the account's journal and the orders say the same")
                .isEmpty();
    }

    private long difference() {
        Order plain = changer.opened(old, run, "business");
        cancelOrder.handle(plain.id());
        return plain.amount().minor();
    }

    private Order opened(String code) {
        return Changer.opened(
                openChange.handle(
                        new ChangeRequest(
                                UUID.randomUUID(),
                                old.id(),
                                run.id().value(),
                                0,
                                2,
                                "business",
                                List.of(code),
                                "member:" + member)));
    }

    private String tenYuanOff() {
        String code = "CHANGE" + UUID.randomUUID().toString().substring(0, 8);
        drafts.handle(
                new Campaign(
                        0,
                        new Said("立减十元", "Ten yuan off"),
                        Campaign.Kind.PUBLIC,
                        Campaign.State.LIVE,
                        new Campaign.Stacking("order", "order"),
                        new Campaign.Worth("AMOUNT", OFF, 0, 0, "CNY"),
                        Set.of("rail"),
                        Map.of(),
                        new Campaign.Window(
                                clock.instant().minusSeconds(60),
                                clock.instant().plus(Duration.ofDays(30)),
                                null),
                        new Campaign.Limits(1L, null, null, null, 1)),
                code);
        return code;
    }

    private long account() {
        String code =
                "91420106MA%07d".formatted(Math.floorMod(UUID.randomUUID().hashCode(), 10_000_000));
        long account =
                ((KeepAccounts.Outcome.Done)
                                keep.open(
                                        new EnterpriseAccount.Opening(
                                                "测试企业",
                                                code + EnterpriseAccount.checkCharacter(code),
                                                1_000_000),
                                        "staff:1"))
                        .accountId();
        keep.employee(account, new Employee(member, "研发", 900_000, 0, true), "staff:1");
        return account;
    }

    private long used(long account) {
        return show.view(account).orElseThrow().employees().getFirst().usedMinor();
    }
}
