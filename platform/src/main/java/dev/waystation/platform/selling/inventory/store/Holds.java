package dev.waystation.platform.selling.inventory.store;

import dev.waystation.platform.selling.catalogue.RunId;
import dev.waystation.platform.selling.inventory.model.Claim;
import dev.waystation.platform.selling.inventory.model.Decision;
import dev.waystation.platform.selling.inventory.model.Decision.Change;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The newest state of every claim: where a reference lives and which deadlines have passed. */
@Repository
public class Holds {

    private static final String WRITE =
            """
            insert into inventory.seat_hold (
                run_id, hold_ref, seat_class, from_call, to_call, seat_count, state, expires_at,
                sequence)
            select * from unnest(
                ?::text[]::bigint[], ?::text[]::uuid[], ?::text[], ?::text[]::int[],
                ?::text[]::int[], ?::text[]::int[], ?::text[], ?::text[]::timestamptz[],
                ?::text[]::bigint[])
            on conflict (run_id, hold_ref) do update
            set state = excluded.state, seat_count = excluded.seat_count, sequence = excluded.sequence
            """;

    private static final String FIND =
            """
            select run_id from inventory.seat_hold where hold_ref = :ref
            """;

    private static final String OVERDUE =
            """
            select run_id, hold_ref
            from inventory.seat_hold
            where state = 'HELD' and expires_at <= :now
            order by expires_at
            limit :most
            """;

    /** A hold whose deadline has passed. */
    public record Overdue(RunId run, UUID holdRef) {}

    private record Line(long run, long sequence, Claim claim) {}

    private final JdbcClient jdbc;

    Holds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes the claims of a batch; of several states of one claim the last one counts. */
    public void write(List<Decision> decisions) {
        Map<UUID, Line> newest = new LinkedHashMap<>();
        for (Decision decision : decisions) {
            if (decision.change() instanceof Change.Claimed claimed) {
                newest.put(
                        claimed.claim().holdRef(),
                        new Line(decision.run().value(), decision.sequence(), claimed.claim()));
            }
        }
        if (newest.isEmpty()) {
            return;
        }
        List<Line> lines = List.copyOf(newest.values());
        jdbc.sql(WRITE)
                .param(column(lines, Line::run))
                .param(column(lines, line -> line.claim().holdRef()))
                .param(column(lines, line -> line.claim().seatClass()))
                .param(column(lines, line -> line.claim().fromCall()))
                .param(column(lines, line -> line.claim().toCall()))
                .param(column(lines, line -> line.claim().seatCount()))
                .param(column(lines, line -> line.claim().state()))
                .param(column(lines, line -> line.claim().expiresAt()))
                .param(column(lines, Line::sequence))
                .update();
    }

    public Optional<RunId> runOf(UUID holdRef) {
        return jdbc.sql(FIND).param("ref", holdRef).query(Long.class).optional().map(RunId::new);
    }

    public List<Overdue> overdue(Instant now, int most) {
        return jdbc.sql(OVERDUE)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, index) ->
                        new Overdue(
                                new RunId(row.getLong("run_id")),
                                row.getObject("hold_ref", UUID.class)))
                .list();
    }

    private static String[] column(List<Line> lines, Function<Line, Object> value) {
        return lines.stream().map(line -> value.apply(line).toString()).toArray(String[]::new);
    }
}
