package dev.waystation.platform.insight.privacy.web;

import dev.waystation.platform.foundation.edge.Cursor;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.sheets.TableFormat;
import dev.waystation.platform.foundation.sheets.TableOut;
import dev.waystation.platform.foundation.wiring.VenueZone;
import dev.waystation.platform.insight.privacy.model.Line;
import dev.waystation.platform.insight.privacy.usecase.ReportMonth;
import dev.waystation.platform.operators.access.StaffNames;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** The month's report on privacy, and the rows each of its figures counts. */
@RestController
class PrivacyReportPages {

    private static final int MONTHS = 12;
    private static final int PAGE = 200;
    private static final List<String> HEADING = List.of("时间", "事项", "会员", "经手", "内容", "原因", "证明");

    /** How often in a month; what did not happen is 0. */
    record MonthReport(
            String month,
            long consentsGiven,
            long consentsWithdrawn,
            long erasures,
            long exports,
            long reveals) {}

    /** One row behind a figure. */
    record ReportRow(
            String id,
            String kind,
            String member,
            Said by,
            String what,
            String reason,
            Instant at,
            @Nullable String request) {}

    private final ReportMonth report;
    private final StaffNames staff;
    private final Clock clock;

    PrivacyReportPages(ReportMonth report, StaffNames staff, Clock clock) {
        this.report = report;
        this.staff = staff;
        this.clock = clock;
    }

    /** Consents, erasures, exports and reveals of one month. */
    @GetMapping("/v1/privacy/report")
    @Permission("privacy.read")
    MonthReport privacyReport(@RequestParam String month) {
        return of(parsed(month));
    }

    /** The same of this month and the eleven before it, newest first. */
    @GetMapping("/v1/privacy/months")
    @Permission("privacy.read")
    List<MonthReport> privacyMonths() {
        YearMonth now = YearMonth.from(clock.instant().atZone(VenueZone.DEFAULT));
        return IntStream.range(0, MONTHS).mapToObj(back -> of(now.minusMonths(back))).toList();
    }

    /** The rows a figure of a month counts, newest first. */
    @GetMapping("/v1/privacy/rows")
    @Permission("privacy.read")
    Page<ReportRow> privacyRows(
            @RequestParam String month,
            @RequestParam String kind,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return report.rows(parsed(month), kind, Cursor.parse(cursor, 2), Cursor.limit(limit))
                .map(this::view);
    }

    /** All rows of a month as a file, figure by figure. */
    @GetMapping("/v1/privacy/rows.{form}")
    @Permission("privacy.read")
    ResponseEntity<StreamingResponseBody> privacyFile(
            @PathVariable String form, @RequestParam String month) {
        YearMonth of = parsed(month);
        TableFormat format =
                switch (form) {
                    case "csv" -> TableFormat.CSV;
                    case "xlsx" -> TableFormat.XLSX;
                    default -> throw Refusal.notFound(form);
                };
        return format.download("privacy-" + month, HEADING.size(), table -> write(of, table));
    }

    private void write(YearMonth month, TableOut table) throws IOException {
        table.row(HEADING);
        for (String figure : ReportMonth.FIGURES) {
            Optional<Cursor> cursor = Optional.empty();
            do {
                Page<Line> page = report.rows(month, figure, cursor, PAGE);
                for (Line line : page.items()) {
                    ReportRow row = view(line);
                    table.row(
                            List.of(
                                    row.at().toString(),
                                    row.kind(),
                                    row.member(),
                                    row.by().zh(),
                                    row.what(),
                                    row.reason(),
                                    Optional.ofNullable(row.request()).orElse("")));
                }
                cursor = Cursor.parse(page.next(), 2);
            } while (cursor.isPresent());
        }
    }

    private MonthReport of(YearMonth month) {
        Map<String, Long> counts = report.counts(month);
        return new MonthReport(
                month.toString(),
                counts.getOrDefault(Line.GIVEN, 0L),
                counts.getOrDefault(Line.WITHDRAWN, 0L),
                counts.getOrDefault(Line.ERASED, 0L),
                counts.getOrDefault(Line.EXPORTED, 0L),
                counts.getOrDefault(Line.REVEALED, 0L));
    }

    private static YearMonth parsed(String month) {
        try {
            return YearMonth.parse(month);
        } catch (DateTimeException unreadable) {
            throw new Malformed(
                    "month", month, "write year and month as in the address of the report");
        }
    }

    private ReportRow view(Line line) {
        Long request = line.request();
        return new ReportRow(
                PublicId.encode("prl", line.id()),
                line.kind(),
                PublicId.encode("mbr", line.memberId()),
                staff.who(line.by()),
                line.what(),
                line.reason(),
                line.at(),
                request == null ? null : PublicId.encode("prq", request));
    }
}
