package dev.waystation.platform.insight.trust.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.waystation.platform.foundation.edge.Cursor;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.sheets.TableFormat;
import dev.waystation.platform.foundation.sheets.TableOut;
import dev.waystation.platform.insight.trust.model.AuditEntry;
import dev.waystation.platform.insight.trust.model.AuditFilter;
import dev.waystation.platform.insight.trust.model.AuditObject;
import dev.waystation.platform.insight.trust.usecase.KeepTrail;
import dev.waystation.platform.insight.trust.usecase.SayAudit;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** The audit trail, newest first, and the same as a file for auditors. */
@RestController
class AuditPages {

    private static final int PAGE = 1_000;
    private static final List<String> HEADING =
            List.of(
                    "序号", "时间", "谁", "账号", "动作", "动作代码", "对象", "内容", "原始内容", "事实位置", "对象编号",
                    "前一条指纹", "指纹");

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

    /**
     * Entries, newest first.
     *
     * @param about the id of the member, staff, release plan or API client they are about
     * @param by the id of the staff who did it
     */
    @GetMapping("/v1/audit")
    @Permission("audit.read")
    Page<AuditLine> audit(
            @RequestParam(required = false) @Nullable String about,
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return trail.page(
                        filter(about, by, action, from, to),
                        Cursor.parse(cursor, 1),
                        Cursor.limit(limit))
                .map(this::line);
    }

    /** All of it with both digests of every entry, so that the chain can be recounted elsewhere. */
    @GetMapping("/v1/audit/entries.{form}")
    @Permission("audit.read")
    ResponseEntity<StreamingResponseBody> auditFile(
            @PathVariable String form,
            @RequestParam(required = false) @Nullable String about,
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to) {
        AuditFilter filter = filter(about, by, action, from, to);
        TableFormat format =
                switch (form) {
                    case "csv" -> TableFormat.CSV;
                    case "xlsx" -> TableFormat.XLSX;
                    default -> throw Refusal.notFound(form);
                };
        return format.download("audit", HEADING.size(), table -> write(filter, table));
    }

    private void write(AuditFilter filter, TableOut table) throws IOException {
        table.row(HEADING);
        Optional<Cursor> cursor = Optional.empty();
        do {
            Page<AuditEntry> page = trail.page(filter, cursor, PAGE);
            for (AuditEntry each : page.items()) {
                table.row(cells(each));
            }
            cursor = Cursor.parse(page.next(), 1);
        } while (cursor.isPresent());
    }

    private List<String> cells(AuditEntry entry) {
        SayAudit.Line said = say.handle(entry);
        return List.of(
                Long.toString(entry.sequence()),
                entry.occurredAt().toString(),
                said.who().zh(),
                entry.actor(),
                said.action().zh(),
                entry.action(),
                Objects.requireNonNullElse(said.about(), ""),
                said.detail().zh(),
                entry.detail(),
                Long.toString(entry.factPosition()),
                Long.toString(entry.subject()),
                entry.previous(),
                entry.digest());
    }

    private static AuditFilter filter(
            @Nullable String about,
            @Nullable String by,
            @Nullable String action,
            @Nullable Instant from,
            @Nullable Instant to) {
        return new AuditFilter(
                about == null ? null : AuditObject.find(about),
                by == null ? null : PublicId.decode("stf", by),
                action,
                from,
                to);
    }

    private AuditLine line(AuditEntry entry) {
        SayAudit.Line said = say.handle(entry);
        return new AuditLine(entry, said.who(), said.action(), said.detail(), said.about());
    }
}
