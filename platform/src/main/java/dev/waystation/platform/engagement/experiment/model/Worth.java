package dev.waystation.platform.engagement.experiment.model;

import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.statistics.Lift;
import dev.waystation.statistics.Moments;
import java.util.ArrayList;
import java.util.List;

/**
 * What an arm brought beyond the control, and what that cost more.
 *
 * @param broughtMinor revenue that would not be there without it, over all its members
 * @param lowMinor lower end of its 95 % interval, which holds at every look
 * @param highMinor upper end
 * @param costMinor service cost beyond that of the control
 */
public record Worth(
        String arm,
        long broughtMinor,
        long lowMinor,
        long highMinor,
        long costMinor,
        Said sentence) {

    /** Of every arm but the control; none while no result may be shown. */
    public static List<Worth> of(
            Design design, List<Judgement.Counted> arms, Judgement.Told told, NextStep next) {
        List<Worth> worth = new ArrayList<>();
        if (told.comparisons().isEmpty()) {
            return worth;
        }
        Moments pooled =
                arms.stream()
                        .map(arm -> Judgement.of(arm, Metric.REVENUE))
                        .reduce(Moments.NONE, Moments::plus);
        double alpha = Judgement.ALPHA / (arms.size() - 1);
        for (int i = 1; i < arms.size(); i++) {
            long units = arms.get(i).units();
            Lift each =
                    Lift.anytimeDifference(
                            Judgement.estimate(arms.getFirst(), Metric.REVENUE, pooled),
                            Judgement.estimate(arms.get(i), Metric.REVENUE, pooled),
                            alpha,
                            (double) design.plannedUnits());
            double cost =
                    Judgement.of(arms.get(i), Metric.SERVICE_COST).mean()
                            - Judgement.of(arms.getFirst(), Metric.SERVICE_COST).mean();
            worth.add(
                    new Worth(
                            design.arms().get(i).key(),
                            Math.round(each.lift() * units),
                            Math.round(each.low() * units),
                            Math.round(each.high() * units),
                            Math.round(cost * units),
                            said(each, cost, next)));
        }
        return worth;
    }

    private static Said said(Lift each, double cost, NextStep next) {
        if (each.low() > cost) {
            return new Said("值得：增量收入高于成本", "worth it: it brings more than it costs");
        }
        if (each.high() < cost) {
            return new Said("不值得：增量收入低于成本", "not worth it: it brings less than it costs");
        }
        Long days = next.daysLeft();
        return days == null
                ? new Said("不足以判断是否值得", "not enough to judge whether it is worth it")
                : new Said(
                        "不足以判断，还需 %d 天".formatted(days),
                        "not enough to judge, %d more days".formatted(days));
    }
}
