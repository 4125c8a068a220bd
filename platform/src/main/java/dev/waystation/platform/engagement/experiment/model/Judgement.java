package dev.waystation.platform.engagement.experiment.model;

import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.statistics.Checks;
import dev.waystation.statistics.Lift;
import dev.waystation.statistics.Moments;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What may be said of a trial now. Health comes first: when the split, the exposures or the amount
 * of data do not hold, no result is shown at all.
 */
public final class Judgement {

    /** A share of members who saw more than one arm above which nothing is believed. */
    public static final double TOO_MANY_SAW_TWO = 0.01;

    public static final long FEWEST_UNITS = 100;
    public static final long FEWEST_EVENTS = 25;
    public static final double ALPHA = 0.05;

    /** What was counted of one arm, for one metric; the other value is of before the trial. */
    public record Counted(long units, Map<Metric, Moments> moments) {}

    /** One check of health. */
    public record Check(String code, boolean held, Said text) {}

    /** An arm against the control by one metric; p is corrected for the number of arms. */
    public record Compared(String arm, Metric metric, Said label, Lift lift, double correctedP) {}

    /** The verdict in a word, and in a sentence. */
    public enum Verdict {
        WITHHELD,
        TOO_EARLY,
        BETTER,
        WORSE,
        HARMS_A_GUARD,
        NO_DIFFERENCE
    }

    /** All that is shown; comparisons are absent while health is not given. */
    public record Told(
            Verdict verdict, Said sentence, List<Check> health, List<Compared> comparisons) {}

    private final Design design;
    private final List<Counted> arms;
    private final long sawTwo;

    public Judgement(Design design, List<Counted> arms, long sawTwo) {
        this.design = design;
        this.arms = List.copyOf(arms);
        this.sawTwo = sawTwo;
    }

    public Told told() {
        List<Check> health = health();
        for (Check check : health) {
            if (!check.held()) {
                boolean early = check.code().equals("ENOUGH_DATA");
                return new Told(
                        early ? Verdict.TOO_EARLY : Verdict.WITHHELD,
                        new Said(
                                "暂不给出结论：" + check.text().zh(),
                                "No verdict yet: " + check.text().en()),
                        health,
                        List.of());
            }
        }
        List<Compared> decided = compare(design.decides());
        List<Compared> all = new ArrayList<>(decided);
        List<Compared> harmed = new ArrayList<>();
        for (Metric guard : design.guards()) {
            List<Compared> guarded = compare(guard);
            all.addAll(guarded);
            guarded.stream().filter(Judgement::isWorse).forEach(harmed::add);
        }
        return verdict(health, decided, harmed, all);
    }

    private List<Check> health() {
        List<Long> units = arms.stream().map(Counted::units).toList();
        long all = units.stream().mapToLong(Long::longValue).sum();
        double chance = all == 0 ? 1 : Checks.splitChance(units, design.weights());
        boolean splitHolds = chance >= Checks.SPLIT_IS_BROKEN;
        double twice = all == 0 ? 0 : sawTwo / (double) (all + sawTwo);
        boolean enough =
                units.stream().allMatch(count -> count >= FEWEST_UNITS)
                        && arms.stream().allMatch(Judgement::hasEvents);
        return List.of(
                new Check(
                        "SPLIT_AS_PLANNED",
                        splitHolds,
                        splitHolds
                                ? new Said("分流比例符合设计", "the split is as planned")
                                : new Said(
                                        "分流比例 %s 不符合设计（p = %.2g）".formatted(units, chance),
                                        "the split %s is not as planned (p = %.2g)"
                                                .formatted(units, chance))),
                new Check(
                        "SEEN_ONE_ARM",
                        twice <= TOO_MANY_SAW_TWO,
                        new Said(
                                "%.1f%% 的会员见过多个版本".formatted(100 * twice),
                                "%.1f%% of members saw more than one arm".formatted(100 * twice))),
                new Check(
                        "ENOUGH_DATA",
                        enough,
                        new Said(
                                "每组至少 %d 人、%d 次购票".formatted(FEWEST_UNITS, FEWEST_EVENTS),
                                "each arm needs %d members and %d who bought"
                                        .formatted(FEWEST_UNITS, FEWEST_EVENTS))));
    }

    private static boolean hasEvents(Counted arm) {
        Moments bought = arm.moments().getOrDefault(Metric.CONVERSION, Moments.NONE);
        return bought.sum() >= FEWEST_EVENTS;
    }

    private List<Compared> compare(Metric metric) {
        Moments pooled =
                arms.stream().map(arm -> of(arm, metric)).reduce(Moments.NONE, Moments::plus);
        if (!isComparable(metric)) {
            return List.of();
        }
        double alpha = ALPHA / (arms.size() - 1);
        List<Lift> lifts = new ArrayList<>();
        for (int i = 1; i < arms.size(); i++) {
            lifts.add(
                    Lift.anytime(
                            estimate(arms.getFirst(), metric, pooled),
                            estimate(arms.get(i), metric, pooled),
                            alpha,
                            (double) design.plannedUnits()));
        }
        List<Double> corrected = Checks.holm(lifts.stream().map(Lift::p).toList());
        List<Compared> compared = new ArrayList<>();
        for (int i = 0; i < lifts.size(); i++) {
            compared.add(
                    new Compared(
                            design.arms().get(i + 1).key(),
                            metric,
                            metric.label(),
                            lifts.get(i),
                            corrected.get(i)));
        }
        return compared;
    }

    /** Each arm has members enough that count for it, and the control has something to compare. */
    private boolean isComparable(Metric metric) {
        return of(arms.getFirst(), metric).sum() != 0
                && arms.stream().allMatch(arm -> of(arm, metric).units() >= FEWEST_UNITS);
    }

    private static boolean isBetter(Compared one) {
        return one.metric().lessIsBetter() ? one.lift().high() < 0 : one.lift().low() > 0;
    }

    private static boolean isWorse(Compared one) {
        return one.metric().lessIsBetter() ? one.lift().low() > 0 : one.lift().high() < 0;
    }

    /** A ratio has its own variance; the others lose what spending before explains. */
    static Moments.Estimate estimate(Counted arm, Metric metric, Moments pooled) {
        Moments moments = of(arm, metric);
        return metric == Metric.REVENUE_PER_TICKET
                ? moments.ratio()
                : moments.adjusted(pooled.slope(), pooled.otherMean());
    }

    static Moments of(Counted arm, Metric metric) {
        return arm.moments().getOrDefault(metric, Moments.NONE);
    }

    private Told verdict(
            List<Check> health, List<Compared> decided, List<Compared> harmed, List<Compared> all) {
        @Nullable Compared best = null;
        @Nullable Compared worst = null;
        for (Compared one : decided) {
            if (isBetter(one)) {
                best = best == null || gain(one) > gain(best) ? one : best;
            } else if (isWorse(one)) {
                worst = one;
            }
        }
        if (!harmed.isEmpty()) {
            Compared first = harmed.getFirst();
            return new Told(
                    Verdict.HARMS_A_GUARD, said(first, "护栏指标变差", "a guard got worse"), health, all);
        }
        if (best != null) {
            return new Told(Verdict.BETTER, said(best, "优于对照", "better"), health, all);
        }
        if (worst != null) {
            return new Told(Verdict.WORSE, said(worst, "差于对照", "worse"), health, all);
        }
        long units = arms.stream().mapToLong(Counted::units).sum();
        if (decided.isEmpty()) {
            Said label = design.decides().label();
            return new Told(
                    Verdict.TOO_EARLY,
                    new Said(
                            "“%s”还不能比较：可计入的会员不够，或对照组为零".formatted(label.zh()),
                            "%s cannot be compared yet: too few members count, or the control has none"
                                    .formatted(label.en())),
                    health,
                    all);
        }
        boolean early = units < design.plannedUnits();
        return early
                ? new Told(
                        Verdict.TOO_EARLY,
                        new Said(
                                "还看不出差异：%d / %d 人".formatted(units, design.plannedUnits()),
                                "no difference to be seen yet: %d of %d members"
                                        .formatted(units, design.plannedUnits())),
                        health,
                        all)
                : new Told(
                        Verdict.NO_DIFFERENCE,
                        new Said("达到计划人数，没有可信的差异", "planned size reached, no credible difference"),
                        health,
                        all);
    }

    private static double gain(Compared one) {
        return one.metric().lessIsBetter() ? -one.lift().lift() : one.lift().lift();
    }

    private static Said said(Compared one, String zh, String en) {
        Lift lift = one.lift();
        String figures =
                "%+.1f%% [%+.1f%%, %+.1f%%]"
                        .formatted(100 * lift.lift(), 100 * lift.low(), 100 * lift.high());
        return new Said(
                "%s：%s（%s %s）".formatted(one.arm(), zh, one.label().zh(), figures),
                "%s: %s (%s %s)".formatted(one.arm(), en, one.label().en(), figures));
    }
}
