package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.platform.engagement.audience.model.Cause;
import dev.waystation.platform.engagement.audience.model.EventWords;
import dev.waystation.platform.engagement.audience.usecase.HearChanges.Change;
import dev.waystation.platform.engagement.audience.usecase.HearChanges.Heard;
import dev.waystation.platform.engagement.events.EventType;
import dev.waystation.platform.engagement.events.EventTypes;
import dev.waystation.platform.engagement.events.Events;
import dev.waystation.platform.engagement.events.TakenEvent;
import dev.waystation.platform.engagement.identity.Identities;
import dev.waystation.platform.engagement.identity.facts.EventsAttributed;
import dev.waystation.platform.engagement.identity.facts.PersonJoined;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes events in that members caused. Only those with a schema: without one nobody can ask about
 * them, and a sender could fill memory with names.
 */
@Service
public class HearEvents {

    private final Identities identities;
    private final Events events;
    private final EventTypes types;
    private final HearChanges hear;
    private final ReadFields fields;

    HearEvents(
            Identities identities,
            Events events,
            EventTypes types,
            HearChanges hear,
            ReadFields fields) {
        this.fields = fields;
        this.identities = identities;
        this.events = events;
        this.types = types;
        this.hear = hear;
    }

    /** Events that came just now, of as many commits as have piled up, in their order. */
    @Transactional
    public void attributed(List<EventsAttributed> batches) {
        Map<String, EventType> known = EventWords.byName(types.known());
        List<Identities.Attributed> attributed = identities.of(batches);
        List<Heard> heard = new ArrayList<>();
        for (Identities.Attributed each : attributed) {
            acted(each.memberId(), each.event(), known)
                    .map(change -> new Heard(each.event().name(), change))
                    .forEach(heard::add);
        }
        take(heard);
        fields.told(
                attributed.stream()
                        .map(each -> new ReadFields.Told(each.memberId(), each.event()))
                        .toList());
    }

    /** Events of before, by somebody now known, or not theirs after all. */
    @Transactional
    public void joined(PersonJoined join) {
        List<TakenEvent.Key> keys = identities.doneBy(join.personId());
        if (!join.joined()) {
            List<String> references = keys.stream().map(HearEvents::reference).toList();
            take(
                    List.of(
                            new Heard(
                                    Cause.MERGE,
                                    new Change.NotTheirs(
                                            join.memberId(), references, join.occurredAt()))));
            fields.notTheirs(join.memberId(), keys, join.occurredAt());
            return;
        }
        Map<String, EventType> known = EventWords.byName(types.known());
        List<TakenEvent> before = events.find(keys);
        take(
                before.stream()
                        .flatMap(event -> acted(join.memberId(), event, known))
                        .map(change -> new Heard(Cause.MERGE, change))
                        .toList());
        fields.told(
                before.stream().map(event -> new ReadFields.Told(join.memberId(), event)).toList());
    }

    private void take(List<Heard> heard) {
        if (!heard.isEmpty()) {
            hear.handle(new HearChanges.Command(heard));
        }
    }

    private static Stream<Change> acted(
            long member, TakenEvent event, Map<String, EventType> known) {
        EventType type = known.get(event.name());
        return type == null
                ? Stream.empty()
                : Stream.of(
                        new Change.Acted(
                                member,
                                event.name(),
                                reference(event.key()),
                                EventWords.kept(type, event),
                                event.happenedAt()));
    }

    private static String reference(TakenEvent.Key key) {
        return "event:" + key;
    }
}
