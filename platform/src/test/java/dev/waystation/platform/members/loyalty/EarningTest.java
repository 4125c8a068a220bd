package dev.waystation.platform.members.loyalty;

import static dev.waystation.platform.members.loyalty.Shipped.aged;
import static dev.waystation.platform.members.loyalty.Shipped.decide;
import static dev.waystation.platform.members.loyalty.Shipped.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.foundation.edge.Reason;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.loyalty.model.Allowance;
import dev.waystation.platform.members.loyalty.model.Decision;
import dev.waystation.platform.members.loyalty.model.EarningEvent;
import dev.waystation.platform.members.loyalty.model.EarningEvent.Line;
import dev.waystation.platform.members.loyalty.model.EarningRule;
import dev.waystation.platform.members.loyalty.model.EarningWhy;
import dev.waystation.platform.members.loyalty.model.Limit;
import dev.waystation.platform.members.loyalty.model.Programme;
import dev.waystation.platform.members.loyalty.model.RuleCheck;
import dev.waystation.platform.members.loyalty.model.RuleSketch;
import dev.waystation.testkit.Capability;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EarningTest {

    private final Programme rail = Shipped.programme("rail");
    private final Programme park = Shipped.programme("park");

    @ParameterizedTest
    @CsvSource({
        "13, false, 5000",
        "14, false, 10000",
        "28, false, 10000",
        "29, false, 5000",
        "59, false, 5000",
        "60, false, 15000",
        "20, true, 5000"
    })
    @Capability("L32")
    void aThousandYuanEarnByAgeAndAStudentFareKeepsFive(long age, boolean student, long points) {
        Decision decision = decide(rail, ride(100_000), with(aged(age), "student", student));
        assertThat(decision.total("points")).isEqualTo(points);
        assertThat(decision.total("qualifying")).isEqualTo(1_000);
    }

    @Test
    void theReasonSaysTheRuleTheArithmeticAndWhatWasNotUsed() {
        Decision decision = decide(rail, ride(7_050), aged(61));
        var why = EarningWhy.of(decision, "points", Shipped.ZONE);
        assertThat(why.sentence().zh())
                .isEqualTo("1月31日 test：实付 70.50 元，“长者 15 倍”1,057.5 分，舍入一次为 1,058 分。");
        assertThat(why.reasons())
                .extracting(Reason::code)
                .startsWith("TRIP_COMPLETED", "SENIOR_RULE")
                .contains("CONDITION_NOT_MET", "EARLIER_RULE_IN_GROUP");
    }

    @Test
    @Capability("L33")
    void holidaysDoubleMembersDaysDoubleItemsTripleAndNightsGiveHalfAgain() {
        assertThat(spent("2026-09-30T12:00", "food")).isEqualTo(100);
        assertThat(spent("2026-10-01T00:00", "food")).isEqualTo(200);
        assertThat(spent("2026-11-08T12:00", "food")).as("second Sunday").isEqualTo(200);
        assertThat(spent("2026-11-15T12:00", "food")).as("third Sunday").isEqualTo(100);
        assertThat(spent("2026-11-09T12:00", "coaster")).isEqualTo(300);
        assertThat(spent("2026-11-09T18:59", "food")).isEqualTo(100);
        assertThat(spent("2026-11-09T19:00", "food")).isEqualTo(150);
    }

    @Test
    @Capability("L40")
    void aGroupGivesItsBestItsFirstOrItsSumAndGroupsAddUp() {
        Map<String, Object> gold = with(aged(40), "tiers", List.of("park-gold"));
        EarningEvent order =
                event(
                        "park",
                        "order.paid",
                        "2026-10-01T20:00",
                        Map.of(),
                        Line.paid("a", "coaster", 10_000));
        // 100 by the yuan; holiday and night and triple do not stack, triple is best: 200 more;
        // gold is another group: 20 more.
        assertThat(decide(park, order, gold).total("points")).isEqualTo(320);
        assertThat(decide(park, order, gold).refused())
                .extracting(Decision.Refused::code)
                .contains("BETTER_RULE_IN_GROUP");
        EarningRule one = extra("one", 7);
        EarningRule two = extra("two", 8);
        assertThat(decide(park, order, gold, one, two).total("points")).isEqualTo(335);
        assertThat(decide(rail, ride(10_000), with(aged(20), "student", true)).refused())
                .filteredOn(each -> each.subject().equals("youth"))
                .extracting(Decision.Refused::code)
                .containsExactly("EARLIER_RULE_IN_GROUP");
    }

    @Test
    @Capability("L39")
    void awardTicketsOtherPeoplesNamesAndRefundedLinesEarnNothing() {
        Decision decision =
                decide(
                        rail,
                        event(
                                "rail",
                                "trip.completed",
                                "2026-01-31T12:00",
                                Map.of(),
                                Line.paid("kept", "second", 10_000),
                                new Line("award", "second", 10_000, true, true, false),
                                new Line("unnamed", "second", 10_000, false, false, false),
                                new Line("refunded", "second", 10_000, false, true, true)),
                        aged(40));
        assertThat(decision.total("points")).isEqualTo(500);
        assertThat(decision.line("points", 0)).isEqualTo(500);
        assertThat(decision.refused())
                .extracting(Decision.Refused::code)
                .contains("AWARD_TICKET", "NOT_IN_THE_MEMBERS_NAME", "LINE_WAS_REFUNDED");
    }

    @Test
    @Capability("L38")
    void theOrderIsRoundedOnceOrLineByLineAndTheLinesAlwaysSumToIt() {
        Line[] thirds = {Line.paid("a", "x", 33), Line.paid("b", "x", 33), Line.paid("c", "x", 33)};
        EarningEvent order = event("park", "order.paid", "2026-09-01T12:00", Map.of(), thirds);
        assertThat(rounded(order, "HALF_UP", "ORDER")).isEqualTo(1);
        assertThat(rounded(order, "HALF_UP", "LINE")).isZero();
        assertThat(rounded(order, "UP", "LINE")).isEqualTo(3);
        assertThat(rounded(order, "UP", "ORDER")).isEqualTo(1);
        assertThat(rounded(order, "DOWN", "ORDER")).isZero();
    }

    @Test
    @Capability("L35")
    void limitsGiveWhatIsLeftAndSayWhatWasWanted() {
        EarningRule capped =
                Shipped.rule(
                        new RuleSketch(
                                "capped",
                                "park",
                                Said.same("capped"),
                                "order.paid",
                                Map.of(),
                                Map.of("perYuan", 1),
                                "extra",
                                1,
                                "points",
                                List.of(
                                        limit(Limit.Scope.MEMBER, Limit.Period.WEEK, 150),
                                        limit(Limit.Scope.SITE, Limit.Period.MONTH, 170),
                                        limit(Limit.Scope.EVERYONE, Limit.Period.EVER, 180))),
                        park,
                        1);
        Allowance allowance = new Allowance(Map.of());
        assertThat(capped(capped, "2026-11-09T12:00", allowance).total("points")).isEqualTo(100);
        Decision second = capped(capped, "2026-11-10T12:00", allowance);
        assertThat(second.total("points")).as("the week holds 150").isEqualTo(50);
        assertThat(second.hits())
                .first()
                .satisfies(hit -> {
                    assertThat(hit.desired()).isEqualTo(100);
                    assertThat(hit.possible()).isEqualTo(50);
                });
        assertThat(capped(capped, "2026-11-16T12:00", allowance).total("points"))
                .as("a new week, but the site's month holds 170")
                .isEqualTo(20);
        assertThat(capped(capped, "2026-12-01T12:00", allowance).total("points"))
                .as("a new month, but the budget holds 180")
                .isEqualTo(10);
        assertThat(capped(capped, "2027-12-01T12:00", allowance).total("points")).isZero();
    }

    @Test
    void aRuleThatCannotBeMeantIsRefusedWithFieldAndRemedy() {
        RuleSketch wrong =
                new RuleSketch(
                        "Wrong Code",
                        "park",
                        new Said("错", ""),
                        "order.payed",
                        Map.of("agee", Map.of("$gte", 60)),
                        Map.of("perYuan", -5),
                        "nowhere",
                        1,
                        "points",
                        List.of(limit(Limit.Scope.MEMBER, Limit.Period.DAY, 0)));
        RuleCheck.Reading reading = RuleCheck.read(wrong, park);
        assertThat(reading.faults())
                .extracting(RuleCheck.Fault::field)
                .contains(
                        "code",
                        "name",
                        "trigger",
                        "group",
                        "effect",
                        "limits.0.most",
                        "condition.agee.$gte");
        assertThat(reading.faults())
                .allSatisfy(fault -> assertThat(fault.remedy().en()).isNotBlank());
        assertThat(reading.sentence()).isNull();
    }

    @Test
    void everyShippedRuleReadsAsASentenceInBothLanguages() {
        List<String> said =
                Shipped.rules(park).stream().map(rule -> rule.said(park.words()).zh()).toList();
        assertThat(said)
                .contains("在“节假日”的消费：基础积分 × 2。".replace("节假日", "国庆假期"))
                .contains("位置已核实的分享行程：每次 20 分；每位会员每天最多 1 次。");
        assertThat(Shipped.rules(rail))
                .filteredOn(rule -> rule.code().equals("youth"))
                .extracting(rule -> rule.said(rail.words()).en())
                .containsExactly(
                        "Trips by somebody aged 14 or over, and by somebody of 28 at most: 10 points per yuan.");
    }

    private Decision capped(EarningRule rule, String local, Allowance allowance) {
        EarningEvent order =
                event("park", "order.paid", local, Map.of(), Line.paid("a", "food", 10_000));
        return decide(park, order, aged(40), List.of(rule), allowance);
    }

    private long rounded(EarningEvent order, String mode, String level) {
        Programme rounding =
                new Programme(
                        park.code(),
                        park.name(),
                        Programme.RoundingMode.valueOf(mode),
                        Programme.RoundingLevel.valueOf(level),
                        100,
                        park.groups(),
                        park.limits(),
                        park.days(),
                        park.places(),
                        park.rules(),
                        park.clubs());
        Decision decision = decide(rounding, order, aged(40));
        long lines = 0;
        for (int line = 0; line < order.lines().size(); line++) {
            lines += decision.line("points", line);
        }
        assertThat(lines).isEqualTo(decision.total("points"));
        return lines;
    }

    private EarningRule extra(String code, int points) {
        return Shipped.rule(
                new RuleSketch(
                        code,
                        "park",
                        Said.same(code),
                        "order.paid",
                        Map.of(),
                        Map.of("fixed", points),
                        "extra",
                        1,
                        "points",
                        List.of()),
                park,
                1);
    }

    private long spent(String local, String category) {
        return decide(
                        park,
                        event(
                                "park",
                                "order.paid",
                                local,
                                Map.of(),
                                Line.paid("a", category, 10_000)),
                        aged(40))
                .total("points");
    }

    private static Limit limit(Limit.Scope scope, Limit.Period period, long most) {
        return new Limit(scope, period, Limit.Measure.POINTS, most, null);
    }

    private static EarningEvent ride(long fareMinor) {
        return event(
                "rail",
                "trip.completed",
                "2026-01-31T08:42",
                Map.of(),
                Line.paid("ticket", "second", fareMinor));
    }

    private static Map<String, Object> with(Map<String, Object> earner, String name, Object value) {
        Map<String, Object> more = new HashMap<>(earner);
        more.put(name, value);
        return more;
    }
}
