package dev.waystation.platform.members.partners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waystation.platform.members.partners.model.Contract.Direction;
import dev.waystation.platform.members.partners.model.Matching;
import dev.waystation.platform.members.partners.model.Statement;
import dev.waystation.platform.members.partners.model.Statement.Decision;
import dev.waystation.platform.members.partners.model.Statement.Gap;
import dev.waystation.platform.members.partners.usecase.DecideDispute;
import dev.waystation.platform.members.partners.usecase.SettleMonth;
import dev.waystation.platform.members.wallet.Note;
import dev.waystation.platform.members.wallet.Parcel;
import dev.waystation.platform.members.wallet.PastCredit;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.PointsCommand;
import dev.waystation.platform.members.wallet.PostOutcome;
import dev.waystation.platform.members.wallet.SeedWallet;
import dev.waystation.testkit.Capability;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

class PartnerSettlementIT extends PartnerDesk {

    @Autowired SettleMonth settle;
    @Autowired DecideDispute disputes;
    @Autowired SeedWallet past;

    @Test
    @Capability("L88")
    void theMonthFollowsTheFundersLotsThroughIssueUseAndReturn() {
        postpaid(100_000);
        long member = member();
        give(member, 800);
        in(fresh(), member, 10_000);
        byMember(Direction.OUT, fresh(), member, "62220001", 800);
        carryOut.run();
        UUID spend = UUID.randomUUID();
        points.post(new PointsCommand.Spend(spend, member, Points.POINTS, 600, "upgrade"));
        points.post(
                new PointsCommand.GiveBack(
                        UUID.randomUUID(), member, Points.POINTS, spend, 100, "cancelled"));
        Statement statement = done(settle.run(code, thisMonth()));
        // 1,000 issued at 30% of 1 fen, 600 used at 70%, 100 returned; 100 of theirs cost us 8 fen.
        assertThat(minor(statement))
                .containsOnly(
                        Map.entry(Statement.Kind.ISSUED, 300L),
                        Map.entry(Statement.Kind.REDEEMED, 420L),
                        Map.entry(Statement.Kind.RETURNED, -70L),
                        Map.entry(Statement.Kind.CONVERTED_OUT, -800L));
        assertThat(statement.net()).isEqualTo(-150);
        assertThat(done(settle.run(code, thisMonth())).lines())
                .as("run again, the same")
                .isEqualTo(statement.lines());
    }

    @Test
    @Capability("L88")
    void threeAccountsAreComparedAndEveryDifferenceIsNamed() {
        postpaid(100_000);
        long member = member();
        String both = fresh();
        String ours = fresh();
        String unequal = fresh();
        in(both, member, 1_000);
        in(ours, member, 2_000);
        in(unequal, member, 3_000);
        carryOut.run();
        String theirs = fresh();
        Statement statement =
                done(
                        settle.claim(
                                code,
                                thisMonth(),
                                Map.of(both, 1_000L, unequal, 3_500L, theirs, 40L)));
        assertThat(statement.ours()).isEqualTo(new Statement.Totals(3, 6_000));
        assertThat(statement.theirs()).isEqualTo(new Statement.Totals(3, 4_540));
        assertThat(statement.differences())
                .containsExactlyInAnyOrder(
                        new Statement.Difference(ours, Gap.ONLY_OURS, 2_000, 0, null),
                        new Statement.Difference(theirs, Gap.ONLY_THEIRS, 0, 40, null),
                        new Statement.Difference(unequal, Gap.UNITS_DIFFER, 3_000, 3_500, null),
                        new Statement.Difference(
                                Matching.PAYMENTS, Gap.PAYMENT_DIFFERS, 180, 0, null));
        Statement paid = done(settle.pay(code, thisMonth(), payment("tx-1-" + code, 180)));
        assertThat(paid.differences()).noneMatch(each -> each.kind() == Gap.PAYMENT_DIFFERS);
        assertThat(settle.pay(code, thisMonth(), payment("tx-1-" + code, 180)))
                .isEqualTo(new SettleMonth.Outcome.Refused(PartnerRefusal.PAYMENT_NOTED_ALREADY));
    }

    @Test
    @Capability("L88")
    void aLockedMonthNeverChangesAndAnAdjustmentFallsIntoTheNext() {
        long partner = postpaid(100_000).id();
        past.seed(
                List.of(
                        new PastCredit(
                                member(),
                                Points.POINTS,
                                1_000,
                                lastMonth().plusDays(9).atTime(12, 0).atZone(ZONE).toInstant(),
                                "partner",
                                code)));
        done(settle.run(code, lastMonth()));
        done(settle.claim(code, lastMonth(), Map.of("theirs-1", 50L)));
        assertThat(settle.lock(code, thisMonth(), "test"))
                .isEqualTo(
                        new SettleMonth.Outcome.Refused(PartnerRefusal.SETTLEMENT_MONTH_NOT_OVER));
        UUID dispute =
                ((DecideDispute.Outcome.Done)
                                disputes.open(
                                        code, lastMonth(), "theirs-1", "not in our books", "test"))
                        .dispute()
                        .id();
        assertThat(disputes.open(code, lastMonth(), "theirs-1", "not in our books", "test"))
                .isEqualTo(new DecideDispute.Outcome.Refused(PartnerRefusal.DISPUTE_OPEN_ALREADY));
        Statement locked = done(settle.lock(code, lastMonth(), "test"));
        assertThat(locked.net()).isEqualTo(300);
        assertThat(settle.run(code, lastMonth()))
                .isEqualTo(new SettleMonth.Outcome.Refused(PartnerRefusal.SETTLEMENT_IS_LOCKED));
        assertThatThrownBy(() ->
                        jdbc.sql(
                                        """
                                        update partners.statement_line set minor = 0
                                        where partner_id = :partner
                                        """)
                                .param("partner", partner)
                                .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("is locked");
        DecideDispute.Outcome decided =
                disputes.decide(dispute, Decision.ADJUSTED, "half of it", -25, "other");
        assertThat(((DecideDispute.Outcome.Done) decided).dispute().adjustedIn())
                .isEqualTo(thisMonth());
        assertThat(disputes.decide(dispute, Decision.REJECTED, "no", 0, "other"))
                .isEqualTo(new DecideDispute.Outcome.Refused(PartnerRefusal.DISPUTE_IS_DECIDED));
        Statement next = done(settle.run(code, thisMonth()));
        assertThat(minor(next)).containsEntry(Statement.Kind.ADJUSTED, -25L);
    }

    @Test
    @Capability("L88")
    void pointsSentToAnotherMemberAreStillPaidForByTheirFunder() {
        postpaid(100_000);
        long from = member();
        long to = member();
        in(fresh(), from, 10_000);
        carryOut.run();
        UUID out = UUID.randomUUID();
        points.post(
                new PointsCommand.TransferOut(
                        out, from, Points.POINTS, 1_000, "transfer", Note.NONE));
        LocalDate last = points.lastDay(Points.POINTS, LocalDate.now(clock));
        points.post(
                new PointsCommand.TransferIn(
                        UUID.randomUUID(),
                        to,
                        Points.POINTS,
                        out,
                        List.of(new Parcel(last, code, "partner", 1_000)),
                        "transfer",
                        Note.NONE));
        assertThat(
                        points.post(
                                new PointsCommand.Spend(
                                        UUID.randomUUID(), to, Points.POINTS, 1_000, "upgrade")))
                .isInstanceOf(PostOutcome.Posted.class);
        assertThat(minor(done(settle.run(code, thisMonth()))))
                .containsOnly(
                        Map.entry(Statement.Kind.ISSUED, 300L),
                        Map.entry(Statement.Kind.REDEEMED, 700L));
    }

    private LocalDate thisMonth() {
        return LocalDate.now(clock).withDayOfMonth(1);
    }

    private LocalDate lastMonth() {
        return thisMonth().minusMonths(1);
    }

    private Statement.Payment payment(String reference, long minor) {
        return new Statement.Payment(reference, minor, thisMonth().plusDays(5), "test");
    }

    private static Map<Statement.Kind, Long> minor(Statement statement) {
        return statement.lines().stream()
                .collect(Collectors.toMap(Statement.Line::kind, Statement.Line::minor));
    }

    private static Statement done(SettleMonth.Outcome outcome) {
        assertThat(outcome).isInstanceOf(SettleMonth.Outcome.Done.class);
        return ((SettleMonth.Outcome.Done) outcome).statement();
    }
}
