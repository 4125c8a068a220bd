package dev.waystation.platform.engagement.journey.usecase;

import dev.waystation.journey.Advance;
import dev.waystation.platform.engagement.journey.model.Definition;
import dev.waystation.platform.engagement.journey.model.Enrolment;
import dev.waystation.platform.engagement.journey.model.HeardFact;
import dev.waystation.platform.engagement.journey.model.ReEntry;
import dev.waystation.platform.engagement.journey.store.EnrolmentRows;
import dev.waystation.platform.engagement.journey.store.Entry;
import dev.waystation.platform.foundation.wiring.VenueZone;
import java.time.Clock;
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
    private final Walkers walkers;
    private final EnterMembers enter;
    private final Clock clock;

    HearFacts(
            LiveJourneys journeys,
            EnrolmentRows enrolments,
            MoveEnrolments move,
            Walkers walkers,
            EnterMembers enter,
            Clock clock) {
        this.journeys = journeys;
        this.enrolments = enrolments;
        this.move = move;
        this.walkers = walkers;
        this.enter = enter;
        this.clock = clock;
    }

    @Transactional
    public void handle(List<HeardFact> heard) {
        List<Definition> open = journeys.open();
        enter(heard, open);
        tell(heard, open);
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
                rule.entryKey(fact.at(), "fact-" + fact.position()),
                rule.isExclusive(),
                rule.days(),
                definition.graph().entry().id(),
                context,
                fact.at());
    }

    /** Those inside a paused journey are not told: they stand still until it goes on. */
    private void tell(List<HeardFact> heard, List<Definition> open) {
        Set<Long> live = open.stream().map(Definition::journeyId).collect(Collectors.toSet());
        var whom = new TreeSet<Long>();
        heard.forEach(fact -> whom.add(fact.memberId()));
        Instant now = clock.instant();
        var moves = new ArrayList<MoveEnrolments.Moved>();
        List<Enrolment> all = enrolments.inside(whom);
        Company company = walkers.company(all);
        for (Enrolment inside : all) {
            if (!live.contains(inside.journeyId())) {
                continue;
            }
            Definition definition = journeys.version(inside.journeyId(), inside.version());
            Advance advance = tell(company, inside, definition, heard, now);
            if (!advance.isStill() || !advance.standing().equals(inside.standing())) {
                moves.add(new MoveEnrolments.Moved(inside, definition.code(), advance));
            }
        }
        move.handle(moves);
    }

    private Advance tell(
            Company company,
            Enrolment inside,
            Definition definition,
            List<HeardFact> heard,
            Instant now) {
        var interpreter = company.interpreter(definition);
        var subject = company.member(inside, definition, now);
        var sum = Advance.still(inside.standing());
        for (HeardFact fact : heard) {
            if (fact.memberId() == inside.memberId()) {
                sum =
                        sum.then(
                                interpreter.hear(
                                        sum.standing(), fact.name(), fact.at(), now, subject));
            }
        }
        return sum;
    }
}
