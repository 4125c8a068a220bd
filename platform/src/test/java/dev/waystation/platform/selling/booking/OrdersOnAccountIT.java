package dev.waystation.platform.selling.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.waystation.ledger.Tenders;
import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.Together;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.members.accounts.AccountRefusal;
import dev.waystation.platform.members.accounts.model.Employee;
import dev.waystation.platform.members.accounts.model.EnterpriseAccount;
import dev.waystation.platform.members.accounts.model.MonthStatement;
import dev.waystation.platform.members.accounts.usecase.KeepAccounts;
import dev.waystation.platform.members.accounts.usecase.ShowAccounts;
import dev.waystation.platform.selling.booking.model.PaymentPlan;
import dev.waystation.platform.selling.booking.store.TenderStore;
import dev.waystation.platform.selling.booking.usecase.PayOrder;
import dev.waystation.platform.selling.booking.usecase.RefundTicket;
import dev.waystation.platform.selling.catalogue.Run;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Employees book on the account of their enterprise; journal and orders say the same. */
@PlatformIT
class OrdersOnAccountIT {

    private static final int CLIENTS = 64;

    @Autowired AutowireCapableBeanFactory beans;
    @Autowired KeepAccounts keep;
    @Autowired ShowAccounts show;
    @Autowired PayOrder payOrder;
    @Autowired RefundTicket refund;
    @Autowired Orders orders;
    @Autowired MockMvc mvc;
    @Autowired TenderStore tenders;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;

    private Shop shop;
    private Run run;

    @BeforeEach
    void open() {
        shop = beans.createBean(Shop.class);
        run = shop.aTrain();
    }

    @Test
    void theAccountPaysAReturnIsCreditedAndTheStatementTiesToTheOrders() throws Exception {
        long account = account(1_000_000);
        long member = employee(account, 500_000);
        Order order = placed(member);
        assertThat(payOrder.onAccount(order.id(), account))
                .isInstanceOf(PayOrder.Outcome.Covered.class);
        orders.settle(order.id());
        assertThat(shop.now(order).status()).isEqualTo(OrderStatus.PAID);
        long fare = order.amount().minor();
        assertThat(used(account, member)).isEqualTo(fare);
        RefundTicket.Outcome.Refunded back =
                (RefundTicket.Outcome.Refunded) refund.handle(order.tickets().getFirst().id());
        assertThat(used(account, member)).isEqualTo(fare - back.refund().minor());
        MonthStatement month = statement(account);
        assertThat(month.differences()).as("journal and orders").isEmpty();
        assertThat(month.addsUp()).isTrue();
        mvc.perform(
                        get(
                                        "/v1/enterprise-accounts/{id}/months/{month}/lines.csv",
                                        PublicId.encode("acc", account),
                                        month.month().toString().substring(0, 7))
                                .with(SignIn.staff("accounts.read")))
                .andExpect(status().isOk());
        mvc.perform(
                        get(
                                        "/v1/enterprise-accounts/{id}/months/{month}",
                                        PublicId.encode("acc", account),
                                        month.month().toString())
                                .with(SignIn.staff("accounts.read")))
                .andExpect(status().isBadRequest());
        mvc.perform(
                        get("/v1/orders/{id}/payment-options", placed(member).id().text())
                                .with(SignIn.member(member)))
                .andExpect(jsonPath("$.accounts[0].id").value(PublicId.encode("acc", account)));
    }

    /** The control of the comparison: whichever side says nothing of an order is found out. */
    @Test
    void anOrderWithoutALineAndALineWithoutAnOrderKeepTheMonthOpen() {
        long account = account(1_000_000);
        Order forgotten = placed(shop.aMember());
        tenders.add(
                forgotten,
                PaymentPlan.onAccount(
                        List.of(forgotten.amount().minor()), account, Tenders.RefundOrder.RATIO));
        assertThat(statement(account).differences())
                .containsExactly(
                        new MonthStatement.Difference(
                                forgotten.id().text(), 0, forgotten.amount().minor()));
        jdbc.sql(
                        "update booking.orders set placed_at = placed_at - interval '1 month'"
                                + " where order_id = ?")
                .param(forgotten.id().value())
                .update();
        LocalDate lastMonth = LocalDate.now(clock).withDayOfMonth(1).minusMonths(1);
        assertThat(keep.close(account, lastMonth, "staff:1"))
                .isEqualTo(
                        new KeepAccounts.Outcome.Refused(
                                AccountRefusal.ACCOUNT_MONTH_DOES_NOT_TIE));

        long other = account(1_000_000);
        Order paid = placed(employee(other, 500_000));
        payOrder.onAccount(paid.id(), other);
        assertThat(statement(other).differences()).isEmpty();
        tenders.letGo(paid);
        assertThat(statement(other).differences())
                .containsExactly(
                        new MonthStatement.Difference(paid.id().text(), paid.amount().minor(), 0));
    }

    @Test
    void whoIsNotOnTheListOrHasNoLimitLeftIsToldWhy() {
        long account = account(1_000_000);
        Order stranger = placed(shop.aMember());
        assertThat(refused(stranger, account).code())
                .isEqualTo(PayOrder.PayRefusal.ACCOUNT_NOT_YOURS);
        Order poor = placed(employee(account, 1));
        PayOrder.Outcome.Refused limit = refused(poor, account);
        assertThat(limit.code()).isEqualTo(PayOrder.PayRefusal.ACCOUNT_MONTH_LIMIT_REACHED);
        assertThat(limit.possible()).isEqualTo(1);
        assertThat(Objects.requireNonNull(limit.why()).reasons())
                .filteredOn(each -> !each.held())
                .extracting(each -> each.code())
                .containsExactly("month_limit");
        long tight = account(1);
        assertThat(refused(placed(employee(tight, 500_000)), tight).code())
                .isEqualTo(PayOrder.PayRefusal.ACCOUNT_CREDIT_REACHED);
        keep.change(account, 1_000_000, false, "staff:1");
        assertThat(refused(placed(employee(account, 500_000)), account).code())
                .isEqualTo(PayOrder.PayRefusal.ACCOUNT_IS_SUSPENDED);
    }

    @Test
    void ofSixtyFourClientsOnlyAsManyBookAsTheCreditCarries() {
        long fare = placed(shop.aMember()).amount().minor();
        long account = account(3 * fare);
        List<Order> wanted = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            wanted.add(placed(employee(account, 10 * fare)));
        }
        List<PayOrder.Outcome> answers =
                Together.run(
                        CLIENTS, client -> payOrder.onAccount(wanted.get(client).id(), account));
        assertThat(answers).filteredOn(each -> each instanceof PayOrder.Outcome.Covered).hasSize(3);
        EnterpriseAccount after = show.view(account).orElseThrow().account();
        assertThat(after.owedMinor()).isEqualTo(3 * fare);
        assertThat(after.lastEntry()).as("numbered without a gap").isEqualTo(3);
        assertThat(statement(account).differences()).isEmpty();
    }

    /** The control: who only reads what is left lets everybody pass. */
    @Test
    void readingTheCreditFirstWouldLetAllPass() {
        long account = account(1);
        CyclicBarrier allHaveRead = new CyclicBarrier(CLIENTS);
        List<Boolean> passed =
                Together.run(
                        CLIENTS,
                        _ -> {
                            boolean left =
                                    show.view(account).orElseThrow().account().leftMinor() > 0;
                            try {
                                allHaveRead.await();
                            } catch (Exception broken) {
                                throw new IllegalStateException(broken);
                            }
                            return left;
                        });
        assertThat(passed).containsOnly(true);
    }

    private PayOrder.Outcome.Refused refused(Order order, long account) {
        return (PayOrder.Outcome.Refused) payOrder.onAccount(order.id(), account);
    }

    private Order placed(long member) {
        return shop.place(shop.wish(member, run, List.of(shop.self(member))));
    }

    private long account(long credit) {
        String code =
                "91420106MA%07d".formatted(Math.floorMod(UUID.randomUUID().hashCode(), 10_000_000));
        return ((KeepAccounts.Outcome.Done)
                        keep.open(
                                new EnterpriseAccount.Opening(
                                        "测试企业",
                                        code + EnterpriseAccount.checkCharacter(code),
                                        credit),
                                "staff:1"))
                .accountId();
    }

    private long employee(long account, long monthly) {
        long member = shop.aMember();
        keep.employee(account, new Employee(member, "研发", monthly, 0, true), "staff:1");
        return member;
    }

    private long used(long account, long member) {
        return show.view(account).orElseThrow().employees().stream()
                .filter(each -> each.memberId() == member)
                .findFirst()
                .orElseThrow()
                .usedMinor();
    }

    private MonthStatement statement(long account) {
        return show.one(account, LocalDate.now(clock).withDayOfMonth(1)).statement();
    }
}
