package dev.waystation.platform.engagement.messaging.store;

import dev.waystation.platform.foundation.jobs.Turn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Messages that go from channel to channel until one arrives. */
@Repository
public class CascadeRows {

    private static final String BEGIN =
            """
            insert into messaging.cascade (reference, member_id, purpose, template_code,
                template_values, source, channels, patience, place, state, due_at, deadline)
            values (:reference, :member, :purpose, :template, cast(:values as jsonb), :source,
                :channels, :patience, 0, 'trying', :due, :deadline)
            on conflict (reference) do nothing
            """;

    private static final String COLUMNS =
            """
            select reference, member_id, purpose, template_code, template_values, source, channels,
                   patience, place, state, due_at, deadline
            from messaging.cascade
            """;

    private static final String DUE =
            """
            select due_at, reference from messaging.cascade
            where state = 'trying' and due_at <= :now and (due_at, reference) > (:at, :after)
            order by due_at, reference limit :limit
            """;

    private static final String TAKE =
            COLUMNS
                    + """
                    where reference = :reference and state = 'trying' and due_at <= :now
                    for update skip locked
                    """;

    private static final String MOVE =
            """
            update messaging.cascade
            set place = :place, state = :state, due_at = :due, deadline = :deadline
            where reference = :reference
            """;

    private static final String STATUS =
            """
            select status, due_at from messaging.message
            where member_id = :member and reference = :reference
            """;

    private final JdbcClient jdbc;

    CascadeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How far one is.
     *
     * @param patience minutes
     */
    public record Cascade(
            UUID reference,
            long memberId,
            String purpose,
            String templateCode,
            String valuesJson,
            String source,
            List<String> channels,
            int patience,
            int place,
            String state,
            Instant dueAt,
            Instant deadline) {

        public Cascade moved(int to, String newState, Instant due, Instant newDeadline) {
            return new Cascade(
                    reference,
                    memberId,
                    purpose,
                    templateCode,
                    valuesJson,
                    source,
                    channels,
                    patience,
                    to,
                    newState,
                    due,
                    newDeadline);
        }
    }

    /** False when the same wish was begun before. */
    public boolean begin(Cascade cascade) {
        return jdbc.sql(BEGIN)
                        .param("reference", cascade.reference())
                        .param("member", cascade.memberId())
                        .param("purpose", cascade.purpose())
                        .param("template", cascade.templateCode())
                        .param("values", cascade.valuesJson())
                        .param("source", cascade.source())
                        .param("channels", cascade.channels().toArray(String[]::new))
                        .param("patience", cascade.patience())
                        .param("due", utc(cascade.dueAt()))
                        .param("deadline", utc(cascade.deadline()))
                        .update()
                == 1;
    }

    public Optional<Cascade> find(UUID reference) {
        return jdbc.sql(COLUMNS + "where reference = :reference")
                .param("reference", reference)
                .query(CascadeRows::read)
                .optional();
    }

    /** Those to look at, behind one of them. */
    public List<Turn<UUID>> due(Instant now, Turn<UUID> after, int limit) {
        return jdbc.sql(DUE)
                .param("now", utc(now))
                .param("at", utc(after.at()))
                .param("after", after.key())
                .param("limit", limit)
                .query(Turn.REFERENCED)
                .list();
    }

    /** Locked until the transaction ends; empty when somebody else looks at it, or did. */
    public Optional<Cascade> take(UUID reference, Instant now) {
        return jdbc.sql(TAKE)
                .param("reference", reference)
                .param("now", utc(now))
                .query(CascadeRows::read)
                .optional();
    }

    public void move(Cascade cascade) {
        jdbc.sql(MOVE)
                .param("reference", cascade.reference())
                .param("place", cascade.place())
                .param("state", cascade.state())
                .param("due", utc(cascade.dueAt()))
                .param("deadline", utc(cascade.deadline()))
                .update();
    }

    /** Where a message of it stands, and since when it is under way or will be. */
    public record Attempt(String status, Instant leaves) {}

    /** Empty where the message was never written. */
    public Optional<Attempt> attempt(long memberId, UUID reference) {
        return jdbc.sql(STATUS)
                .param("member", memberId)
                .param("reference", reference)
                .query((row, number) ->
                        new Attempt(
                                row.getString("status"),
                                row.getObject("due_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    private static Cascade read(ResultSet row, int number) throws SQLException {
        return new Cascade(
                row.getObject("reference", UUID.class),
                row.getLong("member_id"),
                row.getString("purpose"),
                row.getString("template_code"),
                row.getString("template_values"),
                row.getString("source"),
                Arrays.asList((String[]) row.getArray("channels").getArray()),
                row.getInt("patience"),
                row.getInt("place"),
                row.getString("state"),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                row.getObject("deadline", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
