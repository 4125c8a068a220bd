package dev.waystation.platform.members.loyalty.model;

import dev.waystation.amounts.Rounding;
import dev.waystation.condition.Attribute;
import dev.waystation.condition.Attributes;
import dev.waystation.condition.Evaluator;
import dev.waystation.condition.Kind;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Reason;
import dev.waystation.platform.foundation.edge.Said;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Decides what a trip earns: the best of the rules that hold, times the fare, rounded once half up,
 * and no more than the year's cap leaves. The senior rule takes the place of the student ticket's
 * and of the general one; they are never added.
 */
public final class Awarding {

    /** What conditions of earning rules may look at. */
    public static final Attributes ATTRIBUTES =
            new Attributes(
                    List.of(
                            Attribute.of("senior", Kind.FLAG, "乘车当日年满 60 岁", "60 or over"),
                            Attribute.of("student", Kind.FLAG, "学生票", "student ticket"),
                            Attribute.of("fareMinor", Kind.WHOLE, "票款（分）", "fare in fen"),
                            Attribute.of("seatClass", Kind.TEXT, "席别", "seat class")),
                    List.of());

    private static final DateTimeFormatter DAY_ZH =
            DateTimeFormatter.ofPattern("M月d日", Locale.CHINA);
    private static final DateTimeFormatter TIME_ZH =
            DateTimeFormatter.ofPattern("M月d日 HH:mm", Locale.CHINA);
    private static final DateTimeFormatter DAY_EN =
            DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter TIME_EN =
            DateTimeFormatter.ofPattern("d MMMM HH:mm", Locale.ENGLISH);

    private final Evaluator evaluator = Evaluator.declared();
    private final ZoneId zone;

    public Awarding(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * @param rules the versions that were valid when the trip ended
     * @param usedThisYear what the year's trips earned before this one
     * @param lastDay last day of the lot the points will land in
     */
    public Award award(
            Ride ride, List<EarningRule> rules, long usedThisYear, long cap, LocalDate lastDay) {
        Map<String, Object> subject =
                Map.of(
                        "senior", ride.senior(),
                        "student", ride.student(),
                        "fareMinor", ride.fareMinor(),
                        "seatClass", ride.seatClass());
        EarningRule best =
                rules.stream()
                        .filter(each -> evaluator.test(each.condition(), subject))
                        .max(
                                Comparator.comparingInt(EarningRule::pointsPerYuan)
                                        .thenComparing(each -> each.code().equals("base")))
                        .orElseThrow(
                                () -> new IllegalStateException("No earning rule holds: " + ride));
        // The one rounding: yuan are hundredths of the fare's minor units.
        long earned = Rounding.halfUp(ride.fareMinor() * best.pointsPerYuan(), 100);
        long points = Math.max(0, Math.min(earned, cap - usedThisYear));
        List<Reason> reasons = new ArrayList<>();
        reasons.add(completed(ride));
        rules.stream()
                .filter(each -> !each.code().equals("base"))
                .sorted(Comparator.comparingInt(EarningRule::pointsPerYuan).reversed())
                .forEach(rule -> reasons.add(reason(rule, rule.equals(best), ride)));
        reasons.add(capReason(earned > points, usedThisYear, cap));
        reasons.add(lotReason(lastDay));
        return new Award(
                points,
                Rounding.halfUp(ride.fareMinor(), 100),
                new Explanation(sentence(ride, best, earned, points), reasons));
    }

    private Said sentence(Ride ride, EarningRule best, long earned, long points) {
        String fare = BigDecimal.valueOf(ride.fareMinor(), 2).toPlainString();
        BigDecimal exact =
                BigDecimal.valueOf(ride.fareMinor() * best.pointsPerYuan(), 2).stripTrailingZeros();
        String product = "%,.2f".formatted(exact).replaceAll("\\.?0+$", "");
        boolean base = best.code().equals("base");
        String tailZh =
                points < earned
                        ? "，年度上限只余 %,d 分".formatted(points)
                        : "，四舍五入一次为 %,d 分".formatted(points);
        String tailEn =
                points < earned
                        ? ", of which the yearly cap leaves %,d.".formatted(points)
                        : ", rounded once to %,d points.".formatted(points);
        return new Said(
                "%s %s → %s：票款 %s 元，%s，%s 分%s。"
                        .formatted(
                                DAY_ZH.format(ride.arrivedAt().atZone(zone)),
                                ride.fromZh(),
                                ride.toZh(),
                                fare,
                                base
                                        ? "每元 %d 分".formatted(best.pointsPerYuan())
                                        : "按%s".formatted(best.name().zh()),
                                product,
                                tailZh),
                "%s to %s, %s: fare %s yuan, %s, %s points%s"
                        .formatted(
                                ride.fromEn(),
                                ride.toEn(),
                                DAY_EN.format(ride.arrivedAt().atZone(zone)),
                                fare,
                                best.name().en(),
                                product,
                                tailEn));
    }

    private Reason completed(Ride ride) {
        return new Reason(
                "TRIP_COMPLETED",
                true,
                new Said(
                        "行程已完成：%s 出站 %s"
                                .formatted(
                                        ride.toZh(), TIME_ZH.format(ride.arrivedAt().atZone(zone))),
                        "Trip completed: %s, %s"
                                .formatted(
                                        ride.toEn(),
                                        TIME_EN.format(ride.arrivedAt().atZone(zone)))),
                Map.of("arrivedAt", ride.arrivedAt().toString(), "fareMinor", ride.fareMinor()));
    }

    private static Reason reason(EarningRule rule, boolean used, Ride ride) {
        Map<String, Object> values =
                Map.of(
                        "rule", rule.code(),
                        "version", rule.version(),
                        "multiplier", rule.pointsPerYuan());
        Said text =
                switch (rule.code()) {
                    case "senior" ->
                            used
                                    ? new Said(
                                            "乘车当日年满 60 岁，× 15；规则“长者 15 倍 v%d”"
                                                    .formatted(rule.version()),
                                            "60 or over on the day of travel, × 15; rule \"seniors times 15\" v%d"
                                                    .formatted(rule.version()))
                                    : new Said(
                                            "乘车当日未满 60 岁，长者倍数未用",
                                            "Under 60 on the day of travel, the seniors' rule is not used");
                    case "student" ->
                            ride.student()
                                    ? new Said(
                                            "学生票不与其他倍数叠加",
                                            "A student ticket does not stack with other multipliers")
                                    : new Said(
                                            "学生票不与此叠加：不是学生票，未进入该组",
                                            "Student tickets do not stack with this: not a student ticket");
                    default ->
                            used
                                    ? new Said("按" + rule.name().zh(), rule.name().en())
                                    : new Said(
                                            rule.name().zh() + "未用",
                                            rule.name().en() + " not used");
                };
        return new Reason(rule.code().toUpperCase(Locale.ROOT) + "_RULE", used, text, values);
    }

    private static Reason capReason(boolean touched, long used, long cap) {
        return new Reason(
                "YEARLY_CAP",
                !touched,
                touched
                        ? new Said(
                                "每年上限 %,d 分，已用 %,d，只入账余下部分".formatted(cap, used),
                                "Yearly cap %,d, %,d used: only the rest is credited"
                                        .formatted(cap, used))
                        : new Said(
                                "每年上限 %,d 分，已用 %,d，未触及".formatted(cap, used),
                                "Yearly cap %,d, %,d used: not touched".formatted(cap, used)),
                Map.of("cap", cap, "used", used));
    }

    private static Reason lotReason(LocalDate lastDay) {
        return new Reason(
                "LOT",
                true,
                new Said(
                        "放入批次，12 个月后月末到期：" + lastDay,
                        "Into a lot that ends with the month 12 months later: " + lastDay),
                Map.of("lastDay", lastDay.toString()));
    }
}
