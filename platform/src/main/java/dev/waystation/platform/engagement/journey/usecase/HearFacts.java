package dev.waystation.platform.engagement.journey.usecase;

import dev.waystation.platform.engagement.journey.model.Definition;
import dev.waystation.platform.engagement.journey.model.Enrolment;
import dev.waystation.platform.engagement.journey.model.HeardFact;
import dev.waystation.platform.engagement.journey.model.ReEntry;
import dev.waystation.platform.engagement.journey.store.ConversionRows;
import dev.waystation.platform.engagement.journey.store.EnrolmentRows;
import dev.waystation.platform.engagement.journey.store.Entry;
import dev.waystation.platform.foundation.wiring.VenueZone;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets members in whose fact a journey waits for, and tells those inside what happened to them. */
@Service
public class HearFacts {

    private final LiveJourneys journeys;
    private final EnrolmentRows enrolments;
    private final MoveEnrolments move;
    private final TellMembers tell;
    private final FinishEnrolments finish;
    private final EnterMembers enter;
    private final Clock clock;

    HearFacts(
            LiveJourneys journeys,
            EnrolmentRows enrolments,
            MoveEnrolments move,
            TellMembers tell,
            FinishEnrolments finish,
            EnterMembers enter,
            Clock clock) {
        this.journeys = journeys;
        this.enrolments = enrolments;
        this.move = move;
        this.tell = tell;
        this.finish = finish;
        this.enter = enter;
        this.clock = clock;
    }

    @Transactional
    public void handle(List<HeardFact> heard) {
        List<Definition> open = journeys.open();
        enter(heard, open);
        tell(heard, open);
        finish.reach(lateGoals(heard, open));
    }

    private void enter(List<HeardFact> heard, List<Definition> open) {
        var entries = new ArrayList<Entry>();
        for (Definition definition : open) {
            heard.stream()
                    .filter(definition.content().trigger()::lets)
                    .map(fact -> entry(definition, fact))
                    .forEach(entries::add);
        }
        enter.enter(entries);
    }

    private static Entry entry(Definition definition, HeardFact fact) {
        ReEntry rule = definition.content().reEntry();
        var context = new TreeMap<String, String>();
        fact.values().forEach((name, value) -> context.put(name, String.valueOf(value)));
        context.put("date", fact.at().atZone(VenueZone.DEFAULT).toLocalDate().toString());
        return new Entry(
                fact.memberId(),
                definition.journeyId(),
                definition.version(),
                rule.entryKey(fact.at(), "fact-" + fact.position(), fact.values()),
                rule.isExclusive(),
                rule.days(),
                definition.graph().entry().id(),
                context,
                fact.at());
    }

    /** Those inside a paused journey stand still, but know what happened when it goes on. */
    private void tell(List<HeardFact> heard, List<Definition> open) {
        Set<Long> live = open.stream().map(Definition::journeyId).collect(Collectors.toSet());
        var whom = new TreeSet<Long>();
        heard.forEach(fact -> whom.add(fact.memberId()));
        Instant now = clock.instant();
        var moves = new ArrayList<MoveEnrolments.Moved>();
        List<Enrolment> all = enrolments.inside(whom);
        Company company = tell.company(all);
        for (Enrolment inside : all) {
            Definition definition = journeys.version(inside.journeyId(), inside.version());
            MoveEnrolments.Moved moved =
                    tell.handle(
                            company,
                            inside,
                            definition,
                            heard,
                            now,
                            !live.contains(inside.journeyId()));
            boolean changed =
                    !moved.advance().isStill()
                            || !moved.advance().standing().equals(inside.standing())
                            || !moved.before().equals(inside);
            if (changed) {
                moves.add(moved);
            }
        }
        move.handle(moves);
    }

    /** Goals that come after the end, within the window of the journey. */
    private static List<ConversionRows.Reached> lateGoals(
            List<HeardFact> heard, List<Definition> open) {
        var goals = new ArrayList<ConversionRows.Reached>();
        for (Definition definition : open) {
            Duration window = definition.content().graph().window();
            if (window.isPositive()) {
                heard.stream()
                        .filter(fact -> fact.name().equals(definition.graph().goalFact()))
                        .map(fact -> reached(fact, definition, window))
                        .forEach(goals::add);
            }
        }
        return goals;
    }

    private static ConversionRows.Reached reached(
            HeardFact fact, Definition definition, Duration window) {
        String key = definition.content().reEntry().key();
        Object value = key == null ? null : fact.values().get(key);
        return new ConversionRows.Reached(
                fact.memberId(),
                definition.journeyId(),
                fact.name(),
                fact.at(),
                window,
                key,
                value == null ? null : value.toString());
    }
}
