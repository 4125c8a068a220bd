package dev.waystation.platform.engagement.identity.usecase;

import dev.waystation.platform.engagement.events.Events;
import dev.waystation.platform.engagement.events.TakenEvent;
import dev.waystation.platform.engagement.events.facts.EventsTaken;
import dev.waystation.platform.engagement.identity.facts.EventsAttributed;
import dev.waystation.platform.engagement.identity.model.Identifier;
import dev.waystation.platform.engagement.identity.model.IdentityGraph;
import dev.waystation.platform.engagement.identity.model.Person;
import dev.waystation.platform.engagement.identity.store.AttributionStore;
import dev.waystation.platform.engagement.identity.store.GraphStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds whose the events of some commits are, all in one go, and says so commit by commit. */
@Service
public class AttributeEvents {

    private final Events events;
    private final NamedIn named;
    private final GraphStore graphs;
    private final AttributionStore attributions;
    private final Joins joins;
    private final Clock clock;

    AttributeEvents(
            Events events,
            NamedIn named,
            GraphStore graphs,
            AttributionStore attributions,
            Joins joins,
            Clock clock) {
        this.events = events;
        this.named = named;
        this.graphs = graphs;
        this.attributions = attributions;
        this.joins = joins;
        this.clock = clock;
    }

    @Transactional
    public void handle(List<EventsTaken> taken) {
        Map<Long, List<TakenEvent>> found = events.of(taken);
        Map<Long, List<TakenEvent>> batches = new LinkedHashMap<>();
        taken.forEach(
                each -> batches.put(each.batch(), found.getOrDefault(each.batch(), List.of())));
        Set<NamedIn.Value> values =
                batches.values().stream()
                        .flatMap(List::stream)
                        .flatMap(event -> NamedIn.values(event).stream())
                        .collect(Collectors.toSet());
        NamedIn.Names names = named.names(values);
        Set<Identifier> identifiers = new HashSet<>(names.identifiers().values());
        Set<Identifier> blocked = graphs.blocked(identifiers);
        IdentityGraph graph =
                graphs.hold(identifiers, new HashSet<>(names.members().values()), Set.of());
        Map<Long, List<AttributionStore.Row>> rows = new LinkedHashMap<>();
        batches.forEach((number, batch) -> rows.put(number, rows(batch, names, blocked, graph)));
        graphs.save(graph, "events", clock.instant());
        attributions.add(rows);
        joins.tell(graph);
        joins.tell(attributed(rows));
    }

    private List<EventsAttributed> attributed(Map<Long, List<AttributionStore.Row>> rows) {
        List<EventsAttributed> attributed = new ArrayList<>();
        rows.forEach((number, own) -> {
            int known = (int) own.stream().filter(row -> row.memberId() != null).count();
            if (known > 0) {
                attributed.add(new EventsAttributed(number, known, clock.instant()));
            }
        });
        return attributed;
    }

    private static List<AttributionStore.Row> rows(
            List<TakenEvent> batch,
            NamedIn.Names names,
            Set<Identifier> blocked,
            IdentityGraph graph) {
        List<AttributionStore.Row> rows = new ArrayList<>();
        for (TakenEvent event : batch) {
            Person person = place(event, names, blocked, graph);
            if (person != null) {
                rows.add(
                        new AttributionStore.Row(
                                event.key(), person.id(), graph.root(person).memberId()));
            }
        }
        return rows;
    }

    private static @Nullable Person place(
            TakenEvent event, NamedIn.Names names, Set<Identifier> blocked, IdentityGraph graph) {
        Set<Identifier> given = new LinkedHashSet<>();
        @Nullable Long member = null;
        for (NamedIn.Value value : NamedIn.values(event)) {
            Identifier id = names.identifiers().get(value);
            if (id != null && blocked.contains(id)) {
                continue;
            }
            Long owner = names.members().get(value);
            if (owner != null && id != null) {
                // membership knows whose phone or document it is, whatever the event says
                graph.place(owner, Set.of(id), evidence(event), event.happenedAt());
            }
            member = member == null ? owner : member;
            if (id != null) {
                given.add(id);
            }
        }
        return graph.place(member, given, evidence(event), event.happenedAt());
    }

    private static String evidence(TakenEvent event) {
        return event.name() + " " + event.key();
    }
}
