package dev.waystation.platform.engagement.audience.model;

import dev.waystation.audience.Days;
import dev.waystation.audience.MemberTimes;
import dev.waystation.audience.MemberValues;
import dev.waystation.audience.Reading;
import dev.waystation.condition.Attribute;
import dev.waystation.condition.Attributes;
import dev.waystation.condition.Condition;
import dev.waystation.condition.Row;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A member on a day, as conditions see one.
 *
 * @param traits as stored
 * @param totals what follows from the deeds on that day
 * @param tags as they are after the rules were asked
 * @param segments the codes of those the member is in
 * @param derived computed traits
 * @param dueOn the day to look at the member again
 */
public record MemberView(
        Traits traits,
        Totals totals,
        List<String> tags,
        List<String> segments,
        @Nullable LocalDate dueOn,
        List<Deed> deeds,
        Derived derived,
        LocalDate today) {

    private static final int YEAR_DAYS = 365;
    private static final int SENIOR_YEARS = 60;
    private static final Set<String> ROLLING = Set.of(Vocabulary.TRIP, Vocabulary.VISIT);

    /** Works out afresh what time and deeds decide: totals, last days, senior, student. */
    public static MemberView of(
            Traits stored,
            List<Deed> deeds,
            List<String> segments,
            List<ComputedTrait> computed,
            LocalDate today) {
        LocalDate after = today.minusDays(YEAR_DAYS);
        List<Deed> trips = of(deeds, Vocabulary.TRIP);
        List<Deed> visits = of(deeds, Vocabulary.VISIT);
        List<Deed> recent = trips.stream().filter(deed -> deed.day().isAfter(after)).toList();
        LocalDate born = stored.birthDate();
        LocalDate until = stored.studentUntil();
        Totals fresh =
                new Totals(
                        recent.size(),
                        recent.stream().mapToLong(Deed::amountMinor).sum(),
                        last(trips),
                        visits.stream().filter(deed -> deed.day().isAfter(after)).count(),
                        last(visits),
                        until != null && !until.isBefore(today),
                        born != null
                                && Days.yearsBetween(born.toEpochDay(), today.toEpochDay())
                                        >= SENIOR_YEARS);
        return new MemberView(
                stored,
                fresh,
                stored.tags(),
                segments,
                stored.dueOn(),
                deeds,
                Derived.of(computed, deeds, today),
                today);
    }

    /** The member with the totals of the day on which they were stored. */
    public static MemberView asStored(Traits stored, List<Deed> deeds, List<String> segments) {
        return new MemberView(
                stored,
                stored.totals(),
                stored.tags(),
                segments,
                stored.dueOn(),
                deeds,
                new Derived(stored.derived(), null),
                LocalDate.EPOCH);
    }

    /** The same member with other tags. */
    public MemberView withTags(List<String> others) {
        return new MemberView(traits, totals, others, segments, dueOn, deeds, derived, today);
    }

    /** The same member, in one segment more. */
    public MemberView entered(long segmentId) {
        List<String> more = new ArrayList<>(segments);
        more.add(PublicId.encode("seg", segmentId));
        return inSegments(more);
    }

    /** The same member, in one segment less. */
    public MemberView left(long segmentId) {
        List<String> fewer = new ArrayList<>(segments);
        fewer.remove(PublicId.encode("seg", segmentId));
        return inSegments(fewer);
    }

    private MemberView inSegments(List<String> others) {
        return new MemberView(traits, totals, tags, others, dueOn, deeds, derived, today);
    }

    /** The same member, to be looked at again on that day. */
    public MemberView dueOn(@Nullable LocalDate day) {
        return new MemberView(traits, totals, tags, segments, day, deeds, derived, today);
    }

    /** The first day on which a stored value changes by time alone. */
    public OptionalLong rollsOn() {
        Stream<LocalDate> leaving =
                deeds.stream()
                        .filter(deed -> ROLLING.contains(deed.event()))
                        .map(deed -> deed.day().plusDays(YEAR_DAYS));
        LocalDate born = traits.birthDate();
        LocalDate until = traits.studentUntil();
        Stream<LocalDate> others =
                Stream.concat(
                        born == null ? Stream.empty() : Stream.of(sixtieth(born)),
                        until == null ? Stream.empty() : Stream.of(until.plusDays(1)));
        return Stream.of(leaving, others, Stream.ofNullable(derived.changesOn()))
                .flatMap(days -> days)
                .filter(day -> day.isAfter(today))
                .mapToLong(LocalDate::toEpochDay)
                .min();
    }

    private static LocalDate sixtieth(LocalDate born) {
        LocalDate then = born.plusYears(SENIOR_YEARS);
        return then.getDayOfMonth() == born.getDayOfMonth() ? then : then.plusDays(1);
    }

    /** The member as a row of the catalogue. */
    public Row row(Attributes catalogue) {
        Row row = new Row(catalogue);
        long now = today.toEpochDay();
        LocalDate born = traits.birthDate();
        row.set("age", born == null ? null : (Long) Days.yearsBetween(born.toEpochDay(), now));
        row.set("gender", traits.gender());
        row.set("city", traits.city());
        row.set("tier", traits.tier());
        row.set("points", traits.points());
        row.set("joinedDaysAgo", since(traits.joinedOn()));
        row.set("trips12m", totals.trips12m());
        row.set("spend12mMinor", totals.spend12mMinor());
        row.set("lastTripDaysAgo", since(totals.lastTripOn()));
        row.set("visits12m", totals.visits12m());
        row.set("lastVisitDaysAgo", since(totals.lastVisitOn()));
        row.set("verifiedStudent", totals.student());
        row.set("senior", totals.senior());
        row.set("consents", traits.consents());
        row.set("tags", tags);
        row.set("segments", segments);
        for (Attribute attribute : catalogue.all()) {
            String name = attribute.name();
            if (Extra.is(name)) {
                row.set(name, Extra.value(name, extras(name), now));
            }
        }
        return row.history(behaviour()::times);
    }

    /** What a computed trait comes to, in words. */
    public Optional<Said> said(ComputedTrait trait, Attributes catalogue) {
        return Optional.ofNullable(derived.values().get(trait.attribute()))
                .flatMap(value -> Told.value(trait.attribute(), value, today, catalogue));
    }

    /** The exact score today. */
    public double score(ComputedTrait trait) {
        return trait.score(deeds, today);
    }

    /** When time alone changes it. */
    public @Nullable LocalDate changesOn(ComputedTrait trait) {
        return trait.changesOn(deeds, today);
    }

    private Map<String, Object> extras(String attribute) {
        return Extra.isDerived(attribute) ? derived.values() : traits.extras();
    }

    private @Nullable Long since(@Nullable LocalDate day) {
        return day == null ? null : (Long) (today.toEpochDay() - day.toEpochDay());
    }

    private Behaviour behaviour() {
        return new Behaviour(deeds, today);
    }

    /** The deeds behind the answer of a leaf, the latest first. */
    List<Deed> evidence(Condition leaf) {
        return behaviour().evidence(leaf);
    }

    /** The days a condition may depend on. */
    public MemberTimes times() {
        Map<String, Long> days = days();
        return new MemberTimes() {
            @Override
            public OptionalLong day(String attribute) {
                Long day = days.get(attribute);
                return day == null ? OptionalLong.empty() : OptionalLong.of(day);
            }

            @Override
            public OptionalLong shrinks(String attribute) {
                // stored totals are rolled by day, see rollsOn
                return OptionalLong.empty();
            }

            @Override
            public OptionalLong latest(Condition.Did did) {
                return behaviour().latest(did);
            }

            @Override
            public OptionalLong earliest(Condition.Did did) {
                return behaviour().earliest(did);
            }

            @Override
            public OptionalLong occurred(Condition.Occurred leaf) {
                return behaviour().occurred(leaf);
            }
        };
    }

    private Map<String, Long> days() {
        Map<String, Long> days = new HashMap<>();
        put(days, "age", traits.birthDate());
        put(days, "joinedDaysAgo", traits.joinedOn());
        put(days, "lastTripDaysAgo", totals.lastTripOn());
        put(days, "lastVisitDaysAgo", totals.lastVisitOn());
        Stream.of(traits.extras(), derived.values())
                .forEach(extras ->
                        extras.forEach((name, value) -> {
                            if (value instanceof Long day
                                    && Extra.reading(name) == Reading.DAYS_SINCE) {
                                days.put(name, day);
                            }
                        }));
        return days;
    }

    private static void put(Map<String, Long> days, String name, @Nullable LocalDate day) {
        if (day != null) {
            days.put(name, day.toEpochDay());
        }
    }

    /** The member for the sets in memory. */
    public MemberValues values() {
        return SetValues.of(this, days());
    }

    private static List<Deed> of(List<Deed> deeds, String event) {
        List<Deed> found = new ArrayList<>(deeds);
        found.removeIf(deed -> !deed.event().equals(event));
        return found;
    }

    private static @Nullable LocalDate last(List<Deed> deeds) {
        return deeds.stream().map(Deed::day).max(LocalDate::compareTo).orElse(null);
    }
}
