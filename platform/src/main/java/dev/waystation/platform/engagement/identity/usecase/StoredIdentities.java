package dev.waystation.platform.engagement.identity.usecase;

import dev.waystation.platform.engagement.events.Events;
import dev.waystation.platform.engagement.events.TakenEvent;
import dev.waystation.platform.engagement.identity.Identities;
import dev.waystation.platform.engagement.identity.facts.EventsAttributed;
import dev.waystation.platform.engagement.identity.model.IdType;
import dev.waystation.platform.engagement.identity.store.AttributionStore;
import dev.waystation.platform.engagement.identity.store.GraphStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
    public List<Attributed> of(List<EventsAttributed> commits) {
        List<Long> batches = commits.stream().map(EventsAttributed::batch).toList();
        Map<TakenEvent.Key, AttributionStore.Done> done = attributions.ofBatches(batches);
        Map<Long, List<Attributed>> byCommit = new LinkedHashMap<>();
        batches.forEach(batch -> byCommit.put(batch, new ArrayList<>()));
        for (TakenEvent event : events.find(List.copyOf(done.keySet()))) {
            AttributionStore.Done of = Objects.requireNonNull(done.get(event.key()));
            Objects.requireNonNull(byCommit.get(of.batch()))
                    .add(new Attributed(of.memberId(), event));
        }
        return byCommit.values().stream().flatMap(List::stream).toList();
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
