package dev.waystation.platform.selling.slots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.StubbornRow;
import dev.waystation.platform.Together;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.foundation.jobs.TimerWheel;
import dev.waystation.platform.foundation.wiring.WorldClock;
import dev.waystation.platform.selling.catalogue.EntrySlot;
import dev.waystation.platform.selling.catalogue.store.ParkStore;
import dev.waystation.platform.selling.payment.Payments;
import dev.waystation.platform.selling.payment.SandboxPayments;
import dev.waystation.platform.selling.slots.usecase.EndSlotHolds;
import dev.waystation.platform.selling.slots.usecase.ShowSlots;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformIT
class SlotsIT {

    private static final AtomicInteger DAY = new AtomicInteger();
    private static final LocalTime NINE = LocalTime.of(9, 0);
    private static final long MEMBER = 77_000_001L;

    @Autowired Slots slots;
    @Autowired ShowSlots show;
    @Autowired ParkStore parks;
    @Autowired Payments payments;
    @Autowired SandboxPayments sandbox;
    @Autowired FactPump pump;
    @Autowired TimerWheel timers;
    @Autowired WorldClock clock;
    @Autowired EndSlotHolds holds;
    @Autowired JdbcClient jdbc;

    private LocalDate day;

    @BeforeEach
    void open() {
        day = LocalDate.now(clock).plusDays(400 + DAY.incrementAndGet());
        parks.savePark("SLOTS", "园", "Park", false);
        parks.saveSlots(
                "SLOTS",
                List.of(new EntrySlot("SLOTS", day, NINE, LocalTime.of(11, 0), 20, 5_000)));
    }

    private SlotSale buy(int people) {
        return slots.buy(new SlotWish(UUID.randomUUID(), MEMBER, day, NINE, people));
    }

    private SlotSale.Held held(int people) {
        return (SlotSale.Held) buy(people);
    }

    private int taken() {
        return show.on(day).getFirst().taken();
    }

    private SlotOrder.State state(SlotOrder order) {
        return show.ofMember(MEMBER, order.id() + 1, 1).getFirst().state();
    }

    @Test
    void paidPlacesStayTakenAndOneRequestTakesThemOnce() {
        SlotWish wish = new SlotWish(UUID.randomUUID(), MEMBER, day, NINE, 3);
        SlotSale.Held first = (SlotSale.Held) slots.buy(wish);
        assertThat(slots.buy(wish)).isEqualTo(first);
        assertThat(first.order().amountMinor()).isEqualTo(15_000);
        sandbox.approve(first.intent().id());
        pump.drain();
        assertThat(state(first.order())).isEqualTo(SlotOrder.State.PAID);
        clock.advance(Duration.ofMinutes(11));
        timers.runDue();
        assertThat(taken()).isEqualTo(3);
    }

    @Test
    void unpaidPlacesAreForSaleAgainAfterTheDeadline() {
        SlotOrder order = held(4).order();
        assertThat(taken()).isEqualTo(4);
        clock.advance(Duration.ofMinutes(11));
        timers.runDue();
        assertThat(taken()).isZero();
        assertThat(state(order)).isEqualTo(SlotOrder.State.EXPIRED);
    }

    @Test
    void anOrderThatCannotBeEndedKeepsNoOtherPlacesFromSale() {
        SlotOrder broken = held(4).order();
        SlotOrder next = held(5).order();
        clock.advance(Duration.ofMinutes(11));
        try (var stuck =
                new StubbornRow(
                        jdbc, "slots.slot_order", "old.reference = '" + broken.reference() + "'")) {
            assertThatThrownBy(() -> holds.handle(clock.instant()))
                    .hasMessageContaining("stubborn");
            assertThat(state(next)).as("%s", stuck).isEqualTo(SlotOrder.State.EXPIRED);
            assertThat(taken()).isEqualTo(4);
        }
        holds.handle(clock.instant());
        assertThat(state(broken)).isEqualTo(SlotOrder.State.EXPIRED);
        assertThat(taken()).isZero();
    }

    @Test
    void saysHowManyPlacesAreLeftWhenThePartyIsTooLarge() {
        held(9);
        held(9);
        assertThat(buy(3)).isEqualTo(new SlotSale.Refused(SlotRefusal.SLOT_IS_FULL, 2));
        assertThat(slots.buy(new SlotWish(UUID.randomUUID(), MEMBER, day, LocalTime.NOON, 1)))
                .isEqualTo(new SlotSale.Refused(SlotRefusal.NO_SUCH_SLOT, 0));
    }

    @Test
    void moneyThatComesTooLateTakesThePlacesAgainOrGoesBack() {
        SlotSale.Held lucky = held(2);
        SlotSale.Held late = held(2);
        clock.advance(Duration.ofMinutes(11));
        timers.runDue();
        sandbox.approve(lucky.intent().id());
        pump.drain();
        assertThat(state(lucky.order())).isEqualTo(SlotOrder.State.PAID);
        held(9);
        held(9);
        sandbox.approve(late.intent().id());
        pump.drain();
        assertThat(state(late.order())).isEqualTo(SlotOrder.State.EXPIRED);
        assertThat(payments.intent(late.intent().id()).orElseThrow().refunded().minor())
                .isEqualTo(10_000);
    }

    @Test
    void sixtyFourBuyersOfTwentyPlacesGetTwenty() {
        List<SlotSale> answers = Together.run(64, client -> buy(1));
        assertThat(answers).filteredOn(SlotSale.Held.class::isInstance).hasSize(20);
        assertThat(taken()).isEqualTo(20);
    }

    /** The control: buyers who look first and take afterwards do sell more than there is. */
    @Test
    void lookingFirstAndTakingAfterwardsWouldOversell() {
        AtomicInteger left = new AtomicInteger(20);
        AtomicInteger sold = new AtomicInteger();
        CyclicBarrier looked = new CyclicBarrier(64);
        Together.run(
                64,
                client -> {
                    boolean free = left.get() > 0;
                    await(looked);
                    if (free) {
                        left.decrementAndGet();
                        sold.incrementAndGet();
                    }
                    return free;
                });
        assertThat(sold.get()).isGreaterThan(20);
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }
}
