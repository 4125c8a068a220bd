package dev.waystation.platform.members.loyalty.model;

import dev.waystation.condition.Attribute.Value;
import dev.waystation.condition.Attributes;
import dev.waystation.condition.Phrase;
import dev.waystation.platform.foundation.edge.Said;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * A points programme as data: how its bonus groups combine, how it rounds, what a point is worth,
 * its special days, and the rules and clubs it begins with.
 *
 * @param minorPer100Points what a hundred points are worth in money: 100 is a yuan
 */
public record Programme(
        String code,
        Said name,
        RoundingMode rounding,
        RoundingLevel level,
        long minorPer100Points,
        List<Group> groups,
        List<Limit> limits,
        List<SpecialDay> days,
        List<Place> places,
        List<RuleSketch> rules,
        List<Club> clubs) {

    public Programme {
        // One order and one owner, so that the same programme is equal however it was written.
        String owner = code;
        rules =
                rules.stream()
                        .map(each -> each.in(owner))
                        .sorted(Comparator.comparing(RuleSketch::code))
                        .toList();
    }

    /** Which way a half point goes. */
    public enum RoundingMode {
        HALF_UP,
        DOWN,
        UP
    }

    /** Whether an order is rounded as a whole or line by line. */
    public enum RoundingLevel {
        ORDER,
        LINE
    }

    /** How the rules of a group combine; across groups everything adds up. */
    public enum Mode {
        SUM,
        BEST,
        FIRST
    }

    /** A bonus group; groups come in the order of the programme. */
    public record Group(String code, Said name, Mode mode) {}

    /**
     * Days with a name: dates from and to, or every month on the n-th given weekday (n = 0: never).
     */
    public record SpecialDay(
            String code, Said name, List<Stretch> dates, int nthInMonth, int weekday) {

        /** Both days included. */
        public record Stretch(LocalDate from, LocalDate to) {}

        /** The days it names one by one, in order. */
        public List<LocalDate> named() {
            return dates.stream()
                    .flatMap(each -> each.from().datesUntil(each.to().plusDays(1)))
                    .distinct()
                    .sorted()
                    .toList();
        }

        public boolean holds(LocalDate day) {
            return dates.stream()
                            .anyMatch(each -> !day.isBefore(each.from()) && !day.isAfter(each.to()))
                    || (nthInMonth > 0
                            && day.getDayOfWeek().getValue() == weekday
                            && (day.getDayOfMonth() + 6) / 7 == nthInMonth);
        }
    }

    /** Where sharing can be proved, with the radius inside which a phone counts as there. */
    public record Place(
            String code, Said name, double latitude, double longitude, int radiusMetres) {}

    /** The same programme with other rules. */
    public Programme with(List<RuleSketch> others) {
        return new Programme(
                code,
                name,
                rounding,
                level,
                minorPer100Points,
                groups,
                limits,
                days,
                places,
                others,
                clubs);
    }

    /** The same programme with other special days. */
    public Programme withDays(List<SpecialDay> others) {
        return new Programme(
                code,
                name,
                rounding,
                level,
                minorPer100Points,
                groups,
                limits,
                others,
                places,
                rules,
                clubs);
    }

    /** The codes of a day's special days. */
    List<String> daysOf(LocalDate day) {
        return days.stream().filter(each -> each.holds(day)).map(SpecialDay::code).toList();
    }

    /** What the conditions of this programme may speak of. */
    public Attributes words() {
        return EarningWords.attributes(
                days.stream().map(each -> new Value(each.code(), phrase(each.name()))).toList(),
                clubs.stream()
                        .flatMap(club -> club.tiers().stream())
                        .map(tier -> new Value(tier.code(), phrase(tier.name())))
                        .toList());
    }

    private static Phrase phrase(Said said) {
        return new Phrase(said.zh(), said.en());
    }
}
