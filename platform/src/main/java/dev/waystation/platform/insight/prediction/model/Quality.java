package dev.waystation.platform.insight.prediction.model;

import dev.waystation.platform.engagement.audience.VisitHistories.History;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.statistics.Forecasts;
import java.util.List;

/**
 * How good a version was on a time it had not learnt from.
 *
 * @param heldOut members it was judged on
 * @param auc in how many of such pairs it ranks rightly, 0.5 is guessing
 * @param off how far forecasts were off in the mean of tenths
 * @param share off in relation to what came, for amounts
 * @param bins tenths of members by forecast, with what was said and what came
 */
public record Quality(
        long heldOut, double auc, double off, double share, List<Forecasts.Bin> bins) {

    private static final int TENTHS = 10;

    public Quality {
        bins = List.copyOf(bins);
    }

    /** Judges by members as they stood before a time whose outcome is known. */
    public static Quality of(Forecaster forecaster, List<History> known) {
        double[] said = known.stream().mapToDouble(forecaster::forecast).toArray();
        double[] came = known.stream().mapToDouble(forecaster::outcome).toArray();
        boolean[] yes = new boolean[said.length];
        double total = 0;
        for (int i = 0; i < yes.length; i++) {
            yes[i] = forecaster.cameTrue(known.get(i));
            total += came[i];
        }
        List<Forecasts.Bin> bins = Forecasts.calibration(said, came, TENTHS);
        double off = Forecasts.off(bins);
        double mean = total / said.length;
        return new Quality(
                known.size(), Forecasts.auc(said, yes), off, mean == 0 ? 0 : off / mean, bins);
    }

    /** In plain words. */
    public Said inWords(PredictionModel model, int days) {
        String grade = auc >= 0.8 ? "好" : auc >= 0.7 ? "尚可" : auc >= 0.6 ? "弱" : "几乎等于猜";
        String graded =
                auc >= 0.8
                        ? "Ranks well"
                        : auc >= 0.7
                                ? "Ranks fairly"
                                : auc >= 0.6 ? "Ranks weakly" : "Hardly better than guessing";
        long pairs = Math.round(auc * 100);
        boolean amounts = model == PredictionModel.VALUE_TIER;
        String miss = Figures.percent(amounts ? share : off);
        return new Said(
                "排序能力%s：在没有学过的 %d 天里，一对结果不同的会员 100 次有 %d 次排对；%s平均偏差 %s。"
                        .formatted(grade, days, pairs, amounts ? "预期金额" : "概率", miss),
                ("%s: on %d days it had not learnt from it ranked two members who did differently"
                                + " rightly in %d of 100 cases; %s are off by %s on average.")
                        .formatted(
                                graded,
                                days,
                                pairs,
                                amounts ? "expected amounts" : "chances",
                                miss));
    }
}
