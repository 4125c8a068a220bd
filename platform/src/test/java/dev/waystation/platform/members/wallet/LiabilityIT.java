package dev.waystation.platform.members.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.members.wallet.model.LiabilityLine;
import dev.waystation.platform.members.wallet.model.LiabilityReport;
import dev.waystation.platform.members.wallet.usecase.ReportLiability;
import dev.waystation.platform.members.wallet.usecase.ShowPoints;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A handbook's worked example, through the journal of one member. */
@PlatformIT
class LiabilityIT {

    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final LocalDate SECOND = LocalDate.of(2025, 2, 1);

    @Autowired ReportLiability report;
    @Autowired ShowPoints show;
    @Autowired JdbcClient jdbc;

    private final String currency = "t" + UUID.randomUUID().toString().substring(0, 8);
    private final long member = Wishes.ofSomebody().memberId();

    @BeforeEach
    void tenThousandPointsForNineThousandOfWhich4500AreRedeemedAndThen4000() {
        jdbc.sql(
                        """
                        insert into wallet.currency
                          (code, name_zh, name_en, term_months, term_rounding, funding)
                        values (:code, '测试', 'test', 12, 'MONTH', 'railway')
                        """)
                .param("code", currency)
                .update();
        estimate(FIRST, 970);
        jdbc.sql(
                        """
                        with a as (
                          insert into wallet.account
                            (member_id, currency, entries, highest_lot, available, held, debt,
                             credited)
                          values (:member, :code, 3, 1, 1500, 0, 0, 10000)),
                        l as (
                          insert into wallet.lot
                          values (:member, :code, 1, date '2030-12-31', 'railway', 'travel', 10000,
                                  1500, 0))
                        insert into wallet.entry
                          (member_id, currency, entry_no, kind, reference, asked, amount, source,
                           spendable_after, posted_at, available_change, issuance_change,
                           redemption_change, lot_nos, lot_amounts)
                        values (:member, :code, 1, 'CREDIT', gen_random_uuid(), 10000, 10000,
                                'travel', 10000, '2025-01-10 12:00+08', 10000, -10000, null,
                                '{1}', '{-10000}'),
                               (:member, :code, 2, 'SPEND', gen_random_uuid(), 4500, 4500,
                                'travel', 5500, '2025-01-20 12:00+08', -4500, null, 4500,
                                '{1}', '{4500}'),
                               (:member, :code, 3, 'SPEND', gen_random_uuid(), 4000, 4000,
                                'travel', 1500, '2025-02-20 12:00+08', -4000, null, 4000,
                                '{1}', '{4000}')
                        """)
                .param("member", member)
                .param("code", currency)
                .update();
    }

    @Test
    void revenueOfTheTwoMonthsIsThatOfTheHandbookAndTiesToTheJournal() {
        assertThat(run(FIRST).postings())
                .containsEntry("sales-deferred", 9_000L)
                .containsEntry("points-revenue", -4_175L);
        estimate(SECOND, 990);
        LiabilityReport second = run(SECOND);
        assertThat(second.postings()).containsEntry("points-revenue", -3_552L);
        assertThat(second.postings().values().stream().mapToLong(Long::longValue).sum()).isZero();
        assertThat(second.lines().stream().mapToLong(LiabilityLine::outstanding).sum())
                .isEqualTo(1_500);
        assertThat(show.verify().sound()).isTrue();
    }

    @Test
    void anotherEstimateOfTheSecondMonthGivesTheHandbooksOtherFigure() {
        run(FIRST);
        estimate(SECOND, 920);
        assertThat(run(SECOND).postings()).containsEntry("points-revenue", -4_140L);
    }

    @Test
    void anOpenMonthIsRunAgainWithTheSameResultAndAClosedOneIsNeverTouched() {
        LiabilityReport once = run(FIRST);
        assertThat(run(FIRST)).isEqualTo(once);
        assertThat(report.lock(currency, FIRST, "staff:1")).isTrue();
        assertThat(report.lock(currency, FIRST, "staff:1")).isFalse();
        assertThat(report.run(currency, FIRST)).isEmpty();
        assertThatThrownBy(() ->
                        jdbc.sql("delete from wallet.accounting_posting where currency = :code")
                                .param("code", currency)
                                .update())
                .hasMessageContaining("is closed");
        assertThat(report.run(currency, SECOND)).isPresent();
    }

    private LiabilityReport run(LocalDate month) {
        return report.run(currency, month).orElseThrow();
    }

    private void estimate(LocalDate from, int permille) {
        jdbc.sql("insert into wallet.point_estimate values (:code, :from, 900, :permille)")
                .param("code", currency)
                .param("from", from)
                .param("permille", permille)
                .update();
    }
}
