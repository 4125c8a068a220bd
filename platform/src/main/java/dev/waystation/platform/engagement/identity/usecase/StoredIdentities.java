package dev.waystation.platform.engagement.identity.usecase;

import dev.waystation.platform.engagement.events.Events;
import dev.waystation.platform.engagement.events.TakenEvent;
import dev.waystation.platform.engagement.identity.Identities;
import dev.waystation.platform.engagement.identity.facts.EventsAttributed;
import dev.waystation.platform.engagement.identity.model.IdType;
import dev.waystation.platform.engagement.identity.store.AttributionStore;
import dev.waystation.platform.engagement.identity.store.GraphStore;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whose events are whose, as it is stored. */
@Service
class StoredIdentities implements Identities {

    private final AttributionStore attributions;
    private final Events events;
    private final NamedIn names;
    private final GraphStore graph;

    StoredIdentities(
            AttributionStore attributions, Events events, NamedIn names, GraphStore graph) {
        this.names = names;
        this.graph = graph;
        this.attributions = attributions;
        this.events = events;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Attributed> of(EventsAttributed attributed) {
        Map<TakenEvent.Key, Long> members = attributions.ofBatch(attributed.batch());
        return events.find(List.copyOf(members.keySet())).stream()
                .map(event ->
                        new Attributed(Objects.requireNonNull(members.get(event.key())), event))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Long> member(String type, String value) {
        return IdType.of(type)
                .map(known -> names.identifier(new NamedIn.Value(known, value)))
                .flatMap(graph::member);
    }

    @Override
    @Transactional(readOnly = true)
    public List<TakenEvent.Key> doneBy(long personId) {
        return attributions.doneBy(personId);
    }

    @Override
    @Transactional(readOnly = true)
    public List<TakenEvent.Key> doneByMember(long memberId) {
        return attributions.doneByMember(memberId);
    }
}
