package dev.waystation.platform.insight.trust.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.waystation.platform.foundation.edge.Cursor;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.insight.trust.model.AuditEntry;
import dev.waystation.platform.insight.trust.usecase.KeepTrail;
import dev.waystation.platform.insight.trust.usecase.SayAudit;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The audit trail, newest first. */
@RestController
class AuditPages {

    /** An entry as it is chained, and in words. */
    record AuditLine(
            @JsonUnwrapped AuditEntry entry,
            Said who,
            Said title,
            Said said,
            @Nullable String about) {}

    private final KeepTrail trail;
    private final SayAudit say;

    AuditPages(KeepTrail trail, SayAudit say) {
        this.trail = trail;
        this.say = say;
    }

    @GetMapping("/v1/audit")
    @Permission("audit.read")
    Page<AuditLine> audit(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return trail.page(Cursor.parse(cursor, 1), Cursor.limit(limit)).map(this::line);
    }

    private AuditLine line(AuditEntry entry) {
        SayAudit.Line said = say.handle(entry);
        return new AuditLine(entry, said.who(), said.action(), said.detail(), said.about());
    }
}
