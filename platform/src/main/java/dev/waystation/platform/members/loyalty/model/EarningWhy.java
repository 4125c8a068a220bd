package dev.waystation.platform.members.loyalty.model;

import dev.waystation.amounts.Share;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Reason;
import dev.waystation.platform.foundation.edge.Said;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Says a decision in one sentence, with a reason per rule, refusal and pot. */
public final class EarningWhy {

    private static final DateTimeFormatter DAY_ZH =
            DateTimeFormatter.ofPattern("M月d日", Locale.CHINA);
    private static final DateTimeFormatter DAY_EN =
            DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);

    private EarningWhy() {}

    public static Explanation of(Decision decision, String currency, ZoneId zone) {
        EarningEvent event = decision.event();
        List<Reason> reasons = new ArrayList<>();
        reasons.add(happened(event, zone));
        decision.of(currency).forEach(fired -> reasons.add(fired(fired)));
        decision.hits().forEach(hit -> reasons.add(hit(hit)));
        decision.refused().forEach(refused -> reasons.add(refused(refused)));
        return new Explanation(sentence(decision, currency, zone), reasons);
    }

    private static Said sentence(Decision decision, String currency, ZoneId zone) {
        EarningEvent event = decision.event();
        List<Decision.Fired> fired = decision.of(currency);
        long total = decision.total(currency);
        long desired = fired.stream().mapToLong(Decision.Fired::desired).sum();
        Share exact = fired.stream().map(Decision.Fired::exact).reduce(Share.NONE, Share::plus);
        String rulesZh =
                fired.stream()
                        .map(each ->
                                "“%s”%s 分"
                                        .formatted(
                                                each.rule().sketch().name().zh(),
                                                plain(each.exact())))
                        .collect(Collectors.joining("，"));
        String rulesEn =
                fired.stream()
                        .map(each ->
                                "\"%s\" %s"
                                        .formatted(
                                                each.rule().sketch().name().en(),
                                                plain(each.exact())))
                        .collect(Collectors.joining(", "));
        String roundZh = exact.denominator() == 1 ? "，共 %,d 分" : "，舍入一次为 %,d 分";
        String roundEn = exact.denominator() == 1 ? ", %,d points" : ", rounded once to %,d points";
        String capZh = total < desired ? "，上限内入账 %,d 分".formatted(total) : "";
        String capEn = total < desired ? ", of which limits leave %,d".formatted(total) : "";
        String fareZh = event.earningMinor() > 0 ? "实付 " + yuan(event.earningMinor()) + " 元，" : "";
        String fareEn = event.earningMinor() > 0 ? yuan(event.earningMinor()) + " yuan paid, " : "";
        String nothingZh =
                fired.isEmpty() ? "没有规则给分" : rulesZh + roundZh.formatted(desired) + capZh;
        String nothingEn =
                fired.isEmpty()
                        ? "no rule gives points"
                        : rulesEn + roundEn.formatted(desired) + capEn;
        return new Said(
                "%s %s：%s%s。"
                        .formatted(
                                DAY_ZH.format(event.at().atZone(zone)),
                                event.title().zh(),
                                fareZh,
                                nothingZh),
                "%s, %s: %s%s."
                        .formatted(
                                event.title().en(),
                                DAY_EN.format(event.at().atZone(zone)),
                                fareEn,
                                nothingEn));
    }

    private static Reason happened(EarningEvent event, ZoneId zone) {
        Said what = EarningWords.TRIGGERS.getOrDefault(event.trigger(), Said.same(event.trigger()));
        return new Reason(
                event.trigger().toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "_"),
                true,
                new Said(
                        what.zh() + "：" + event.title().zh(),
                        "Among " + what.en() + ": " + event.title().en()),
                Map.of(
                        "at", event.at().toString(),
                        "day", event.at().atZone(zone).toLocalDate().toString(),
                        "paidMinor", event.earningMinor()));
    }

    private static Reason fired(Decision.Fired fired) {
        EarningRule rule = fired.rule();
        Said name = rule.sketch().name();
        return new Reason(
                rule.reasonCode(),
                true,
                new Said(
                        "规则“%s”v%d：%s，%,d 分"
                                .formatted(
                                        name.zh(),
                                        rule.version(),
                                        rule.effect().said().zh(),
                                        fired.granted()),
                        "Rule \"%s\" v%d: %s, %,d points"
                                .formatted(
                                        name.en(),
                                        rule.version(),
                                        rule.effect().said().en(),
                                        fired.granted())),
                Map.of(
                        "rule", rule.code(),
                        "version", rule.version(),
                        "exact", fired.exact().toString(),
                        "desired", fired.desired(),
                        "points", fired.granted()));
    }

    private static Reason hit(Decision.Hit hit) {
        return new Reason(
                hit.limit().budget() == null ? "LIMIT_REACHED" : "BUDGET_REACHED",
                false,
                hit.said(),
                Map.of(
                        "rule", hit.rule(),
                        "most", hit.limit().most(),
                        "used", hit.used(),
                        "desired", hit.desired(),
                        "possible", hit.possible()));
    }

    private static Reason refused(Decision.Refused refused) {
        return new Reason(
                refused.code(), false, refused.text(), Map.of("subject", refused.subject()));
    }

    private static String plain(Share share) {
        BigDecimal exact =
                BigDecimal.valueOf(share.numerator())
                        .divide(BigDecimal.valueOf(share.denominator()), MathContext.DECIMAL64);
        return "%,.2f".formatted(exact).replaceAll("\\.?0+$", "");
    }

    private static String yuan(long minor) {
        return "%,.2f".formatted(BigDecimal.valueOf(minor, 2));
    }
}
