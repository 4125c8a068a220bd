package dev.waystation.platform.insight.trust.web;

import dev.waystation.platform.foundation.edge.Cursor;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.insight.trust.model.AuditEntry;
import dev.waystation.platform.insight.trust.usecase.KeepTrail;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The audit trail, newest first. */
@RestController
class AuditPages {

    private final KeepTrail trail;

    AuditPages(KeepTrail trail) {
        this.trail = trail;
    }

    @GetMapping("/v1/audit")
    @Permission("audit.read")
    Page<AuditEntry> audit(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return trail.page(Cursor.parse(cursor, 1), Cursor.limit(limit));
    }
}
