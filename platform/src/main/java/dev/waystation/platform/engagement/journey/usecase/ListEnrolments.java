package dev.waystation.platform.engagement.journey.usecase;

import dev.waystation.platform.engagement.journey.store.PathRows;
import dev.waystation.platform.engagement.journey.store.TraceRows;
import dev.waystation.platform.foundation.edge.Cursor;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.PublicId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Who went through a journey, and for each of them every step with its reasons. */
@Service
public class ListEnrolments {

    private static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");

    /** One member's passage and his way, in order. */
    public record EnrolmentView(
            String id,
            String memberId,
            int version,
            String node,
            String state,
            Instant since,
            @Nullable Instant wakesAt,
            List<Step> path) {}

    /** One step of it and why. */
    public record Step(String node, String code, Instant at, Explanation why) {}

    private final PathRows rows;
    private final JsonMapper json;

    ListEnrolments(PathRows rows, JsonMapper json) {
        this.rows = rows;
        this.json = json;
    }

    @Transactional(readOnly = true)
    public Page<EnrolmentView> handle(
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
                .map(row -> view(row, paths.getOrDefault(row.enrolmentId(), List.of())));
    }

    private EnrolmentView view(PathRows.Row row, List<TraceRows.Line> path) {
        return new EnrolmentView(
                PublicId.encode("enr", row.enrolmentId()),
                PublicId.encode("mbr", row.memberId()),
                row.version(),
                row.node(),
                row.state().toLowerCase(Locale.ROOT),
                row.enteredAt(),
                row.wakesAt(),
                path.stream()
                        .map(step ->
                                new Step(
                                        step.node(),
                                        step.code(),
                                        step.at(),
                                        json.readValue(step.whyJson(), Explanation.class)))
                        .toList());
    }

    private static Cursor cursor(PathRows.Row row) {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, row.enteredAt());
        return Cursor.after(micros, row.enrolmentId());
    }
}
