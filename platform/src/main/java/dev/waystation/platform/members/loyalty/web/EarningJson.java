package dev.waystation.platform.members.loyalty.web;

import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.loyalty.model.Decision;
import dev.waystation.platform.members.loyalty.model.EarningEvent;
import dev.waystation.platform.members.loyalty.model.EarningWords;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Events and decisions as they travel. */
final class EarningJson {

    /** One thing bought; what is left out is what most lines are. */
    record Line(
            String item,
            @Nullable String category,
            long paidMinor,
            @Nullable Boolean award,
            @Nullable Boolean realName,
            @Nullable Boolean refunded) {

        EarningEvent.Line line() {
            return new EarningEvent.Line(
                    item,
                    category == null ? "" : category,
                    paidMinor,
                    Boolean.TRUE.equals(award),
                    !Boolean.FALSE.equals(realName),
                    Boolean.TRUE.equals(refunded));
        }
    }

    /** Something that happened. */
    record Report(
            String programme,
            String trigger,
            String reference,
            @Nullable String member,
            @Nullable Instant at,
            @Nullable String site,
            @Nullable List<Line> lines,
            @Nullable Map<String, Object> facts,
            @Nullable Said title) {

        EarningEvent event(Instant now) {
            Map<String, Object> known = new HashMap<>();
            if (facts != null) {
                facts.forEach((name, value) -> {
                    // Only what a reporter can know: nobody reports a proved location or a tier.
                    if (EarningWords.REPORTED.contains(name) && value != null) {
                        known.put(name, value);
                    }
                });
            }
            return new EarningEvent(
                    programme,
                    trigger,
                    reference,
                    member == null ? 0 : PublicId.decode("mbr", member),
                    at == null ? now : at,
                    site == null ? "" : site,
                    lines == null ? List.of() : lines.stream().map(Line::line).toList(),
                    known,
                    title == null
                            ? EarningWords.TRIGGERS.getOrDefault(trigger, Said.same(trigger))
                            : title);
        }
    }

    /** A dry run: an event, an earner where none is named, and a draft to count in. */
    record Trial(Report event, @Nullable Map<String, Object> earner, @Nullable String draft) {}

    /** A rule that gave. */
    record Fired(String rule, int version, Said name, String currency, long desired, long points) {}

    /** A pot that could not give everything. */
    record Budget(String rule, Said limit, long used, long most, long desired, long possible) {}

    /** What was decided, and why. */
    record Answer(
            Map<String, Long> points,
            List<Map<String, Long>> lines,
            List<Fired> fired,
            List<Decision.Refused> refused,
            List<Budget> budgets,
            Explanation why) {}

    private EarningJson() {}

    static Answer of(Decision decision, Explanation why) {
        return new Answer(
                points(decision, null),
                java.util.stream.IntStream.range(0, decision.event().lines().size())
                        .mapToObj(line -> points(decision, line))
                        .toList(),
                decision.fired().stream()
                        .map(each ->
                                new Fired(
                                        each.rule().code(),
                                        each.rule().version(),
                                        each.rule().sketch().name(),
                                        each.rule().sketch().currency(),
                                        each.desired(),
                                        each.granted()))
                        .toList(),
                decision.refused(),
                decision.hits().stream()
                        .map(hit ->
                                new Budget(
                                        hit.rule(),
                                        hit.limit().said(),
                                        hit.used(),
                                        hit.limit().most(),
                                        hit.desired(),
                                        hit.possible()))
                        .toList(),
                why);
    }

    private static Map<String, Long> points(Decision decision, @Nullable Integer line) {
        Map<String, Long> points = new TreeMap<>();
        decision.currencies()
                .forEach(currency ->
                        points.put(
                                currency,
                                line == null
                                        ? decision.total(currency)
                                        : decision.line(currency, line)));
        return points;
    }
}
