package dev.waystation.platform.operators.venues.store;

import dev.waystation.platform.operators.venues.Agreement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose view is limited to which venues, and what agreements open. */
@Component
public class ScopeStore {

    private static final String OF_HOLDER =
            "select venue from venues.caller_scope where holder = :holder";

    private static final String OPENED =
            """
            select distinct giver from venues.agreement
            where taker = any(:takers) and purpose = :purpose and ended_at is null
              and starts_at <= :now and :now < ends_at
            """;

    private static final String COLUMNS =
            "id, giver, taker, purpose, contract, starts_at, ends_at, ended_at";

    private static final String AGREE =
            """
            insert into venues.agreement
                (giver, taker, purpose, contract, starts_at, ends_at, made_by, made_at)
            values (:giver, :taker, :purpose, :contract, :starts, :ends, :by, :now)
            returning %s
            """
                    .formatted(COLUMNS);

    private static final String END =
            """
            update venues.agreement set ended_at = :now, ended_by = :by
            where id = :id and ended_at is null
            returning %s
            """
                    .formatted(COLUMNS);

    private final JdbcClient jdbc;

    ScopeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The venues of somebody, by {@code Caller.key()}. */
    public Set<String> of(String holder) {
        return new HashSet<>(
                jdbc.sql(OF_HOLDER)
                        .param("holder", holder)
                        .query((row, _) -> row.getString(1))
                        .list());
    }

    /** Venues by holder, of those of a kind whose view is limited. */
    public Map<Long, Set<String>> all(String kind) {
        Map<Long, Set<String>> all = new TreeMap<>();
        jdbc.sql(
                        "select cast(split_part(holder, ':', 2) as bigint) as id, venue"
                                + " from venues.caller_scope where holder like :kind || ':%'")
                .param("kind", kind)
                .query(row -> {
                    all.computeIfAbsent(row.getLong("id"), _ -> new TreeSet<>())
                            .add(row.getString("venue"));
                });
        return all;
    }

    /** Exactly these; none takes the limit away. */
    public void set(String holder, Set<String> venues) {
        jdbc.sql("delete from venues.caller_scope where holder = :holder")
                .param("holder", holder)
                .update();
        jdbc.sql(
                        "insert into venues.caller_scope (holder, venue) select :holder,"
                                + " unnest(cast(:venues as text[]))")
                .param("holder", holder)
                .param("venues", venues.toArray(String[]::new))
                .update();
    }

    /** Whose events agreements in force open to these venues. */
    public Set<String> opened(Set<String> takers, String purpose, Instant now) {
        return new HashSet<>(
                jdbc.sql(OPENED)
                        .param("takers", takers.toArray(String[]::new))
                        .param("purpose", purpose)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .query((row, _) -> row.getString(1))
                        .list());
    }

    public List<Agreement> agreements() {
        return jdbc.sql("select " + COLUMNS + " from venues.agreement order by id desc")
                .query(ScopeStore::read)
                .list();
    }

    public Agreement agree(Agreement wanted, String by, Instant now) {
        return jdbc.sql(AGREE)
                .param("giver", wanted.giver())
                .param("taker", wanted.taker())
                .param("purpose", wanted.purpose())
                .param("contract", wanted.contract())
                .param("starts", wanted.startsAt().atOffset(ZoneOffset.UTC))
                .param("ends", wanted.endsAt().atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(ScopeStore::read)
                .single();
    }

    /** Empty when there is none that could be ended. */
    public Optional<Agreement> end(long id, String by, Instant now) {
        return jdbc.sql(END)
                .param("id", id)
                .param("by", by)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(ScopeStore::read)
                .optional();
    }

    private static Agreement read(ResultSet row, int index) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Agreement(
                row.getLong("id"),
                row.getString("giver"),
                row.getString("taker"),
                row.getString("purpose"),
                row.getString("contract"),
                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant());
    }
}
