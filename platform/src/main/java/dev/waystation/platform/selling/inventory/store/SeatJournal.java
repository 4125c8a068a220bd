package dev.waystation.platform.selling.inventory.store;

import dev.waystation.platform.selling.catalogue.RunId;
import dev.waystation.platform.selling.inventory.model.Claim;
import dev.waystation.platform.selling.inventory.model.ClaimState;
import dev.waystation.platform.selling.inventory.model.Decision;
import dev.waystation.platform.selling.inventory.model.Decision.Change;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The journal of seat decisions: appended in batches, read once per run. */
@Repository
public class SeatJournal {

    // Every column travels as text: arrays of different lengths cannot be nested in one array.
    private static final String APPEND =
            """
            insert into inventory.seat_decision (
                run_id, sequence, decided_at, seat_class, hold_ref, state, from_call, to_call,
                seats, passenger_groups, channel, expires_at, cause, step_key, limits,
                seats_freed)
            select d.run_id, d.sequence, d.decided_at, d.seat_class, d.hold_ref, d.state,
                d.from_call, d.to_call,
                string_to_array(d.seats, ',')::int[], string_to_array(d.groups, ','),
                d.channel, d.expires_at, d.cause, d.step_key, d.limits, d.seats_freed
            from unnest(
                ?::text[]::bigint[], ?::text[]::bigint[], ?::text[]::timestamptz[], ?::text[],
                ?::text[]::uuid[], ?::text[], ?::text[]::int[], ?::text[]::int[], ?::text[],
                ?::text[], ?::text[], ?::text[]::timestamptz[], ?::text[], ?::text[],
                ?::text[]::jsonb[], ?::text[]::int[])
                as d (run_id, sequence, decided_at, seat_class, hold_ref, state, from_call,
                    to_call, seats, groups, channel, expires_at, cause, step_key, limits,
                    seats_freed)
            """;

    private static final String READ =
            """
            select d.run_id, sequence, decided_at, seat_class, hold_ref, state, from_call, to_call,
                array_to_string(seats, ',') as seats,
                array_to_string(passenger_groups, ',') as passenger_groups,
                channel, expires_at, cause, step_key, limits, seats_freed
            from unnest(:runs::bigint[], :after::bigint[]) as r (run_id, after)
            join inventory.seat_decision d on d.run_id = r.run_id and d.sequence > r.after
            order by d.run_id, sequence
            """;

    private final JdbcClient jdbc;
    private final LimitText limitText;

    SeatJournal(JdbcClient jdbc, LimitText limitText) {
        this.jdbc = jdbc;
        this.limitText = limitText;
    }

    /** Fails on the key when another writer has taken one of the sequences. */
    public void append(List<Decision> decisions) {
        jdbc.sql(APPEND)
                .param(column(decisions, d -> d.run().value()))
                .param(column(decisions, Decision::sequence))
                .param(column(decisions, Decision::decidedAt))
                .param(column(decisions, SeatJournal::seatClass))
                .param(claims(decisions, Claim::holdRef))
                .param(claims(decisions, Claim::state))
                .param(claims(decisions, Claim::fromCall))
                .param(claims(decisions, Claim::toCall))
                .param(claims(decisions, claim -> joined(claim.seats())))
                .param(claims(decisions, claim -> joined(claim.groups())))
                .param(claims(decisions, Claim::channel))
                .param(claims(decisions, Claim::expiresAt))
                .param(column(decisions, SeatJournal::cause))
                .param(column(decisions, SeatJournal::stepKey))
                .param(column(decisions, this::limits))
                .param(column(decisions, SeatJournal::seatsFreed))
                .update();
    }

    /** The whole journals of some runs, each in order. */
    public List<Decision> read(Collection<RunId> runs) {
        return readAfter(runs.stream().collect(Collectors.toMap(Function.identity(), run -> 0L)));
    }

    /** What the journals of some runs say after a line of each, in order. */
    List<Decision> readAfter(Map<RunId, Long> lines) {
        List<RunId> runs = List.copyOf(lines.keySet());
        return jdbc.sql(READ)
                .param("runs", runs.stream().map(RunId::value).toArray(Long[]::new))
                .param("after", runs.stream().map(lines::get).toArray(Long[]::new))
                .query(this::decision)
                .list();
    }

    private Decision decision(ResultSet row, int index) throws SQLException {
        String limits = row.getString("limits");
        Change change =
                limits == null
                        ? new Change.Claimed(
                                claim(row), row.getInt("seats_freed"), row.getString("cause"))
                        : new Change.Limited(
                                row.getString("seat_class"),
                                row.getString("step_key"),
                                limitText.read(limits));
        return new Decision(
                new RunId(row.getLong("run_id")),
                row.getLong("sequence"),
                row.getTimestamp("decided_at").toInstant(),
                change);
    }

    private static Claim claim(ResultSet row) throws SQLException {
        return new Claim(
                row.getObject("hold_ref", UUID.class),
                row.getString("seat_class"),
                row.getInt("from_call"),
                row.getInt("to_call"),
                Stream.of(row.getString("seats").split(",")).map(Integer::valueOf).toList(),
                List.of(row.getString("passenger_groups").split(",")),
                row.getString("channel"),
                ClaimState.valueOf(row.getString("state")),
                row.getTimestamp("expires_at").toInstant());
    }

    private static String seatClass(Decision decision) {
        return switch (decision.change()) {
            case Change.Claimed claimed -> claimed.claim().seatClass();
            case Change.Limited limited -> limited.seatClass();
        };
    }

    private static String cause(Decision decision) {
        return decision.change() instanceof Change.Claimed claimed ? claimed.cause() : "";
    }

    private static int seatsFreed(Decision decision) {
        return decision.change() instanceof Change.Claimed claimed ? claimed.seatsFreed() : 0;
    }

    private static String stepKey(Decision decision) {
        return decision.change() instanceof Change.Limited limited ? limited.stepKey() : "";
    }

    private @Nullable String limits(Decision decision) {
        return decision.change() instanceof Change.Limited limited
                ? limitText.write(limited.limits())
                : null;
    }

    private static String[] column(
            List<Decision> decisions, Function<Decision, @Nullable Object> value) {
        return decisions.stream()
                .map(decision -> text(value.apply(decision)))
                .toArray(String[]::new);
    }

    private static String[] claims(List<Decision> decisions, Function<Claim, Object> value) {
        return column(
                decisions,
                decision ->
                        decision.change() instanceof Change.Claimed claimed
                                ? value.apply(claimed.claim())
                                : null);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static String joined(List<?> values) {
        return String.join(",", values.stream().map(String::valueOf).toList());
    }
}
