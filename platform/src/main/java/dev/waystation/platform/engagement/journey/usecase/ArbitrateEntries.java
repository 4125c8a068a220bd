package dev.waystation.platform.engagement.journey.usecase;

import dev.waystation.platform.engagement.journey.model.Enrolment;
import dev.waystation.platform.engagement.journey.model.JourneyLimits;
import dev.waystation.platform.engagement.journey.store.EnrolmentRows;
import dev.waystation.platform.engagement.journey.store.Entry;
import dev.waystation.platform.engagement.journey.store.LimitRows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Caps across journeys. Members' entries take turns; whoever just entered competes with the
 * journeys the member is in already, by priority and then by age: the weakest newcomer is kept out,
 * and a weaker journey that runs already ends for him.
 */
@Component
class ArbitrateEntries {

    static final String CONCURRENCY = "CONCURRENCY_CAP";
    static final String ENTRIES = "ENTRY_CAP";

    private final LimitRows limits;
    private final EnrolmentRows enrolments;
    private final LiveJourneys journeys;
    private final MoveEnrolments move;
    private final Clock clock;

    ArbitrateEntries(
            LimitRows limits,
            EnrolmentRows enrolments,
            LiveJourneys journeys,
            MoveEnrolments move,
            Clock clock) {
        this.limits = limits;
        this.enrolments = enrolments;
        this.journeys = journeys;
        this.move = move;
        this.clock = clock;
    }

    /** Enters whom constraints and caps allow, in the transaction of the caller. */
    List<EnrolmentRows.Entered> enter(List<Entry> entries) {
        JourneyLimits set = limits.read();
        List<Entry> counted =
                set.capsEntries()
                        ? entries.stream()
                                .filter(it -> priority(it.journeyId(), it.version()) > 0)
                                .toList()
                        : List.of();
        if (counted.isEmpty()) {
            return enrolments.enter(entries);
        }
        var members =
                counted.stream()
                        .map(Entry::memberId)
                        .collect(Collectors.toCollection(TreeSet::new));
        limits.takeTurns(members);
        List<EnrolmentRows.Entered> entered = new ArrayList<>(enrolments.enter(entries));
        Instant now = clock.instant();
        if (set.entries() > 0) {
            entered.removeAll(tooMany(entered, members, set, now));
        }
        if (set.concurrent() > 0) {
            entered.removeAll(crowded(entered, members, set, now));
        }
        return entered;
    }

    /** Newcomers beyond the cap on entries; the highest priority stays. */
    private List<EnrolmentRows.Entered> tooMany(
            List<EnrolmentRows.Entered> entered,
            Set<Long> members,
            JourneyLimits set,
            Instant now) {
        Map<Long, Long> had =
                new HashMap<>(limits.entered(members, now.minus(Duration.ofDays(set.days()))));
        List<EnrolmentRows.Entered> out = new ArrayList<>();
        entered.stream()
                .filter(it -> priority(it.journeyId(), it.version()) > 0)
                .sorted(
                        Comparator.comparingInt((EnrolmentRows.Entered it) ->
                                priority(it.journeyId(), it.version())))
                .forEach(it -> {
                    if (had.getOrDefault(it.memberId(), 0L) > set.entries()) {
                        had.merge(it.memberId(), -1L, Long::sum);
                        out.add(it);
                    }
                });
        limits.keepOut(out, ENTRIES, now);
        return out;
    }

    /** Newcomers for whom there is no room beside stronger journeys; weaker ones make room. */
    private List<EnrolmentRows.Entered> crowded(
            List<EnrolmentRows.Entered> entered,
            Set<Long> members,
            JourneyLimits set,
            Instant now) {
        Map<Long, EnrolmentRows.Entered> fresh =
                entered.stream()
                        .collect(Collectors.toMap(EnrolmentRows.Entered::enrolmentId, it -> it));
        Map<Long, List<Enrolment>> inside =
                enrolments.inside(members).stream()
                        .filter(it -> priority(it.journeyId(), it.version()) > 0)
                        .collect(Collectors.groupingBy(Enrolment::memberId));
        List<EnrolmentRows.Entered> out = new ArrayList<>();
        List<MoveEnrolments.Moved> displaced = new ArrayList<>();
        for (List<Enrolment> together : inside.values()) {
            together.stream()
                    .sorted(
                            Comparator.comparingInt((Enrolment it) ->
                                            -priority(it.journeyId(), it.version()))
                                    .thenComparingLong(Enrolment::enrolmentId))
                    .skip(set.concurrent())
                    .forEach(it -> {
                        EnrolmentRows.Entered newcomer = fresh.get(it.enrolmentId());
                        if (newcomer != null) {
                            out.add(newcomer);
                        } else {
                            displaced.add(journeys.stop(it, now));
                        }
                    });
        }
        limits.keepOut(out, CONCURRENCY, now);
        move.handle(displaced);
        return out;
    }

    /** Zero for a journey that neither counts nor is held back. */
    private int priority(long journeyId, int version) {
        Integer priority = journeys.version(journeyId, version).content().priority();
        return priority == null ? 0 : priority;
    }
}
