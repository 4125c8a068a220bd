package dev.waystation.platform.engagement.audience.model;

import dev.waystation.condition.Condition;
import dev.waystation.condition.Evaluator;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What one member did, as the leaves about behaviour read it on a day. */
record Behaviour(List<Deed> deeds, LocalDate today) {

    /** How often a leaf counts. */
    long times(Condition.Did did) {
        return never(did.event()) ? 0 : counted(did).count();
    }

    /**
     * Most members did nothing of what most rules ask for: hundreds of rules ask on every event.
     */
    private boolean never(String event) {
        for (Deed deed : deeds) {
            if (deed.event().equals(event)) {
                return false;
            }
        }
        return true;
    }

    /** The deeds behind the answer of a leaf, the latest first. */
    List<Deed> evidence(Condition leaf) {
        Stream<Deed> behind =
                switch (leaf) {
                    case Condition.Did did -> counted(did);
                    case Condition.Occurred it -> occurrence(it).stream();
                    case Condition.Field field when field.path().equals("lastTripDaysAgo") ->
                            of(Vocabulary.TRIP);
                    case Condition.Field field when field.path().equals("lastVisitDaysAgo") ->
                            of(Vocabulary.VISIT);
                    default -> Stream.empty();
                };
        return behind.sorted(Comparator.comparing(Deed::day).reversed()).limit(3).toList();
    }

    /** The day of the n-th latest deed that a leaf counts, n its least number. */
    OptionalLong latest(Condition.Did did) {
        if (never(did.event())) {
            return OptionalLong.empty();
        }
        return counted(did)
                .mapToLong(deed -> -deed.day().toEpochDay())
                .sorted()
                .skip(did.atLeast() - 1L)
                .map(day -> -day)
                .findFirst();
    }

    /** The day of the earliest deed that a leaf counts. */
    OptionalLong earliest(Condition.Did did) {
        return counted(did).mapToLong(deed -> deed.day().toEpochDay()).min();
    }

    /** The day of the first or the last of those that a leaf asks for. */
    OptionalLong occurred(Condition.Occurred leaf) {
        return occurrence(leaf).stream().mapToLong(deed -> deed.day().toEpochDay()).findFirst();
    }

    private Optional<Deed> occurrence(Condition.Occurred leaf) {
        Comparator<Deed> byDay = Comparator.comparing(Deed::day);
        Stream<Deed> ever = counted(leaf.ever());
        return leaf.which() == Condition.Occurred.Which.FIRST ? ever.min(byDay) : ever.max(byDay);
    }

    private Stream<Deed> of(String event) {
        return deeds.stream().filter(deed -> deed.event().equals(event));
    }

    private Stream<Deed> counted(Condition.Did did) {
        LocalDate after = did.withinDays() == 0 ? LocalDate.MIN : today.minusDays(did.withinDays());
        Condition where = did.where();
        return of(did.event())
                .filter(deed -> deed.day().isAfter(after))
                .filter(deed -> where == null || Evaluator.declared().test(where, deed::property));
    }
}
