package dev.waystation.platform.engagement.identity.web;

import dev.waystation.platform.engagement.events.TakenEvent;
import dev.waystation.platform.engagement.identity.usecase.ShowVisits;
import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What a member did at the venues the caller sees. */
@RestController
class VisitPages {

    /** One event of a member. */
    record VisitView(
            String name,
            Instant happenedAt,
            @Nullable String venue,
            @Nullable String zone,
            Map<String, Object> properties) {

        static VisitView of(TakenEvent event) {
            return new VisitView(
                    event.name(),
                    event.happenedAt(),
                    event.venue(),
                    event.zone(),
                    event.properties());
        }
    }

    private final ShowVisits visits;

    VisitPages(ShowVisits visits) {
        this.visits = visits;
    }

    /** The latest first, at most 200. */
    @GetMapping("/v1/members/{id}/visits")
    @Permission("members.read")
    List<VisitView> visits(@PathVariable String id, Caller caller) {
        return visits.of(PublicId.decode("mbr", id), caller).stream().map(VisitView::of).toList();
    }
}
