package dev.waystation.platform.engagement.identity.usecase;

import dev.waystation.platform.engagement.identity.facts.PersonJoined;
import dev.waystation.platform.engagement.identity.model.IdentityGraph;
import dev.waystation.platform.engagement.identity.model.Person;
import dev.waystation.platform.engagement.identity.store.GraphStore;
import dev.waystation.platform.members.membership.facts.MembersLinked;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Follows membership where people found two members to be one person, or took that back. */
@Service
public class LinkMembers {

    private final GraphStore graphs;
    private final Joins joins;
    private final Clock clock;

    LinkMembers(GraphStore graphs, Joins joins, Clock clock) {
        this.joins = joins;
        this.graphs = graphs;
        this.clock = clock;
    }

    @Transactional
    public void handle(MembersLinked link) {
        IdentityGraph graph =
                graphs.hold(List.of(), List.of(link.memberId(), link.intoId()), List.of());
        Person goes = graph.ofMember(link.memberId());
        Person stays = graph.ofMember(link.intoId());
        boolean joined = goes.into() != null;
        if (link.linked() && !joined) {
            graph.join(goes, stays, null, link.reason(), link.occurredAt());
        } else if (!link.linked() && joined) {
            graph.part(goes, link.reason(), link.occurredAt());
            // what came meanwhile from a device of the one who went was told of the one who stayed
            joins.tell(
                    List.of(
                            new PersonJoined(link.intoId(), goes.id(), false, link.occurredAt()),
                            new PersonJoined(link.memberId(), goes.id(), true, link.occurredAt())));
        }
        graphs.save(graph, link.by(), clock.instant());
    }
}
