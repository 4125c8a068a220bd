package dev.waystation.platform.engagement.identity.usecase;

import dev.waystation.platform.engagement.identity.model.IdentityGraph;
import dev.waystation.platform.engagement.identity.store.GraphStore;
import dev.waystation.platform.foundation.edge.Malformed;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes back that an unknown person was a member: each has its identifiers and events again. */
@Service
public class PartPersons {

    private final GraphStore graphs;
    private final Joins joins;
    private final Clock clock;

    PartPersons(GraphStore graphs, Joins joins, Clock clock) {
        this.graphs = graphs;
        this.joins = joins;
        this.clock = clock;
    }

    /** False when the person stands for itself, or is a member: members part by membership. */
    @Transactional
    public boolean handle(long personId, String reason, String by) {
        Malformed.require(
                reason != null && reason.strip().length() >= 4,
                "reason",
                reason,
                "say why, in at least 4 characters");
        IdentityGraph graph = graphs.hold(List.of(), List.of(), List.of(personId));
        if (!graph.knows(personId) || graph.person(personId).isKnown()) {
            return false;
        }
        boolean parted = graph.part(graph.person(personId), reason, clock.instant());
        graphs.save(graph, by, clock.instant());
        joins.tell(graph);
        return parted;
    }
}
