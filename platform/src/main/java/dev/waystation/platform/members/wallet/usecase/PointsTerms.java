package dev.waystation.platform.members.wallet.usecase;

import dev.waystation.ledger.ExpiryPolicy.RoundedUpTo;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.settings.RuleLine;
import dev.waystation.platform.foundation.settings.RuleSet;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.model.PointsTerm;
import dev.waystation.platform.members.wallet.store.Currencies;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** How long points last, as people set it; points that posted before keep their last day. */
@Component
class PointsTerms implements RuleSet<PointsTerm> {

    private final Currencies currencies;

    PointsTerms(Currencies currencies) {
        this.currencies = currencies;
    }

    @Override
    public String code() {
        return "points";
    }

    @Override
    public Said name() {
        return new Said("积分有效期", "How long points last");
    }

    @Override
    public Class<PointsTerm> shape() {
        return PointsTerm.class;
    }

    @Override
    public PointsTerm now() {
        return currencies.term(Points.POINTS);
    }

    @Override
    public void put(PointsTerm wanted, String by) {
        currencies.term(Points.POINTS, wanted);
    }

    @Override
    public List<RuleLine> lines(PointsTerm term) {
        return List.of(
                RuleLine.number(
                        "months", "到账后有效", "good after posting for", term.months(), "个月", "months"),
                new RuleLine(
                        "rounding", new Said("到期日取整", "last day moved to"), said(term.rounding())),
                RuleLine.number(
                        "graceDays",
                        "退回时已过期的积分可再用",
                        "returned after their last day, good for",
                        term.graceDays(),
                        "天",
                        "days"),
                new RuleLine(
                        "noticeDays",
                        new Said("到期前提醒", "notice before the last day"),
                        notices(term.noticeDays())));
    }

    private static Said notices(List<Integer> days) {
        String all = days.stream().map(String::valueOf).collect(Collectors.joining("、"));
        String allEn = days.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return days.isEmpty() ? new Said("不提醒", "none") : new Said(all + " 天", allEn + " days");
    }

    private static Said said(RoundedUpTo rounding) {
        return switch (rounding) {
            case DAY -> new Said("当天", "the very day");
            case WEEK -> new Said("周末", "the end of the week");
            case MONTH -> new Said("月末", "the end of the month");
            case QUARTER -> new Said("季末", "the end of the quarter");
            case YEAR -> new Said("年末", "the end of the year");
        };
    }
}
