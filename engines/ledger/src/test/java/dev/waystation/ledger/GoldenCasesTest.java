package dev.waystation.ledger;

import static dev.waystation.ledger.AccountTest.posted;
import static dev.waystation.ledger.AccountTest.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.testkit.Capability;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Worked cases that an operator can check by hand. */
class GoldenCasesTest {

    private static final int TODAY = 20_000;
    private static final LotKey RIDE = new LotKey(TODAY + 365, "railway", "travel");
    private static final LotKey NEXT = new LotKey(TODAY + 400, "railway", "travel");
    private static final UUID PROMISE = new UUID(0, 1);

    private final Account account = new Account();

    @Test
    @Capability("L25")
    void aRefundedRideOfFiveThousandWithFourThousandSpentEndsByTheProgrammesMode() {
        assertThat(afterRefund(new TakeBack.PendingOnly())).containsExactly(0, 1_000, 0);
        assertThat(afterRefund(new TakeBack.WithinBalance())).containsExactly(1_000, 0, 0);
        assertThat(afterRefund(new TakeBack.DebtUpTo(10_000))).containsExactly(5_000, 0, 4_000);
        assertThat(afterRefund(new TakeBack.DebtUpTo(1_500)))
                .as("a tier with a lower cap")
                .containsExactly(2_500, 0, 1_500);
    }

    @Test
    @Capability("L26")
    void theNextEarnRepaysTheDebtFirstAndARoleForgivesTheRest() {
        earnSpendAndRefund(account, new TakeBack.DebtUpTo(10_000));
        account.credit(3_000, NEXT, TODAY);
        assertThat(account.debt()).isEqualTo(1_000);
        assertThat(account.spendable(TODAY)).isZero();
        assertThat(refusal(account.writeOff(1_001)))
                .isEqualTo(LedgerRefusal.WRITE_OFF_EXCEEDS_DEBT);
        posted(account.writeOff(1_000));
        account.credit(10, NEXT, TODAY);
        assertThat(account.spendable(TODAY)).isEqualTo(10);
    }

    @Test
    void aRefundBeforeTheRideTakesBackThePromiseAndNothingElse() {
        account.promise(PROMISE, 5_000);
        posted(account.cancel(PROMISE, 2_000));
        assertThat(account.pending()).isEqualTo(3_000);
        posted(account.activate(PROMISE, RIDE, TODAY));
        assertThat(account.spendable(TODAY)).isEqualTo(3_000);
        assertThat(refusal(account.cancel(PROMISE, 1))).isEqualTo(LedgerRefusal.PROMISE_IS_SETTLED);
        assertThat(refusal(account.activate(new UUID(0, 9), RIDE, TODAY)))
                .isEqualTo(LedgerRefusal.PROMISE_IS_UNKNOWN);
    }

    @Test
    @Capability("L29")
    void anOrderReopenedAfterItsRefundLeavesTheAccountAsItWas() {
        for (TakeBack mode : List.of(new TakeBack.WithinBalance(), new TakeBack.DebtUpTo(9_000))) {
            Account once = new Account();
            once.credit(5_000, RIDE, TODAY);
            once.credit(700, NEXT, TODAY);
            once.spend(4_000, TODAY);
            List<Lot> before = once.lots();
            Earned earned = new Earned(RIDE, 5_000, 0);
            Entry taken = posted(once.takeBack(earned, 5_000, TODAY, mode));
            Reversed reversed = new Reversed(RIDE, taken.allocations(), -taken.change(Place.DEBT));
            posted(once.restore(reversed, TODAY, new Lapsed.Forfeit()));
            assertThat(once.lots()).isEqualTo(before);
            assertThat(once.debt()).isZero();
        }
    }

    @Test
    @Capability("L29")
    void debtThatWasRepaidBeforeTheOrderReopenedComesBackAsPoints() {
        Entry taken = earnSpendAndRefund(account, new TakeBack.DebtUpTo(10_000));
        account.credit(3_000, NEXT, TODAY);
        posted(
                account.restore(
                        new Reversed(RIDE, taken.allocations(), 4_000),
                        TODAY,
                        new Lapsed.Forfeit()));
        assertThat(account.debt()).isZero();
        assertThat(account.spendable(TODAY))
                .as("5,000 earned - 4,000 spent + 3,000 earned")
                .isEqualTo(4_000);
    }

    @Test
    @Capability("L27")
    void anOrderRefundedLineByLineReturnsExactlyWhatWasPaidInEachTender() {
        long[] lines = {3_333, 3_333, 3_334};
        long before = 0;
        long cash = 0;
        long points = 0;
        for (long line : lines) {
            cash += Proration.part(6_000, 10_000, before, line);
            points += Proration.part(4_000, 10_000, before, line);
            before += line;
        }
        assertThat(cash).isEqualTo(6_000);
        assertThat(points).isEqualTo(4_000);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    @Capability("L27")
    void anyPartReturnsTogetherEqualTheWholeAndNoneIsNegative(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 2_000; round++) {
            long whole = random.nextLong(1, 1_000_000);
            long total = random.nextLong(0, 100_000_000);
            long before = 0;
            long given = 0;
            while (before < whole) {
                long now = random.nextLong(1, whole - before + 1);
                long part = Proration.part(total, whole, before, now);
                assertThat(part).isNotNegative();
                given += part;
                before += now;
            }
            assertThat(given).isEqualTo(total);
        }
    }

    @Test
    void partReturnsOfAnEarnTogetherNeverExceedIt() {
        account.credit(5_000, RIDE, TODAY);
        Earned earned = new Earned(RIDE, 5_000, 0);
        posted(account.takeBack(earned, 3_000, TODAY, new TakeBack.WithinBalance()));
        assertThat(account.takeBack(earned, 2_001, TODAY, new TakeBack.WithinBalance()))
                .isEqualTo(
                        new Decision.Refused(LedgerRefusal.TAKE_BACK_EXCEEDS_EARN, 2_001, 2_000));
    }

    @Test
    @Capability("L28")
    void anAwardRefundedAfterItsLotLapsedComesBackForThirtyDaysOrIsForfeit() {
        account.credit(2_000, RIDE, TODAY);
        Entry spent = posted(account.spend(2_000, TODAY));
        Outlay outlay = new Outlay(spent.allocations(), new long[1]);
        posted(account.giveBack(outlay, 500, TODAY + 10, new Lapsed.Forfeit()));
        assertThat(account.lots().getFirst().free()).as("same lot, same last day").isEqualTo(500);
        int late = TODAY + 366;
        Entry grace =
                posted(account.giveBack(outlay, 500, late, new Lapsed.UsableUntil(late + 30)));
        assertThat(grace.lots().getFirst().key().lastDay()).isEqualTo(late + 30);
        Entry forfeit = posted(account.giveBack(outlay, 1_000, late, new Lapsed.Forfeit()));
        assertThat(forfeit.change(Place.BREAKAGE)).isEqualTo(1_000);
        assertThat(forfeit.change(Place.AVAILABLE)).isZero();
    }

    @Test
    @Capability("L15")
    void everyPolicyNamesOneLastDay() {
        LocalDate posted = LocalDate.of(2026, 8, 19);
        assertThat(months(ExpiryPolicy.RoundedUpTo.DAY).lastDay(posted)).isEqualTo("2027-08-19");
        assertThat(months(ExpiryPolicy.RoundedUpTo.WEEK).lastDay(posted)).isEqualTo("2027-08-22");
        assertThat(months(ExpiryPolicy.RoundedUpTo.MONTH).lastDay(posted)).isEqualTo("2027-08-31");
        assertThat(months(ExpiryPolicy.RoundedUpTo.QUARTER).lastDay(posted))
                .isEqualTo("2027-09-30");
        assertThat(months(ExpiryPolicy.RoundedUpTo.YEAR).lastDay(posted)).isEqualTo("2027-12-31");
        assertThat(new ExpiryPolicy.Days(30, ExpiryPolicy.RoundedUpTo.DAY).lastDay(posted))
                .isEqualTo("2026-09-18");
        assertThat(new ExpiryPolicy.EveryYearOn(MonthDay.of(3, 31)).lastDay(posted))
                .isEqualTo("2027-03-31");
        assertThat(
                        new ExpiryPolicy.EveryYearOn(MonthDay.of(2, 29))
                                .lastDay(LocalDate.of(2027, 2, 28)))
                .isEqualTo("2027-02-28");
        assertThat(new ExpiryPolicy.Never().lastDay(posted)).isEqualTo("9999-12-31");
    }

    @Test
    @Capability("L15")
    void anOwnerWhoStaysAwayLosesEverythingAtOnceAndOneWhoComesBackInTimeNothing() {
        LotKey never = new LotKey(LotKey.NEVER, "railway", "travel");
        account.credit(300, never, TODAY);
        account.activeUntil(TODAY + 540);
        assertThat(account.spendable(TODAY + 540)).isEqualTo(300);
        assertThat(account.spendable(TODAY + 541)).isZero();
        assertThat(refusal(account.spend(1, TODAY + 541)))
                .isEqualTo(LedgerRefusal.BALANCE_IS_TOO_LOW);
        Entry ended = posted(account.expireFirstLapsed(TODAY + 541));
        assertThat(ended.change(Place.BREAKAGE)).isEqualTo(300);
    }

    @Test
    @Capability("L19")
    void expiredPointsArePutBackWithANewLastDay() {
        account.credit(300, RIDE, TODAY);
        int late = TODAY + 380;
        Entry expired = posted(account.expireFirstLapsed(late));
        Entry back = posted(account.reinstate(expired.allocations(), late + 60, late));
        assertThat(back.change(Place.BREAKAGE)).isEqualTo(-300);
        assertThat(account.spendable(late + 60)).isEqualTo(300);
        assertThat(account.spendable(late + 61)).isZero();
    }

    @Test
    @Capability("L20")
    void aLastDayMovesWithoutAPostingAndWithoutAPointMore() {
        account.credit(300, RIDE, TODAY);
        account.hold(new UUID(0, 2), 100, TODAY);
        Entry moved = posted(account.moveLastDay(RIDE.lastDay(), RIDE.lastDay() + 90, TODAY));
        assertThat(moved.postings()).isEmpty();
        assertThat(moved.allocations().stream().mapToLong(Allocation::amount).sum()).isZero();
        assertThat(account.spendable(RIDE.lastDay() + 90)).isEqualTo(200);
        assertThat(account.held()).isEqualTo(100);
    }

    private static ExpiryPolicy months(ExpiryPolicy.RoundedUpTo rounding) {
        return new ExpiryPolicy.Months(12, rounding);
    }

    /** Taken back, left to spend, owed. */
    private static long[] afterRefund(TakeBack mode) {
        Account fresh = new Account();
        fresh.credit(5_000, RIDE, TODAY);
        fresh.spend(4_000, TODAY);
        Decision decision = fresh.takeBack(new Earned(RIDE, 5_000, 0), 5_000, TODAY, mode);
        long taken = decision instanceof Decision.Posted(Entry entry) ? entry.amount() : 0;
        return new long[] {taken, fresh.spendable(TODAY), fresh.debt()};
    }

    private static Entry earnSpendAndRefund(Account on, TakeBack mode) {
        on.credit(5_000, RIDE, TODAY);
        on.spend(4_000, TODAY);
        return posted(on.takeBack(new Earned(RIDE, 5_000, 0), 5_000, TODAY, mode));
    }
}
