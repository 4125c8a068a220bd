package dev.waystation.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccountTest {

    private static final int TODAY = 1_000;
    private static final LotKey SOON = new LotKey(TODAY + 10, "railway", "travel");
    private static final LotKey LATER = new LotKey(TODAY + 40, "railway", "travel");
    private static final UUID HOLD = new UUID(0, 1);

    private final Account account = new Account();

    @Test
    void creditsWithOneKeyShareOneLot() {
        account.credit(300, SOON, TODAY);
        account.credit(200, SOON, TODAY);
        assertThat(account.lots()).containsExactly(new Lot(1, SOON, 500, 500, 0));
    }

    @Test
    void spendsTheSoonestExpiringLotFirstAndSaysWhichLotsItTook() {
        account.credit(300, LATER, TODAY);
        account.credit(200, SOON, TODAY);
        Entry spent = posted(account.spend(250, TODAY));
        assertThat(spent.allocations())
                .containsExactly(new Allocation(2, SOON, 200), new Allocation(1, LATER, 50));
        assertThat(spent.postings())
                .containsExactly(
                        new Posting(Place.AVAILABLE, -250), new Posting(Place.REDEMPTION, 250));
    }

    @Test
    void refusesToSpendMoreThanThereIsAndNamesWhatIsPossible() {
        account.credit(300, SOON, TODAY);
        assertThat(account.spend(301, TODAY))
                .isEqualTo(new Decision.Refused(LedgerRefusal.BALANCE_IS_TOO_LOW, 301, 300));
        assertThat(account.entries()).isEqualTo(1);
    }

    @Test
    void aLapsedLotCannotBeSpentEvenBeforeExpiryHasRun() {
        account.credit(300, SOON, TODAY);
        assertThat(account.spendable(TODAY + 10)).isEqualTo(300);
        assertThat(account.spendable(TODAY + 11)).isZero();
        assertThat(refusal(account.spend(1, TODAY + 11)))
                .isEqualTo(LedgerRefusal.BALANCE_IS_TOO_LOW);
    }

    @Test
    void expiryPostsOneEntryPerLapsedDayAndNothingTheSecondTime() {
        account.credit(300, SOON, TODAY);
        account.credit(50, new LotKey(SOON.lastDay(), "park", "visit"), TODAY);
        account.credit(20, LATER, TODAY);
        Entry first = posted(account.expireFirstLapsed(TODAY + 50));
        assertThat(first.amount()).isEqualTo(350);
        assertThat(first.change(Place.BREAKAGE)).isEqualTo(350);
        assertThat(posted(account.expireFirstLapsed(TODAY + 50)).amount()).isEqualTo(20);
        assertThat(refusal(account.expireFirstLapsed(TODAY + 50)))
                .isEqualTo(LedgerRefusal.NOTHING_LAPSED);
    }

    @Test
    void twoHoldsCannotPromiseTheSamePoints() {
        account.credit(300, SOON, TODAY);
        account.hold(HOLD, 200, TODAY);
        assertThat(account.hold(new UUID(0, 2), 101, TODAY))
                .isEqualTo(new Decision.Refused(LedgerRefusal.BALANCE_IS_TOO_LOW, 101, 100));
    }

    @Test
    void aPartialCaptureReleasesTheRestAndASecondCaptureIsRefused() {
        account.credit(300, SOON, TODAY);
        account.hold(HOLD, 200, TODAY);
        Entry captured = posted(account.capture(HOLD, 150));
        assertThat(captured.postings())
                .containsExactly(
                        new Posting(Place.HELD, -200),
                        new Posting(Place.REDEMPTION, 150),
                        new Posting(Place.AVAILABLE, 50));
        assertThat(account.spendable(TODAY)).isEqualTo(150);
        assertThat(refusal(account.capture(HOLD, 1))).isEqualTo(LedgerRefusal.HOLD_IS_CLOSED);
        assertThat(refusal(account.release(HOLD))).isEqualTo(LedgerRefusal.HOLD_IS_CLOSED);
    }

    @Test
    void aHoldThatOutlivesItsLotIsStillCaptured() {
        account.credit(300, SOON, TODAY);
        account.hold(HOLD, 200, TODAY);
        assertThat(posted(account.expireFirstLapsed(TODAY + 11)).amount()).isEqualTo(100);
        assertThat(posted(account.capture(HOLD, 200)).change(Place.REDEMPTION)).isEqualTo(200);
    }

    @Test
    void aReturnGoesToTheLotsItCameFromInReverseOrder() {
        account.credit(200, SOON, TODAY);
        account.credit(300, LATER, TODAY);
        Entry spent = posted(account.spend(250, TODAY));
        Outlay outlay = new Outlay(spent.allocations(), new long[2]);
        Entry back = posted(account.giveBack(outlay, 60, TODAY, new Lapsed.Forfeit()));
        assertThat(back.allocations())
                .containsExactly(new Allocation(2, LATER, -50), new Allocation(1, SOON, -10));
        assertThat(account.giveBack(outlay, 191, TODAY, new Lapsed.Forfeit()))
                .isEqualTo(new Decision.Refused(LedgerRefusal.RETURN_EXCEEDS_SPEND, 191, 190));
    }

    @Test
    void aReturnIntoALapsedLotIsForfeitOrMovesToAGraceLot() {
        account.credit(200, SOON, TODAY);
        Entry spent = posted(account.spend(200, TODAY));
        Outlay outlay = new Outlay(spent.allocations(), new long[1]);
        int after = TODAY + 20;
        Entry forfeit = posted(account.giveBack(outlay, 80, after, new Lapsed.Forfeit()));
        assertThat(forfeit.change(Place.BREAKAGE)).isEqualTo(80);
        posted(account.giveBack(outlay, 120, after, new Lapsed.UsableUntil(after + 30)));
        assertThat(account.spendable(after + 30)).isEqualTo(120);
        assertThat(account.spendable(after + 31)).isZero();
    }

    @Test
    void takingBackASpentEarnStopsAtTheBalanceOrBecomesDebtThatTheNextEarnRepays() {
        account.credit(5_000, SOON, TODAY);
        account.spend(4_000, TODAY);
        Entry taken =
                posted(account.takeBack(earned(5_000), 5_000, TODAY, new TakeBack.DebtUpTo(9_000)));
        assertThat(taken.change(Place.AVAILABLE)).isEqualTo(-1_000);
        assertThat(account.debt()).isEqualTo(4_000);
        account.credit(3_000, LATER, TODAY);
        assertThat(account.debt()).isEqualTo(1_000);
        assertThat(account.spendable(TODAY)).isZero();
    }

    @Test
    void takingBackWithinTheBalanceNeverOwes() {
        account.credit(5_000, SOON, TODAY);
        account.spend(4_000, TODAY);
        Entry taken =
                posted(account.takeBack(earned(5_000), 5_000, TODAY, new TakeBack.WithinBalance()));
        assertThat(taken.amount()).isEqualTo(1_000);
        assertThat(account.debt()).isZero();
    }

    @Test
    void aYearOfPointsEndsWithTheMonthAndNeverSlipsAcrossTheLeapDay() {
        ExpiryPolicy year = new ExpiryPolicy.Months(12, ExpiryPolicy.RoundedUpTo.MONTH);
        assertThat(year.lastDay(LocalDate.of(2026, 1, 31))).isEqualTo("2027-01-31");
        assertThat(year.lastDay(LocalDate.of(2027, 2, 3))).isEqualTo("2028-02-29");
        assertThat(year.lastDay(LocalDate.of(2028, 2, 29))).isEqualTo("2029-02-28");
        assertThat(
                        new ExpiryPolicy.Days(1, ExpiryPolicy.RoundedUpTo.QUARTER)
                                .lastDay(LocalDate.of(2026, 11, 30)))
                .isEqualTo("2026-12-31");
    }

    @Test
    void anAccountRestoredFromItsLotsAnswersAsBefore() {
        account.credit(200, SOON, TODAY);
        account.credit(300, LATER, TODAY);
        account.hold(HOLD, 250, TODAY);
        Account restored =
                Account.restore(
                        account.entries(),
                        account.debt(),
                        2,
                        account.lots(),
                        List.of(java.util.Objects.requireNonNull(account.hold(HOLD))),
                        List.of());
        assertThat(restored.capture(HOLD, 210)).isEqualTo(account.capture(HOLD, 210));
        assertThat(restored.spend(290, TODAY)).isEqualTo(account.spend(290, TODAY));
    }

    private static Earned earned(long amount) {
        return new Earned(SOON, amount, 0);
    }

    static Entry posted(Decision decision) {
        assertThat(decision).isInstanceOf(Decision.Posted.class);
        return ((Decision.Posted) decision).entry();
    }

    static LedgerRefusal refusal(Decision decision) {
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused) decision).code();
    }
}
