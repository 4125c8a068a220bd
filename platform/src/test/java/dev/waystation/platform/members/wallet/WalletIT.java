package dev.waystation.platform.members.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.members.wallet.model.BooksCheck;
import dev.waystation.platform.members.wallet.model.TrialBalance;
import dev.waystation.platform.members.wallet.usecase.ExpirePoints;
import dev.waystation.platform.members.wallet.usecase.ShowPoints;
import dev.waystation.testkit.Capability;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@PlatformIT
class WalletIT {

    @Autowired Points points;
    @Autowired ShowPoints show;
    @Autowired ExpirePoints expire;
    @Autowired JdbcClient jdbc;
    @Autowired MockMvc mvc;
    @Autowired Clock clock;

    private final Wishes somebody = Wishes.ofSomebody();

    @Test
    void aCreditLandsInALotOfItsLastDayAndASecondOneInTheSameLot() {
        LocalDate lastDay = points.lastDay(Points.POINTS, today());
        points.post(somebody.credit(300, lastDay));
        points.post(somebody.credit(200, lastDay));
        Balance balance = points.balance(somebody.memberId(), Points.POINTS);
        assertThat(balance.spendable()).isEqualTo(500);
        assertThat(balance.expiring()).containsExactly(new Balance.Expiring(lastDay, 500));
        assertThat(lastDay).isEqualTo(YearMonth.from(today()).plusYears(1).atEndOfMonth());
    }

    @Test
    void theSameReferenceIsPostedOnceForEverAndNeverMeansSomethingElse() {
        PointsCommand.Credit credit = somebody.credit(300, today().plusDays(9));
        PostOutcome first = points.post(credit);
        PostOutcome again = points.post(credit);
        assertThat(first)
                .isInstanceOfSatisfying(
                        PostOutcome.Posted.class, each -> assertThat(each.repeated()).isFalse());
        assertThat(again)
                .isInstanceOfSatisfying(
                        PostOutcome.Posted.class, each -> assertThat(each.repeated()).isTrue());
        PointsCommand other =
                new PointsCommand.Spend(
                        credit.reference(), somebody.memberId(), Points.POINTS, 300, "x");
        assertThat(points.post(other))
                .isEqualTo(
                        new PostOutcome.Refused(
                                WalletRefusal.REFERENCE_MEANS_SOMETHING_ELSE, 300, 0));
        assertThat(points.balance(somebody.memberId(), Points.POINTS).spendable()).isEqualTo(300);
    }

    @Test
    @Capability("L13")
    @Capability("L14")
    void aSpendTakesTheSoonestExpiringLotFirstAndStoresWhatItTook() {
        points.post(somebody.credit(300, today().plusDays(60)));
        points.post(somebody.credit(200, today().plusDays(30)));
        points.post(somebody.spend(250));
        assertThat(
                        jdbc.sql(
                                        """
                                        select l.last_day - :today::date as days, a.amount
                                        from wallet.entry e
                                        join wallet.allocation a
                                          using (member_id, currency, entry_no)
                                        join wallet.lot l using (member_id, currency, lot_no)
                                        where e.member_id = :member and e.kind = 'SPEND'
                                        order by days
                                        """)
                                .param("today", today())
                                .param("member", somebody.memberId())
                                .query((row, index) -> row.getInt(1) + ":" + row.getLong(2))
                                .list())
                .containsExactly("30:200", "60:50");
        assertThat(points.balance(somebody.memberId(), Points.POINTS).expiring())
                .containsExactly(new Balance.Expiring(today().plusDays(60), 250));
        assertThat(show.verify().entriesOffTheirAllocations()).isZero();
    }

    @Test
    @Capability("L7")
    void aHoldIsCapturedInPartOnceAndAnotherExpiresAlone() {
        points.post(somebody.credit(300, today().plusDays(60)));
        PointsCommand.Hold first = hold(200, clock.instant().plusSeconds(600));
        PointsCommand.Hold second = hold(100, clock.instant().minusSeconds(1));
        points.post(first);
        points.post(second);
        assertThat(points.balance(somebody.memberId(), Points.POINTS).spendable()).isZero();
        assertThat(points.post(capture(first, 150))).isInstanceOf(PostOutcome.Posted.class);
        assertThat(points.post(capture(first, 50)))
                .isEqualTo(new PostOutcome.Refused(WalletRefusal.HOLD_IS_CLOSED, 50, 0));
        assertThat(points.balance(somebody.memberId(), Points.POINTS).spendable()).isEqualTo(50);
        expire.overdueHolds();
        assertThat(points.balance(somebody.memberId(), Points.POINTS).spendable()).isEqualTo(150);
        assertThat(points.post(capture(second, 100)))
                .isEqualTo(new PostOutcome.Refused(WalletRefusal.HOLD_IS_CLOSED, 100, 0));
        assertThat(show.verify().sound()).isTrue();
    }

    @Test
    void aSpendIsGivenBackToTheLotsItCameFromAndNeverTwice() {
        points.post(somebody.credit(300, today().plusDays(60)));
        points.post(somebody.credit(200, today().plusDays(30)));
        PointsCommand.Spend spend = somebody.spend(250);
        points.post(spend);
        assertThat(points.post(giveBack(spend, 240))).isInstanceOf(PostOutcome.Posted.class);
        assertThat(points.post(giveBack(spend, 11)))
                .isEqualTo(new PostOutcome.Refused(WalletRefusal.RETURN_EXCEEDS_SPEND, 11, 10));
        assertThat(points.balance(somebody.memberId(), Points.POINTS).expiring())
                .containsExactly(
                        new Balance.Expiring(today().plusDays(30), 190),
                        new Balance.Expiring(today().plusDays(60), 300));
        assertThat(show.verify().sound()).isTrue();
    }

    @Test
    @Capability("L21")
    void lapsedPointsCountNowhereBeforeTheExpiryJobRanAndGoToBreakageOnceItDid() {
        somebody.lapsedLot(jdbc, today().minusDays(1), 70);
        assertThat(points.balance(somebody.memberId(), Points.POINTS).spendable()).isZero();
        assertThat(points.post(somebody.spend(1)))
                .isEqualTo(new PostOutcome.Refused(WalletRefusal.BALANCE_IS_TOO_LOW, 1, 0));
        assertThat(expire.lapsed()).isPositive();
        assertThat(expire.lapsed()).isZero();
        assertThat(
                        jdbc.sql(
                                        """
                                        select amount from wallet.posting
                                        where member_id = :member and place = 'BREAKAGE'
                                        """)
                                .param("member", somebody.memberId())
                                .query(Long.class)
                                .list())
                .containsExactly(70L);
        assertThat(show.verify().sound()).isTrue();
    }

    @Test
    @Capability("L10")
    void theBalanceOfAPastInstantIsReproduced() {
        points.post(somebody.credit(300, today().plusDays(60)));
        Instant now = clock.instant();
        assertThat(points.balanceAsOf(somebody.memberId(), Points.POINTS, now)).isEqualTo(300);
        assertThat(points.balanceAsOf(somebody.memberId(), Points.POINTS, now.minusSeconds(1)))
                .isZero();
        assertThat(
                        points.balanceAsOf(
                                somebody.memberId(), Points.POINTS, now.plus(Duration.ofDays(61))))
                .isZero();
    }

    @Test
    @Capability("L2")
    void thePostingsOfEveryCurrencySumToZeroOverMembersAndTheOperatorsPlaces() {
        points.post(somebody.credit(300, today().plusDays(60)));
        points.post(somebody.spend(100));
        Map<String, Long> sums =
                show.trial().stream()
                        .collect(
                                Collectors.groupingBy(
                                        TrialBalance::currency,
                                        Collectors.summingLong(TrialBalance::total)));
        assertThat(sums).isNotEmpty().allSatisfy((currency, sum) -> assertThat(sum).isZero());
        assertThat(show.trial())
                .extracting(TrialBalance::place)
                .contains("AVAILABLE", "ISSUANCE", "REDEMPTION");
    }

    @Test
    void theCheckFindsALotThatSomebodyAltered() {
        points.post(somebody.credit(300, today().plusDays(60)));
        alterLot(1);
        BooksCheck check = show.verify();
        alterLot(-1);
        assertThat(check.sound()).isFalse();
        assertThat(check.accountsOffTheirLots()).isEqualTo(1);
        assertThat(show.verify().sound()).isTrue();
    }

    @Test
    void theMemberReadsLotsAndStatementWithAReasonBehindEveryCredit() throws Exception {
        points.post(somebody.credit(300, today().plusDays(60)));
        points.post(somebody.spend(120));
        mvc.perform(get("/v1/me/points").with(SignIn.member(somebody.memberId())))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.spendable").value(180))
                .andExpect(jsonPath("$.lots[0].original").value(300))
                .andExpect(jsonPath("$.postings.items[0].amount").value(-120))
                .andExpect(jsonPath("$.postings.items[0].balanceAfter").value(180))
                .andExpect(jsonPath("$.postings.items[1].why").isNotEmpty());
        String id = PublicId.encode("mbr", somebody.memberId());
        mvc.perform(get("/v1/members/" + id + "/points").with(SignIn.role("finance")))
                .andExpect(status().isOk());
        mvc.perform(get("/v1/members/" + id + "/points").with(SignIn.role("gate")))
                .andExpect(status().isForbidden());
    }

    private void alterLot(int by) {
        jdbc.sql("update wallet.lot set free = free + :by where member_id = :member")
                .param("by", by)
                .param("member", somebody.memberId())
                .update();
    }

    private PointsCommand.Hold hold(long amount, Instant until) {
        return new PointsCommand.Hold(
                UUID.randomUUID(), somebody.memberId(), Points.POINTS, amount, until, "order");
    }

    private static PointsCommand.Capture capture(PointsCommand.Hold hold, long amount) {
        return new PointsCommand.Capture(
                UUID.randomUUID(),
                hold.memberId(),
                Points.POINTS,
                hold.reference(),
                amount,
                "order");
    }

    private static PointsCommand.GiveBack giveBack(PointsCommand.Spend spend, long amount) {
        return new PointsCommand.GiveBack(
                UUID.randomUUID(),
                spend.memberId(),
                Points.POINTS,
                spend.reference(),
                amount,
                "refund");
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
