package dev.waystation.platform.members.loyalty.model;

import dev.waystation.amounts.Share;
import dev.waystation.condition.Attributes;
import dev.waystation.condition.Evaluator;
import dev.waystation.condition.Explanation;
import dev.waystation.condition.Subject;
import dev.waystation.platform.foundation.edge.Said;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What an event earns: the rules that fired, those that did not and why, and the pots it met. */
public record Decision(
        EarningEvent event, List<Fired> fired, List<Refused> refused, List<Hit> hits) {

    public static final String POINTS = "points";

    /** Points of a rule on a line; -1 is the event as a whole. */
    public record LinePoints(int line, long points) {}

    /**
     * A rule that gave.
     *
     * @param exact before the rounding
     * @param desired what it would have given were no pot empty
     */
    public record Fired(
            EarningRule rule, Share exact, long desired, long granted, List<LinePoints> lines) {
        public Fired {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A rule or a line that gave nothing.
     *
     * @param subject the rule's code, or {@code line 2}
     */
    public record Refused(String subject, String code, Said text) {

        static Refused line(int index, EarningEvent.Line line, String code) {
            Said why =
                    switch (code) {
                        case "AWARD_TICKET" -> new Said("积分兑换的不再积分", "was redeemed with points");
                        case "LINE_WAS_REFUNDED" -> new Said("已退款", "was refunded");
                        default -> new Said("不是本人实名", "is not in the member's own name");
                    };
            return new Refused(
                    "line " + (index + 1),
                    code,
                    new Said(
                            "第 %d 项（%s）不积分：%s".formatted(index + 1, line.item(), why.zh()),
                            "Line %d (%s) earns nothing: it %s"
                                    .formatted(index + 1, line.item(), why.en())));
        }

        static Refused condition(
                EarningRule rule,
                Evaluator evaluator,
                Map<String, Object> subject,
                Attributes words) {
            Explanation why =
                    Explanation.of(rule.condition(), evaluator, Subject.of(subject), words);
            String zh = failed(why, true);
            String en = failed(why, false);
            Said name = rule.sketch().name();
            return new Refused(
                    rule.code(),
                    "CONDITION_NOT_MET",
                    new Said(
                            "“%s”未用%s".formatted(name.zh(), zh.isEmpty() ? "" : "：" + zh),
                            "\"%s\" not used%s"
                                    .formatted(name.en(), en.isEmpty() ? "" : ": " + en)));
        }

        static Refused beaten(EarningRule rule, EarningRule winner, Programme.Group group) {
            Said name = rule.sketch().name();
            Said by = winner.sketch().name();
            return new Refused(
                    rule.code(),
                    group.mode() == Programme.Mode.BEST
                            ? "BETTER_RULE_IN_GROUP"
                            : "EARLIER_RULE_IN_GROUP",
                    new Said(
                            "“%s”不与“%s”叠加".formatted(name.zh(), by.zh()),
                            "\"%s\" does not stack with \"%s\"".formatted(name.en(), by.en())));
        }

        private static String failed(Explanation why, boolean zh) {
            return why.leaves().stream()
                    .filter(leaf -> !leaf.held())
                    .map(leaf -> zh ? leaf.line().zh() : leaf.line().en())
                    .findFirst()
                    .orElse("");
        }
    }

    /** A pot that could not give all that was wanted. */
    public record Hit(String rule, Limit limit, long used, long desired, long possible) {
        public Said said() {
            return new Said(
                    "%s：已用 %,d，应得 %,d，可给 %,d".formatted(limit.said().zh(), used, desired, possible),
                    "%s: %,d used, %,d wanted, %,d left"
                            .formatted(limit.said().en(), used, desired, possible));
        }
    }

    public Decision {
        fired = List.copyOf(fired);
        refused = List.copyOf(refused);
        hits = List.copyOf(hits);
    }

    public Set<String> currencies() {
        return fired.stream()
                .map(each -> each.rule().sketch().currency())
                .collect(Collectors.toCollection(java.util.TreeSet::new));
    }

    public long total(String currency) {
        return of(currency).stream().mapToLong(Fired::granted).sum();
    }

    /** Points of one line in one currency; -1 is what belongs to the event as a whole. */
    public long line(String currency, int line) {
        return of(currency).stream()
                .flatMap(each -> each.lines().stream())
                .filter(each -> each.line() == line)
                .mapToLong(LinePoints::points)
                .sum();
    }

    public List<Fired> of(String currency) {
        return fired.stream()
                .filter(each -> each.rule().sketch().currency().equals(currency))
                .toList();
    }
}
