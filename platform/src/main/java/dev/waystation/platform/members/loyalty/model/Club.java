package dev.waystation.platform.members.loyalty.model;

import dev.waystation.condition.Attribute;
import dev.waystation.condition.Attributes;
import dev.waystation.condition.Condition;
import dev.waystation.condition.Kind;
import dev.waystation.condition.TypeCheck;
import dev.waystation.platform.foundation.edge.Said;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A ladder of tiers with what it takes and when it is looked at again. Several clubs run side by
 * side: the main one, a lifetime one, one for night tours.
 */
public record Club(
        String code, Said name, List<Measure> measures, List<Level> tiers, Policy policy) {

    /**
     * A number that criteria can speak of.
     *
     * @param metric what is summed: qualifying, trips, spendMinor, visits, nightVisits, invites
     * @param each for a streak: how much each month needs; 0 sums over the window instead
     */
    public record Measure(
            String name,
            Said label,
            Said unit,
            String metric,
            Window window,
            int months,
            long each) {

        /** Whether it sums money, in minor units. */
        boolean money() {
            return metric.equals("spendMinor") && each == 0;
        }
    }

    /** Over which days a metric is summed. */
    public enum Window {
        /** The last so many months, counted from the day asked. */
        MONTHS,
        CALENDAR_YEAR,
        /** Since the tier was reached, or reviewed last. */
        TIER_PERIOD,
        LIFETIME
    }

    /**
     * One tier.
     *
     * @param criteria the condition tree over the measures; empty for the tier everybody starts in
     * @param yearlyCostMinor what its benefits cost the operator per member and year
     */
    public record Level(
            String code,
            int rank,
            Said name,
            Map<String, Object> criteria,
            long yearlyCostMinor,
            List<Said> benefits) {}

    /** When members rise, when they are reviewed and how softly they fall. */
    public record Policy(
            Upgrade upgrade,
            Review review,
            int months,
            String fixedDay,
            Downgrade downgrade,
            int graceDays,
            int noticeDays) {}

    /** When a higher tier is given. */
    public enum Upgrade {
        AT_ONCE,
        AT_REVIEW
    }

    /** From where the end of a tier's validity is counted. */
    public enum Review {
        TIER_START,
        JOIN_DATE,
        BIRTHDAY,
        /** A day of the year, such as 03-31. */
        FIXED_DAY,
        /** A member who no longer qualifies falls on the day that shows it. */
        AT_ONCE,
        NEVER
    }

    /** How far one review can bring a member down. */
    public enum Downgrade {
        ONE_STEP,
        TO_EARNED
    }

    private record Asked(Map<String, Object> criteria, List<Measure> measures) {}

    private static final Map<Asked, Condition> READ = new ConcurrentHashMap<>();

    public Club {
        tiers = tiers.stream().sorted(Comparator.comparingInt(Level::rank)).toList();
        measures = List.copyOf(measures);
    }

    /** What criteria may speak of. */
    public Attributes words() {
        return new Attributes(measures.stream().map(Club::word).toList(), List.of());
    }

    private static Attribute word(Measure measure) {
        Said label = measure.label();
        Attribute word = Attribute.of(measure.name(), Kind.WHOLE, label.zh(), label.en());
        Said unit = measure.unit();
        return measure.money() ? word.money() : word.in(unit.zh(), unit.en());
    }

    /** The criteria of a tier, understood; each is read once. */
    public Condition criteria(Level level) {
        return READ.computeIfAbsent(
                new Asked(level.criteria(), measures),
                asked -> TypeCheck.parse(asked.criteria(), words()));
    }

    public Level level(String tier) {
        return tiers.stream()
                .filter(each -> each.code().equals(tier))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no tier " + tier + " in " + code));
    }

    public Level lowest() {
        return tiers.getFirst();
    }
}
