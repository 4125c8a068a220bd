package dev.waystation.platform.engagement.audience.web;

import dev.waystation.platform.engagement.audience.usecase.ListChanges;
import dev.waystation.platform.foundation.edge.Cursor;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The change feed of a segment over HTTP. */
@RestController
class SegmentFeedController {

    private final ListChanges changes;

    SegmentFeedController(ListChanges changes) {
        this.changes = changes;
    }

    @GetMapping("/v1/segments/{id}/changes")
    @Permission("segments.read")
    Page<ListChanges.ChangeView> changes(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return changes.handle(
                PublicId.decode("seg", id), Cursor.parse(cursor, 1), Cursor.limit(limit));
    }
}
