package dev.waystation.platform.members.loyalty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.condition.TypeCheck;
import dev.waystation.platform.foundation.edge.Reason;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.loyalty.model.Award;
import dev.waystation.platform.members.loyalty.model.Awarding;
import dev.waystation.platform.members.loyalty.model.EarningRule;
import dev.waystation.platform.members.loyalty.model.Ride;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AwardingTest {

    private static final LocalDate LAST_DAY = LocalDate.of(2027, 1, 31);

    private final Awarding awarding = new Awarding(ZoneId.of("Asia/Shanghai"));
    private final List<EarningRule> rules =
            List.of(
                    rule("base", "每元 5 分", Map.of(), 5),
                    rule("senior", "长者 15 倍", Map.of("senior", true), 15),
                    rule("student", "学生票每元 5 分", Map.of("student", true), 5));

    @Test
    void aSeniorEarnsFifteenPerYuanRoundedOnceHalfUp() {
        Award award = award(7_050, true, false, 61_300);
        assertThat(award.points()).isEqualTo(1_058);
        assertThat(award.why().sentence().zh())
                .isEqualTo("1月31日 岳阳东 → 武汉：票款 70.50 元，按长者 15 倍，1,057.5 分，四舍五入一次为 1,058 分。");
        assertThat(award.why().reasons())
                .extracting(Reason::code)
                .containsExactly(
                        "TRIP_COMPLETED", "SENIOR_RULE", "STUDENT_RULE", "YEARLY_CAP", "LOT");
        assertThat(award.why().reasons())
                .extracting(Reason::held)
                .containsExactly(true, true, false, true, true);
        assertThat(award.why().reasons().get(3).text().zh())
                .isEqualTo("每年上限 500,000 分，已用 61,300，未触及");
    }

    @Test
    void aThousandYuanEarnFiveThousandOrFifteenThousandAndAStudentTicketKeepsFive() {
        assertThat(award(100_000, false, false, 0).points()).isEqualTo(5_000);
        assertThat(award(100_000, true, false, 0).points()).isEqualTo(15_000);
        assertThat(award(100_000, false, true, 0).points()).isEqualTo(5_000);
        assertThat(award(100_000, true, true, 0).points()).isEqualTo(15_000);
    }

    @Test
    void theYearlyCapLeavesOnlyTheRestAndSaysSo() {
        Award award = award(100_000, false, false, 498_000);
        assertThat(award.points()).isEqualTo(2_000);
        assertThat(award.why().reasons().get(3).held()).isFalse();
    }

    private Award award(long fareMinor, boolean senior, boolean student, long used) {
        Ride ride =
                new Ride(
                        1,
                        2,
                        fareMinor,
                        "second",
                        senior,
                        student,
                        "岳阳东",
                        "Yueyang East",
                        "武汉",
                        "Wuhan",
                        Instant.parse("2026-01-31T08:42:00Z"));
        return awarding.award(ride, rules, used, 500_000, LAST_DAY);
    }

    private static EarningRule rule(
            String code, String name, Map<String, Object> condition, int rate) {
        return new EarningRule(
                code, 1, Said.same(name), TypeCheck.parse(condition, Awarding.ATTRIBUTES), rate);
    }
}
