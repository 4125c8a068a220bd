package dev.waystation.platform.selling.inventory.model;

import static dev.waystation.platform.selling.inventory.model.SmallTrain.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.selling.inventory.InventoryRefusal;
import dev.waystation.platform.selling.inventory.SeatLabel;
import dev.waystation.release.Bucket;
import dev.waystation.release.Finding;
import dev.waystation.release.LimitSet;
import dev.waystation.release.Selector;
import dev.waystation.testkit.Capability;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RunBookTest {

    private final RunLayout layout = SmallTrain.layout(1, 4, 1);
    private final RunBook book = new RunBook(layout);
    private final List<Decision> journal = new ArrayList<>();

    private Ruling hold(UUID ref, int from, int to, int party) {
        return book.decide(
                new SeatCommand.Hold(layout, SmallTrain.wish(layout, ref, from, to, party), NOW),
                journal::add);
    }

    private Ruling confirm(UUID ref, Instant now) {
        return book.decide(new SeatCommand.Confirm(layout, ref, now), journal::add);
    }

    private void expire(UUID ref, Instant now) {
        book.decide(new SeatCommand.Expire(layout, ref, now), journal::add);
    }

    private Ruling release(UUID ref) {
        return book.decide(new SeatCommand.Release(layout, ref, "refund", NOW), journal::add);
    }

    private int free(int from, int to) {
        return Objects.requireNonNull(book.view().classes().get("second")).free(from, to);
    }

    private static InventoryRefusal code(Ruling ruling) {
        assertThat(ruling).isInstanceOf(Ruling.Refused.class);
        return ((Ruling.Refused) ruling).code();
    }

    @Test
    @Capability("S1")
    void aSeatSoldToOneCallIsSoldAgainFromThereAndNotInBetween() {
        Ruling first = hold(UUID.randomUUID(), 0, 1, 1);
        Ruling second = hold(UUID.randomUUID(), 1, 3, 1);
        assertThat(first).isInstanceOf(Ruling.Seated.class);
        assertThat(second).isEqualTo(first);
        assertThat(code(hold(UUID.randomUUID(), 0, 2, 1))).isEqualTo(InventoryRefusal.LEG_IS_FULL);
    }

    @Test
    void theSameReferenceGetsTheSameSeatsAndWritesOnce() {
        UUID ref = UUID.randomUUID();
        assertThat(hold(ref, 0, 3, 1)).isEqualTo(hold(ref, 0, 3, 1));
        confirm(ref, NOW);
        assertThat(hold(ref, 0, 3, 1)).isInstanceOf(Ruling.Seated.class);
        assertThat(journal).hasSize(2);
    }

    @Test
    @Capability("S19")
    void aPartyThatDoesNotFitTakesNothing() {
        RunLayout two = SmallTrain.layout(2, 4, 2);
        RunBook small = new RunBook(two);
        Ruling ruling =
                small.decide(
                        new SeatCommand.Hold(
                                two, SmallTrain.wish(two, UUID.randomUUID(), 0, 3, 3), NOW),
                        journal::add);
        assertThat(code(ruling)).isEqualTo(InventoryRefusal.MORE_PASSENGERS_THAN_SEATS);
        assertThat(journal).isEmpty();
        assertThat(Objects.requireNonNull(small.view().classes().get("second")).free(0, 3))
                .isEqualTo(2);
    }

    @Test
    @Capability("S16")
    void expiryFreesExactlyTheHeldLegs() {
        UUID ref = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        hold(ref, 0, 2, 1);
        hold(other, 2, 3, 1);
        expire(ref, NOW.plus(Duration.ofMinutes(9)));
        assertThat(free(0, 2)).isZero();
        expire(ref, NOW.plus(Duration.ofMinutes(10)));
        assertThat(free(0, 2)).isEqualTo(1);
        assertThat(free(2, 3)).isZero();
        assertThat(code(hold(ref, 0, 2, 1))).isEqualTo(InventoryRefusal.HOLD_HAS_EXPIRED);
    }

    @Test
    void aSoldSeatNeverExpires() {
        UUID ref = UUID.randomUUID();
        hold(ref, 0, 3, 1);
        confirm(ref, NOW);
        expire(ref, NOW.plus(Duration.ofDays(1)));
        assertThat(free(0, 3)).isZero();
    }

    @Test
    void paymentAfterTheDeadlineTakesTheSeatAgainWhenItIsFree() {
        UUID ref = UUID.randomUUID();
        hold(ref, 0, 3, 1);
        Instant late = NOW.plus(Duration.ofMinutes(11));
        expire(ref, late);
        Ruling ruling = confirm(ref, late);
        assertThat(ruling).isInstanceOf(Ruling.Seated.class);
        assertThat(((Ruling.Seated) ruling).retaken()).isTrue();
        assertThat(free(0, 1)).isZero();
    }

    @Test
    void paymentAfterTheDeadlineIsRefusedWithTheReasonWhenTheSeatIsGone() {
        UUID ref = UUID.randomUUID();
        hold(ref, 0, 3, 1);
        Instant late = NOW.plus(Duration.ofMinutes(11));
        expire(ref, late);
        hold(UUID.randomUUID(), 1, 2, 1);
        Ruling ruling = confirm(ref, late);
        assertThat(code(ruling)).isEqualTo(InventoryRefusal.LEG_IS_FULL);
        assertThat(((Ruling.Refused) ruling).finding()).extracting(Finding::seatsFree).isEqualTo(0);
    }

    @Test
    void seatsGivenBackAreFreeAndStayGivenBack() {
        UUID ref = UUID.randomUUID();
        hold(ref, 0, 3, 1);
        confirm(ref, NOW);
        assertThat(release(ref)).isEqualTo(new Ruling.Freed(1, true));
        assertThat(release(ref)).isEqualTo(new Ruling.Freed(1, true));
        assertThat(free(0, 3)).isEqualTo(1);
        assertThat(code(confirm(ref, NOW))).isEqualTo(InventoryRefusal.HOLD_WAS_RELEASED);
        assertThat(release(UUID.randomUUID())).isEqualTo(new Ruling.Freed(0, false));
    }

    @Test
    void oneSeatOfAPartyIsGivenBackOnceAndTheOthersStay() {
        RunLayout three = SmallTrain.layout(3, 4, 3);
        RunBook small = new RunBook(three);
        UUID ref = UUID.randomUUID();
        small.decide(
                new SeatCommand.Hold(three, SmallTrain.wish(three, ref, 0, 3, 3), NOW),
                journal::add);
        small.decide(new SeatCommand.Confirm(three, ref, NOW), journal::add);
        SeatCommand one =
                new SeatCommand.ReleaseSeat(three, ref, new SeatLabel("01", "S1"), "refund", NOW);
        assertThat(small.decide(one, journal::add)).isEqualTo(new Ruling.Freed(1, true));
        assertThat(small.decide(one, journal::add)).isEqualTo(new Ruling.Freed(0, false));
        assertThat(small.claims()).singleElement().extracting(Claim::seatCount).isEqualTo(2);
        Ruling next =
                small.decide(
                        new SeatCommand.Hold(
                                three, SmallTrain.wish(three, UUID.randomUUID(), 0, 3, 1), NOW),
                        journal::add);
        assertThat(((Ruling.Seated) next).seats()).containsExactly(new SeatLabel("01", "S1"));
    }

    @Test
    void aTrainThatHasLeftSellsNothingFromThere() {
        Instant afterSecondCall = layout.departures().get(1);
        Ruling ruling =
                book.decide(
                        new SeatCommand.Hold(
                                layout,
                                SmallTrain.wish(layout, UUID.randomUUID(), 1, 2, 1),
                                afterSecondCall),
                        journal::add);
        assertThat(code(ruling)).isEqualTo(InventoryRefusal.RUN_HAS_DEPARTED);
        assertThat(
                        book.decide(
                                new SeatCommand.Hold(
                                        layout,
                                        SmallTrain.wish(layout, UUID.randomUUID(), 2, 3, 1),
                                        afterSecondCall),
                                journal::add))
                .isInstanceOf(Ruling.Seated.class);
    }

    @Test
    void aReserveIsOnlyForItsGroupAlsoInsideOneParty() {
        RunLayout two = SmallTrain.layout(2, 3, 10);
        RunBook small = new RunBook(two);
        LimitSet limits =
                new LimitSet(
                        "students",
                        List.of(
                                Bucket.nested("everyone", Selector.trips("any")),
                                Bucket.beside("student", Selector.group("student"))),
                        List.of(1, 9),
                        List.of(),
                        null);
        small.decide(
                new SeatCommand.Limit(two, "second", "plan 1 step 1", limits, NOW), journal::add);
        Ruling mixed =
                small.decide(
                        new SeatCommand.Hold(
                                two,
                                SmallTrain.wish(
                                        two,
                                        UUID.randomUUID(),
                                        0,
                                        2,
                                        List.of("general", "student", "student")),
                                NOW),
                        journal::add);
        assertThat(mixed).isInstanceOf(Ruling.Seated.class);
        Ruling general =
                small.decide(
                        new SeatCommand.Hold(
                                two, SmallTrain.wish(two, UUID.randomUUID(), 0, 2, 1), NOW),
                        journal::add);
        assertThat(code(general)).isEqualTo(InventoryRefusal.QUOTA_IS_SOLD_OUT);
    }

    @Test
    void aStepOfAPlanIsAppliedOnce() {
        LimitSet none = new LimitSet("closed", List.of(), List.of(), List.of(), null);
        for (int i = 0; i < 2; i++) {
            book.decide(
                    new SeatCommand.Limit(layout, "second", "plan 1 step 1", none, NOW),
                    journal::add);
        }
        assertThat(journal).hasSize(1);
        assertThat(code(hold(UUID.randomUUID(), 0, 1, 1)))
                .isEqualTo(InventoryRefusal.NOT_RELEASED_YET);
    }
}
