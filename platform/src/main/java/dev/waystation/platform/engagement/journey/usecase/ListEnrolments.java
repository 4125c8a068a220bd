package dev.waystation.platform.engagement.journey.usecase;

import dev.waystation.platform.engagement.journey.model.Enrolment;
import dev.waystation.platform.engagement.journey.store.PathRows;
import dev.waystation.platform.engagement.journey.store.TraceRows;
import dev.waystation.platform.engagement.messaging.Outbox;
import dev.waystation.platform.foundation.edge.Cursor;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

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

    private static final Explanation FORGOTTEN =
            Explanation.of(new Said("消息已过保存期", "The message is older than messages are kept"));

    private final PathRows rows;
    private final Outbox outbox;

    ListEnrolments(PathRows rows, Outbox outbox) {
        this.rows = rows;
        this.outbox = outbox;
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
        List<TraceRows.Move> moves = rows.paths(found);
        Map<UUID, Explanation> answers = outbox.answers(toldOfMessages(moves));
        Map<Long, List<Step>> paths =
                moves.stream()
                        .collect(
                                Collectors.groupingBy(
                                        TraceRows.Move::enrolmentId,
                                        Collectors.flatMapping(
                                                move -> steps(move, answers),
                                                Collectors.toList())));
        return Page.cut(found, limit, ListEnrolments::cursor)
                .map(row -> view(row, paths.getOrDefault(row.enrolmentId(), List.of())));
    }

    private static List<UUID> toldOfMessages(List<TraceRows.Move> moves) {
        return moves.stream()
                .flatMap(move ->
                        move.lines().stream()
                                .filter(line -> line.why() == null)
                                .map(line -> reference(move, line)))
                .toList();
    }

    /** What a line does not say itself stands with the message of its node. */
    private static Stream<Step> steps(TraceRows.Move move, Map<UUID, Explanation> answers) {
        return move.lines().stream()
                .map(line -> {
                    Explanation own = line.why();
                    return new Step(
                            line.node(),
                            line.code(),
                            line.at(),
                            own != null
                                    ? own
                                    : answers.getOrDefault(reference(move, line), FORGOTTEN));
                });
    }

    private static UUID reference(TraceRows.Move move, TraceRows.Line line) {
        return Enrolment.effectReference(move.enrolmentId(), line.node());
    }

    private static EnrolmentView view(PathRows.Row row, List<Step> path) {
        return new EnrolmentView(
                PublicId.encode("enr", row.enrolmentId()),
                PublicId.encode("mbr", row.memberId()),
                row.version(),
                row.node(),
                row.state().toLowerCase(Locale.ROOT),
                row.enteredAt(),
                row.wakesAt(),
                path);
    }

    private static Cursor cursor(PathRows.Row row) {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, row.enteredAt());
        return Cursor.after(micros, row.enrolmentId());
    }
}
