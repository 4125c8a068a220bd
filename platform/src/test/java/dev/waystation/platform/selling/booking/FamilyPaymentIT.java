package dev.waystation.platform.selling.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.foundation.jobs.TimerWheel;
import dev.waystation.platform.foundation.wiring.VenueZone;
import dev.waystation.platform.foundation.wiring.WorldClock;
import dev.waystation.platform.insight.analytics.usecase.MatchMoney;
import dev.waystation.platform.members.membership.Household;
import dev.waystation.platform.members.membership.store.HouseholdStore;
import dev.waystation.platform.members.wallet.PooledPoints;
import dev.waystation.platform.selling.booking.usecase.CancelOrder;
import dev.waystation.platform.selling.booking.usecase.PayOrder;
import dev.waystation.platform.selling.booking.usecase.PlanPayment;
import dev.waystation.platform.selling.booking.usecase.RefundTicket;
import dev.waystation.platform.selling.catalogue.Run;
import dev.waystation.testkit.Capability;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;

/** Orders paid with what a family has together: its rules hold, and every point finds its owner. */
@PlatformIT
class FamilyPaymentIT {

    private static final long PARENTS = 6_000;

    @Autowired AutowireCapableBeanFactory beans;
    @Autowired HouseholdStore households;
    @Autowired PooledPoints pool;
    @Autowired PayOrder payOrder;
    @Autowired CancelOrder cancelOrder;
    @Autowired RefundTicket refundTicket;
    @Autowired MatchMoney match;
    @Autowired Orders orders;
    @Autowired FactPump pump;
    @Autowired TimerWheel timers;
    @Autowired TransactionTemplate transaction;
    @Autowired MockMvc mvc;
    @Autowired WorldClock clock;

    private Shop shop;
    private Purse purse;
    private Run run;
    private long parent;
    private long child;
    private long household;

    @BeforeEach
    void aParentWithPointsAndAGrownChildWithNone() {
        shop = beans.createBean(Shop.class);
        purse = beans.createBean(Purse.class);
        run = shop.aTrain();
        parent = shop.aMember();
        child = shop.aMember(LocalDate.of(2000, 5, 1));
        purse.credit(parent, PARENTS, purse.lastDay());
        household = households.form(parent, clock.instant());
        join(parent, Household.Role.OWNER, LocalDate.now(clock));
        join(child, Household.Role.ADULT, LocalDate.now(clock));
    }

    @Test
    @Capability("L84")
    void theFamilyPaysAndARefundGoesHomeAlsoToWhoLeftMeanwhile() {
        Order order = placed(child);
        assertThat(pay(order, 4_000)).isInstanceOf(PayOrder.Outcome.Opened.class);
        assertThat(purse.points(parent))
                .as("nothing is drawn before it is paid")
                .isEqualTo(PARENTS);
        settle(order);
        assertThat(shop.now(order).status()).isEqualTo(OrderStatus.PAID);
        assertThat(purse.points(parent)).isEqualTo(PARENTS - 4_000);
        assertThat(shop.payment(order).amount().minor()).isEqualTo(order.amount().minor() - 4_000);
        assertThat(differences(order)).isZero();

        households.end(household, List.of(parent), "LEFT", clock.instant());
        long refund = refunded(shop.now(order).tickets().getFirst());
        pump.drain();
        long back = purse.points(parent) - (PARENTS - 4_000);
        assertThat(back).isBetween(1L, 4_000L);
        assertThat(back + shop.payment(order).refunded().minor()).isBetween(refund - 1, refund);
        assertThat(purse.points(child)).as("nothing of it is the child's").isZero();
        assertThat(differences(order)).isZero();
        pump.drain();
        assertThat(purse.points(parent)).isEqualTo(PARENTS - 4_000 + back);
    }

    @Test
    void whatTheRulesOfTheFamilyForbidIsRefusedByName() {
        long single = shop.aMember();
        assertThat(refused(placed(single), 100)).isEqualTo("POOL_NOT_FOUND 0");
        Order order = placed(child);
        assertThat(refused(order, PARENTS + 1)).isEqualTo("POOL_IS_TOO_LOW " + PARENTS);
        households.set(household, child, 100, 1_500L);
        assertThat(refused(order, 1_501)).isEqualTo("POOL_LIMIT_REACHED 1500");
        households.rules(household, Household.DrawOrder.EARLIEST, true);
        assertThat(refused(order, 100)).isEqualTo("POOL_OWNER_ONLY 0");
        households.rules(household, Household.DrawOrder.EARLIEST, false);
        long cousin = shop.aMember();
        join(cousin, Household.Role.ADULT, LocalDate.now(clock).plusDays(7));
        assertThat(refused(placed(cousin), 100)).isEqualTo("POOL_NOT_ACTIVE_YET 0");
        assertThat(pay(order, 1_500)).isInstanceOf(PayOrder.Outcome.Opened.class);
        assertThat(pay(order, 1_500)).as("again").isInstanceOf(PayOrder.Outcome.Opened.class);
        assertThat(payOrder.handle(order.id(), 1_500, 0))
                .as("own points instead")
                .isInstanceOfSatisfying(
                        PayOrder.Outcome.Refused.class,
                        no ->
                                assertThat(no.code())
                                        .isEqualTo(PayOrder.PayRefusal.PAYMENT_HAS_BEGUN));
    }

    @Test
    void aPoolThatIsEmptyWhenTheMoneyComesSendsEverythingBack() {
        Order order = placed(child);
        pay(order, 4_000);
        assertThat(pool.draw(new PooledPoints.Draw(UUID.randomUUID(), parent, 5_000, "test", null)))
                .isInstanceOf(PooledPoints.Outcome.Done.class);
        settle(order);
        assertThat(shop.now(order).status()).isEqualTo(OrderStatus.EXPIRED);
        assertThat(purse.points(parent)).isEqualTo(PARENTS - 5_000);
        assertThat(shop.payment(order).refunded()).isEqualTo(shop.payment(order).amount());
    }

    @Test
    @Capability("L84")
    void killedBetweenTheDrawAndTheTicketsItIsDrawnOnce() {
        Order order = placed(child);
        pay(order, 4_000);
        shop.approve(shop.payment(order).id());
        for (int kill = 0; kill < 3; kill++) {
            killedWhileSettling(order);
            assertThat(shop.now(order).status()).isEqualTo(OrderStatus.HELD);
            assertThat(purse.points(parent)).isEqualTo(PARENTS - 4_000);
        }
        pump.drain();
        assertThat(shop.now(order).status()).isEqualTo(OrderStatus.PAID);
        assertThat(purse.points(parent)).isEqualTo(PARENTS - 4_000);
        assertThat(differences(order)).isZero();
    }

    /** The control: under a name made up at the moment, every attempt would take again. */
    @Test
    void controlADrawUnderAFreshNameTakesTwice() {
        for (int attempt = 0; attempt < 2; attempt++) {
            pool.draw(new PooledPoints.Draw(UUID.randomUUID(), child, 2_000, "test", null));
        }
        assertThat(purse.points(parent)).isEqualTo(PARENTS - 4_000);
    }

    @Test
    @Capability("L84")
    void drawnBeforeTheKillItGoesHomeWhenTheOrderFailsAfterIt() {
        Run other = shop.aTrain();
        Order order = placed(child);
        pay(order, 4_000);
        clock.moveTo(order.expiresAt());
        timers.runDue();
        shop.approve(shop.payment(order).id());
        killedWhileSettling(order);
        assertThat(purse.points(parent)).isEqualTo(PARENTS - 4_000);
        shop.place(shop.wish(child, other, List.of(shop.self(child))));
        pump.drain();
        assertThat(shop.now(order).status()).isEqualTo(OrderStatus.EXPIRED);
        assertThat(purse.points(parent)).isEqualTo(PARENTS);
        assertThat(shop.payment(order).refunded()).isEqualTo(shop.payment(order).amount());
    }

    @Test
    void anOrderThatIsGivenUpDrewNothing() {
        Order order = placed(child);
        pay(order, 4_000);
        cancelOrder.handle(order.id());
        pump.drain();
        assertThat(purse.points(parent)).isEqualTo(PARENTS);
    }

    @Test
    void pagesOfferThePoolSayWhyNotAndTakeOneKindOfPoints() throws Exception {
        Order order = placed(child);
        options(order, child)
                .andExpect(jsonPath("$.family.points").value(PARENTS))
                .andExpect(jsonPath("$.points").value(0));
        households.rules(household, Household.DrawOrder.EARLIEST, true);
        options(order, child).andExpect(jsonPath("$.family.whyNone").value("POOL_OWNER_ONLY"));
        ask(order, "{\"familyPoints\":100}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("POOL_OWNER_ONLY"));
        households.rules(household, Household.DrawOrder.EARLIEST, false);
        ask(order, "{\"familyPoints\":100,\"points\":100}").andExpect(status().isBadRequest());
        ask(order, "{\"familyPoints\":100}").andExpect(status().isOk());
        options(order, child)
                .andExpect(jsonPath("$.plan.family").value(true))
                .andExpect(jsonPath("$.plan.points").value(100));
    }

    private ResultActions options(Order order, long member) throws Exception {
        return mvc.perform(
                get("/v1/orders/{id}/payment-options", order.id().text())
                        .with(SignIn.member(member)));
    }

    private ResultActions ask(Order order, String wish) throws Exception {
        return mvc.perform(
                post("/v1/orders/{id}:pay", order.id().text())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(wish)
                        .with(SignIn.staff("orders.sell")));
    }

    private void join(long member, Household.Role role, LocalDate activeOn) {
        households.join(
                household,
                new Household.Kin(member, role, null, 100, null, activeOn),
                clock.instant());
    }

    private Order placed(long member) {
        return shop.place(shop.wish(member, run, List.of(shop.self(member))));
    }

    private PayOrder.Outcome pay(Order order, long familyPoints) {
        return payOrder.handle(order.id(), new PlanPayment.Wish(0, familyPoints, 0, null));
    }

    private String refused(Order order, long familyPoints) {
        PayOrder.Outcome.Refused no = (PayOrder.Outcome.Refused) pay(order, familyPoints);
        return no.code() + " " + no.possible();
    }

    private void settle(Order order) {
        shop.approve(shop.payment(order).id());
        pump.drain();
    }

    /** All of it has happened, the draw for good; then we are killed before the commit. */
    private void killedWhileSettling(Order order) {
        transaction.executeWithoutResult(status -> {
            orders.settle(order.id());
            status.setRollbackOnly();
        });
    }

    private long refunded(Ticket ticket) {
        return ((RefundTicket.Outcome.Refunded) refundTicket.handle(ticket.id())).refund().minor();
    }

    private long differences(Order order) {
        return match
                .handle(LocalDate.ofInstant(clock.instant(), VenueZone.DEFAULT))
                .differences()
                .stream()
                .filter(line -> order.id().text().equals(line.orderId()))
                .count();
    }
}
