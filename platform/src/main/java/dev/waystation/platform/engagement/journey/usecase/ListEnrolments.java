package dev.waystation.platform.engagement.journey.usecase;

import dev.waystation.platform.engagement.journey.store.PathRows;
import dev.waystation.platform.engagement.journey.store.TraceRows;
import dev.waystation.platform.foundation.edge.Cursor;
import dev.waystation.platform.foundation.edge.Page;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who went through a journey, and for each of them every step with its reasons. */
@Service
public class ListEnrolments {

    private static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");

    /** One passage and its way, in order. */
    public record Line(PathRows.Row row, List<TraceRows.Line> path) {}

    private final PathRows rows;

    ListEnrolments(PathRows rows) {
        this.rows = rows;
    }

    @Transactional(readOnly = true)
    public Page<Line> handle(
            long journeyId, @Nullable Long memberId, Optional<Cursor> after, int limit) {
        List<PathRows.Row> found =
                rows.page(
                        journeyId,
                        memberId,
                        after.map(it -> Instant.EPOCH.plus(it.number(0), ChronoUnit.MICROS))
                                .orElse(END_OF_TIME),
                        after.map(it -> it.number(1)).orElse(Long.MAX_VALUE),
                        limit + 1);
        Map<Long, List<TraceRows.Line>> paths =
                rows.paths(found).stream()
                        .collect(Collectors.groupingBy(TraceRows.Line::enrolmentId));
        return Page.cut(found, limit, ListEnrolments::cursor)
                .map(row -> new Line(row, paths.getOrDefault(row.enrolmentId(), List.of())));
    }

    private static Cursor cursor(PathRows.Row row) {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, row.enteredAt());
        return Cursor.after(micros, row.enrolmentId());
    }
}
