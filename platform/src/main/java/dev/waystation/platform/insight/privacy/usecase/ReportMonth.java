package dev.waystation.platform.insight.privacy.usecase;

import dev.waystation.platform.foundation.edge.Cursor;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.insight.privacy.model.Line;
import dev.waystation.platform.insight.privacy.store.LineStore;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How often what happened to personal data in a month, and the rows behind each figure. */
@Service
@Transactional(readOnly = true)
public class ReportMonth {

    public static final List<String> FIGURES =
            List.of(Line.GIVEN, Line.WITHDRAWN, Line.ERASED, Line.EXPORTED, Line.REVEALED);

    private static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");

    private final LineStore lines;

    ReportMonth(LineStore lines) {
        this.lines = lines;
    }

    /** Figures by name; what did not happen is missing. */
    public Map<String, Long> counts(YearMonth month) {
        return lines.counts(month);
    }

    /** The latest first. */
    public Page<Line> rows(YearMonth month, String figure, Optional<Cursor> after, int limit) {
        Malformed.require(FIGURES.contains(figure), "kind", figure, "give one of " + FIGURES);
        List<Line> found =
                lines.page(
                        month,
                        figure,
                        after.map(cursor -> Instant.EPOCH.plus(cursor.number(0), ChronoUnit.MICROS))
                                .orElse(END_OF_TIME),
                        after.map(cursor -> cursor.number(1)).orElse(Long.MAX_VALUE),
                        limit + 1);
        return Page.cut(
                found,
                limit,
                row -> Cursor.after(ChronoUnit.MICROS.between(Instant.EPOCH, row.at()), row.id()));
    }
}
