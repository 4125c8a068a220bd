package dev.waystation.platform.members.loyalty.model;

import dev.waystation.condition.Check;
import dev.waystation.condition.Comparison;
import dev.waystation.condition.Condition;
import dev.waystation.condition.Evaluator;
import dev.waystation.condition.Subject;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Reason;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.loyalty.model.Club.Level;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a member has done, held against the tiers of a club. */
public record Standing(Club club, Map<String, Long> measures) {

    private static final Evaluator EVALUATOR = Evaluator.declared();
    private static final Said YUAN = new Said("元", "yuan");

    /** How far one number of a tier's criteria is. */
    public record Gap(
            String metric,
            Said label,
            Said unit,
            boolean money,
            long have,
            long needed,
            long missing) {

        /** What is missing as people say it: money in yuan. */
        String said() {
            return money
                    ? "%,.2f".formatted(BigDecimal.valueOf(missing, 2)).replaceFirst("\\.00$", "")
                    : "%,d".formatted(missing);
        }
    }

    /** The highest tier whose criteria hold. */
    public Level earned() {
        return club.tiers().stream()
                .filter(this::reaches)
                .max(Comparator.comparingInt(Level::rank))
                .orElseThrow(
                        () -> new IllegalStateException("No tier of " + club.code() + " is open"));
    }

    public boolean reaches(Level level) {
        return EVALUATOR.test(club.criteria(level), measures);
    }

    public Optional<Level> above(Level level) {
        return club.tiers().stream().filter(each -> each.rank() > level.rank()).findFirst();
    }

    /** Every number the criteria of a tier ask for, with what is missing. */
    public List<Gap> gaps(Level level) {
        List<Gap> gaps = new ArrayList<>();
        collect(club.criteria(level), gaps);
        return gaps;
    }

    /** Why the present tier stands as it does, and what would change it. */
    public Explanation why(Level current, Optional<Level> next) {
        Explanation kept = explain(current, current.name());
        Explanation above = explain(next.orElse(current), current.name());
        List<Reason> reasons = new ArrayList<>(kept.reasons());
        next.ifPresent(_ -> reasons.addAll(above.reasons()));
        return new Explanation(
                next.map(level -> present(current, level)).orElseGet(() -> top(current)), reasons);
    }

    private Said present(Level current, Level above) {
        String zh = missing(above, true);
        String en = missing(above, false);
        return new Said(
                "现在是%s；%s即升%s。"
                        .formatted(
                                current.name().zh(), zh.isEmpty() ? "复核时" : zh, above.name().zh()),
                "%s now; %s reach %s."
                        .formatted(
                                current.name().en(),
                                en.isEmpty() ? "a review will" : en,
                                above.name().en()));
    }

    private static Said top(Level current) {
        return new Said(
                "现在是%s，已是最高等级。".formatted(current.name().zh()),
                "%s, the highest tier.".formatted(current.name().en()));
    }

    private String missing(Level above, boolean zh) {
        return gaps(above).stream()
                .filter(gap -> gap.missing() > 0)
                .map(gap ->
                        zh
                                ? "再有 %s %s%s"
                                        .formatted(gap.said(), gap.unit().zh(), gap.label().zh())
                                : gap.money()
                                        ? "%s yuan more %s".formatted(gap.said(), gap.label().en())
                                        : "%s more %s".formatted(gap.said(), gap.label().en()))
                .collect(
                        java.util.stream.Collectors.joining(
                                above.criteria().containsKey("$or")
                                        ? (zh ? "，或" : " or ")
                                        : (zh ? "，" : " and ")));
    }

    public Explanation explain(Level level, Said sentence) {
        var why =
                dev.waystation.condition.Explanation.of(
                        club.criteria(level), EVALUATOR, Subject.of(measures), club.words());
        List<Reason> reasons = new ArrayList<>();
        why.leaves()
                .forEach(leaf ->
                        reasons.add(
                                new Reason(
                                        "TIER_CRITERION",
                                        leaf.held(),
                                        new Said(leaf.line().zh(), leaf.line().en()),
                                        Map.of(
                                                "at",
                                                leaf.at(),
                                                "have",
                                                String.valueOf(leaf.value())))));
        gaps(level).stream()
                .filter(gap -> gap.missing() > 0)
                .forEach(gap ->
                        reasons.add(
                                new Reason(
                                        "MISSING",
                                        false,
                                        new Said(
                                                "%s还差 %s %s"
                                                        .formatted(
                                                                gap.label().zh(),
                                                                gap.said(),
                                                                gap.unit().zh()),
                                                "%s %s missing (%s)"
                                                        .formatted(
                                                                gap.said(),
                                                                gap.unit().en(),
                                                                gap.label().en())),
                                        Map.of(
                                                "metric", gap.metric(),
                                                "have", gap.have(),
                                                "needed", gap.needed(),
                                                "missing", gap.missing()))));
        return new Explanation(sentence, reasons);
    }

    private void collect(Condition condition, List<Gap> gaps) {
        switch (condition) {
            case Condition.All all -> all.parts().forEach(part -> collect(part, gaps));
            case Condition.Any any -> any.parts().forEach(part -> collect(part, gaps));
            case Condition.Not not -> collect(not.part(), gaps);
            case Condition.Did _, Condition.Occurred _ -> {}
            case Condition.Field field -> {
                if (field.check() instanceof Check.Compare compare
                        && compare.comparison() == Comparison.AT_LEAST
                        && compare.value() instanceof Number needed) {
                    gaps.add(gap(field.path(), needed.longValue()));
                }
            }
        }
    }

    private Gap gap(String path, long needed) {
        Club.Measure measure =
                club.measures().stream()
                        .filter(each -> each.name().equals(path))
                        .findFirst()
                        .orElseThrow();
        long have = new HashMap<>(measures).getOrDefault(path, 0L);
        return new Gap(
                path,
                measure.label(),
                measure.money() ? YUAN : measure.unit(),
                measure.money(),
                have,
                needed,
                Math.max(0, needed - have));
    }
}
