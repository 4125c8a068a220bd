package dev.waystation.platform.engagement.journey.usecase;

import dev.waystation.platform.engagement.journey.facts.JourneyEntered;
import dev.waystation.platform.engagement.journey.model.Definition;
import dev.waystation.platform.engagement.journey.store.EnrolmentRows;
import dev.waystation.platform.engagement.journey.store.Entry;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.foundation.wiring.VenueZone;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Lets members into journeys: by a fact, from a list, or whoever is in a segment. */
@Component
class EnterMembers {

    private final LiveJourneys journeys;
    private final ArbitrateEntries arbitrate;
    private final FactLog facts;
    private final Clock clock;

    EnterMembers(LiveJourneys journeys, ArbitrateEntries arbitrate, FactLog facts, Clock clock) {
        this.journeys = journeys;
        this.arbitrate = arbitrate;
        this.facts = facts;
        this.clock = clock;
    }

    /** In the transaction of the caller; answers how many the re-entry rule let in. */
    int handle(long journeyId, List<Long> members, String by) {
        return handle(journeyId, members, by, clock.instant());
    }

    /** The same, as of an instant that has passed. */
    int handle(long journeyId, List<Long> members, String by, Instant now) {
        Definition definition =
                journeys.open().stream()
                        .filter(open -> open.journeyId() == journeyId)
                        .findFirst()
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "Journey %d lets nobody in.\nMaybe it is paused"
                                                .formatted(journeyId)));
        return enter(members.stream().map(member -> entry(definition, member, by, now)).toList());
    }

    /** In the transaction of the caller; answers how many the constraints let in. */
    int enter(List<Entry> entries) {
        List<EnrolmentRows.Entered> entered = arbitrate.enter(entries);
        facts.append(
                entered.stream()
                        .map(it ->
                                new JourneyEntered(
                                        it.enrolmentId(),
                                        it.memberId(),
                                        it.journeyId(),
                                        it.version(),
                                        it.at()))
                        .toList());
        return entered.size();
    }

    private static Entry entry(Definition definition, long member, String by, Instant now) {
        var rule = definition.content().reEntry();
        return new Entry(
                member,
                definition.journeyId(),
                definition.version(),
                rule.entryKey(now, by, Map.of()),
                rule.isExclusive(),
                rule.days(),
                definition.graph().entry().id(),
                Map.of("date", now.atZone(VenueZone.DEFAULT).toLocalDate().toString()),
                now);
    }
}
