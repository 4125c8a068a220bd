package dev.waystation.platform.members.loyalty.model;

import dev.waystation.platform.foundation.edge.Said;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts two runs over the same events: by the rules of then, and with a draft among them. */
public final class BackTest {

    /** What one run issued; the liability is what the points are worth when they are spent. */
    public record Side(long points, long members, long liabilityMinor, Map<String, Long> byRule) {}

    /** One rule before and after. */
    public record Line(String rule, Said name, long before, long after, long difference) {}

    /** Before, after, difference, and what that means in one sentence. */
    public record Result(
            String from,
            String to,
            String currency,
            long events,
            Side before,
            Side after,
            long points,
            long liabilityMinor,
            int perMille,
            List<Line> rules,
            long budgetsHit,
            Said verdict) {}

    private final Programme programme;
    private final String currency;
    private final Run before = new Run();
    private final Run after = new Run();
    private final Map<String, Said> names = new TreeMap<>();
    private long events;

    public BackTest(Programme programme, String currency) {
        this.programme = programme;
        this.currency = currency;
    }

    /** Pots begin empty in both runs: the test asks what the rules give, not who came first. */
    public void add(Earning.Wish asWas, Earning.Wish asDrafted, Earning earning) {
        before.add(earning.settle(asWas, before.allowance));
        after.add(earning.settle(asDrafted, after.allowance));
        events++;
    }

    public Result result(String from, String to) {
        Side was = before.side();
        Side would = after.side();
        long points = would.points() - was.points();
        long liability = would.liabilityMinor() - was.liabilityMinor();
        int perMille = was.points() == 0 ? 0 : (int) Math.round(points * 1_000.0 / was.points());
        return new Result(
                from,
                to,
                currency,
                events,
                was,
                would,
                points,
                liability,
                perMille,
                lines(was, would),
                after.hits,
                verdict(would, points, liability, perMille));
    }

    private List<Line> lines(Side was, Side would) {
        Set<String> rules = new TreeSet<>(was.byRule().keySet());
        rules.addAll(would.byRule().keySet());
        return rules.stream()
                .map(rule -> {
                    long old = was.byRule().getOrDefault(rule, 0L);
                    long now = would.byRule().getOrDefault(rule, 0L);
                    return new Line(
                            rule, names.getOrDefault(rule, Said.same(rule)), old, now, now - old);
                })
                .toList();
    }

    private Said verdict(Side would, long points, long liability, int perMille) {
        if (events == 0) {
            return new Said("这段时间没有可回放的事件。", "Nothing happened in that time that could earn.");
        }
        if (points == 0) {
            return new Said("发放量不变。", "It would have issued exactly as much.");
        }
        String sign = points > 0 ? "+" : "−";
        String share = "%s%.1f%%".formatted(sign, Math.abs(perMille) / 10.0);
        return new Said(
                "会发放 %,d 分，比当时%s %,d 分（%s）；负债%s %,.2f 元。"
                        .formatted(
                                would.points(),
                                points > 0 ? "多" : "少",
                                Math.abs(points),
                                share,
                                points > 0 ? "增加" : "减少",
                                Math.abs(liability) / 100.0),
                "It would have issued %,d points, %,d %s (%s); the liability %s by %,.2f yuan."
                        .formatted(
                                would.points(),
                                Math.abs(points),
                                points > 0 ? "more" : "fewer",
                                share,
                                points > 0 ? "grows" : "falls",
                                Math.abs(liability) / 100.0));
    }

    private final class Run {
        private final Allowance allowance = new Allowance(Map.of());
        private final Map<String, Long> byRule = new TreeMap<>();
        private final Set<Long> members = new HashSet<>();
        private long points;
        private long hits;

        private void add(Decision decision) {
            for (Decision.Fired fired : decision.of(currency)) {
                names.put(fired.rule().code(), fired.rule().sketch().name());
                byRule.merge(fired.rule().code(), fired.granted(), Long::sum);
                points += fired.granted();
                if (fired.granted() > 0) {
                    members.add(decision.event().memberId());
                }
            }
            hits += decision.hits().isEmpty() ? 0 : 1;
        }

        private Side side() {
            return new Side(
                    points,
                    members.size(),
                    dev.waystation.amounts.Rounding.halfUp(
                            points, programme.minorPer100Points(), 100),
                    Map.copyOf(byRule));
        }
    }
}
