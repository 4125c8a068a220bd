package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.platform.engagement.audience.store.SpendRows;
import dev.waystation.platform.engagement.audience.store.SpendRows.Edges;
import dev.waystation.platform.engagement.audience.store.SpendRows.Move;
import dev.waystation.platform.engagement.audience.store.SpendRows.Score;
import dev.waystation.platform.foundation.edge.Malformed;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Recency, frequency and money on one day beside another. Both days are scored by the same edges,
 * so that nobody moves because everybody else did; those may be given or part the later day's
 * buyers into fifths.
 */
@Service
public class GradeSpending {

    private static final int EDGES = 4;
    private static final int LONGEST = 3_660;
    private static final Comparator<Score> ORDER =
            Comparator.comparingInt(Score::recency)
                    .thenComparingInt(Score::frequency)
                    .thenComparingInt(Score::money);

    /** Two days, how many days of purchases count, and the edges; null for fifths. */
    public record Command(LocalDate before, LocalDate now, int windowDays, @Nullable Edges edges) {
        public Command {
            Malformed.require(
                    !before.isAfter(now),
                    "before",
                    before,
                    "give a day that is not after the other");
            Malformed.require(
                    windowDays >= 1 && windowDays <= LONGEST,
                    "windowDays",
                    windowDays,
                    "count 1 to 3,660 days");
            if (edges != null) {
                ascending("edges.days", edges.days());
                ascending("edges.times", edges.times());
                ascending("edges.minor", edges.minor());
            }
        }

        private static void ascending(String field, List<Long> edges) {
            boolean rises = edges.size() == EDGES;
            for (int i = 1; rises && i < EDGES; i++) {
                rises = edges.get(i - 1) <= edges.get(i);
            }
            Malformed.require(rises, field, edges, "give four numbers, each not below the last");
        }
    }

    /** A cell of the grid with how many stand there on each day. */
    public record Cell(Score score, long before, long now) {}

    /** The grid, and every move between cells, into it and out of it. */
    public record Grid(
            Edges edges, long buyersBefore, long buyersNow, List<Cell> cells, List<Move> moves) {}

    private final SpendRows rows;

    GradeSpending(SpendRows rows) {
        this.rows = rows;
    }

    @Transactional(readOnly = true)
    public Grid handle(Command command) {
        Edges given = command.edges();
        Edges edges = given == null ? rows.fifths(command.now(), command.windowDays()) : given;
        List<Move> moves = rows.moves(command.before(), command.now(), command.windowDays(), edges);
        Map<Score, Long> before = counted(moves, Move::before);
        Map<Score, Long> now = counted(moves, Move::now);
        Map<Score, Cell> cells = new TreeMap<>(ORDER);
        before.forEach((score, count) -> cells.put(score, new Cell(score, count, 0)));
        now.forEach((score, count) ->
                cells.merge(
                        score,
                        new Cell(score, 0, count),
                        (old, fresh) -> new Cell(score, old.before(), fresh.now())));
        return new Grid(
                edges, sum(before), sum(now), List.copyOf(cells.values()), List.copyOf(moves));
    }

    private static Map<Score, Long> counted(
            List<Move> moves, Function<Move, @Nullable Score> side) {
        Map<Score, Long> counts = new TreeMap<>(ORDER);
        for (Move move : moves) {
            Score score = side.apply(move);
            if (score != null) {
                counts.merge(score, move.count(), Long::sum);
            }
        }
        return counts;
    }

    private static long sum(Map<Score, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
