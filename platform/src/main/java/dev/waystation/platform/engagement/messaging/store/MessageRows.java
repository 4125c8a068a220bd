package dev.waystation.platform.engagement.messaging.store;

import dev.waystation.platform.engagement.messaging.model.Candidate;
import dev.waystation.platform.foundation.wiring.VenueZone;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The outbox table: offers go in by the batch, deliveries come out by the batch. */
@Repository
public class MessageRows {

    private static final String MEET =
            """
            insert into messaging.recipient (member_id)
            select member_id from unnest(:members) as member_id order by member_id
            on conflict do nothing returning member_id
            """;

    private static final String QUEUE_UP =
            """
            select member_id from messaging.recipient
            where member_id = any(:members) order by member_id for update
            """;

    static final String COLUMNS =
            """
            select message_id, member_id, reference, channel, purpose, template_code, template_version,
                   template_values, source, status, reason, explanation_id, offered_at, due_at,
                   closed_at, stale_at,
                   coalesce(why::text, (select body::text from messaging.reason
                                        where reason_id = why_id)) as why
            from messaging.message
            """;

    private static final String KNOWN =
            COLUMNS
                    + "where member_id = any(:members) and reference = any(cast(:references as"
                    + " uuid[]))";

    private static final String SENT_SINCE =
            """
            select p.whose as member_id, purpose, channel, (due_at at time zone :zone)::date as day,
                   count(*) as sent
            from (select whose, whose as member_id from unnest(cast(:members as bigint[])) as whose
                  union all
                  select into_id, member_id from messaging.counts_with
                  where into_id = any(:members)) as p
            join messaging.message m on m.member_id = p.member_id
            where purpose <> 'transactional'
              and status not in ('withheld', 'failed')
              and due_at >= (cast(:first as date)::timestamp at time zone :zone)
            group by p.whose, purpose, channel, day
            """;

    private static final String INSERT =
            """
            insert into messaging.message (member_id, reference, channel, purpose, template_code,
                template_version, template_values, source, status, reason, because_id, why_id,
                offered_at, due_at, stale_at)
            select * from unnest(:members, cast(:references as uuid[]), :channels, :purposes, :codes,
                :versions, cast(:values as jsonb[]), :sources, :statuses, :reasons,
                cast(:becauses as uuid[]), cast(:whys as uuid[]), cast(:offered as timestamptz[]),
                cast(:due as timestamptz[]), cast(:stale as timestamptz[]))
            returning message_id, member_id, reference
            """;

    private static final String CLOSE =
            """
            update messaging.message m
            set status = n.status, reason = n.reason,
                due_at = coalesce(n.due_at, m.due_at), closed_at = n.closed_at,
                vendor_reference = n.vendor_reference, account = coalesce(n.account, m.account)
            from unnest(:members, :ids, :statuses, :reasons, cast(:due as timestamptz[]), cast(:closed as timestamptz[]), :vendors, :accounts)
              as n (member_id, message_id, status, reason, due_at, closed_at, vendor_reference, account)
            where m.member_id = n.member_id and m.message_id = n.message_id
            """;

    private static final String PAGE =
            COLUMNS
                    + """
                    where (cast(:status as text) is null or status = :status)
                      and (cast(:channel as text) is null or channel = :channel)
                      and (cast(:reason as text) is null or reason = :reason)
                      and (cast(:member as bigint) is null or member_id = :member)
                      and (offered_at, message_id) < (:beforeAt, :beforeId)
                    order by offered_at desc, message_id desc limit :limit
                    """;

    static final RowMapper<KeptMessage> MESSAGE =
            (row, number) ->
                    new KeptMessage(
                            row.getLong("message_id"),
                            row.getLong("member_id"),
                            row.getObject("reference", UUID.class),
                            row.getString("channel"),
                            row.getString("purpose"),
                            row.getString("template_code"),
                            row.getInt("template_version"),
                            row.getString("template_values"),
                            row.getString("source"),
                            row.getString("status"),
                            row.getString("reason"),
                            row.getString("why"),
                            explanationId(row),
                            row.getObject("offered_at", OffsetDateTime.class).toInstant(),
                            instant(row.getObject("due_at", OffsetDateTime.class)),
                            instant(row.getObject("closed_at", OffsetDateTime.class)),
                            instant(row.getObject("stale_at", OffsetDateTime.class)));

    private final JdbcClient jdbc;
    private final JsonMapper json;

    MessageRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Reasons stand with the message; those of older ones are kept apart. */
    private static String explanationId(ResultSet row) throws SQLException {
        String kept = row.getString("explanation_id");
        return kept != null
                ? kept
                : ReasonRows.idOf(row.getObject("reference", UUID.class), row.getLong("member_id"));
    }

    /** Makes offers to these members wait for one another until the transaction ends. */
    public void queueUp(Collection<Long> members) {
        Long[] ids = members.toArray(Long[]::new);
        // a row that was just written is held already
        Set<Long> met = Set.copyOf(jdbc.sql(MEET).param("members", ids).query(Long.class).list());
        Long[] others = members.stream().filter(id -> !met.contains(id)).toArray(Long[]::new);
        if (others.length > 0) {
            jdbc.sql(QUEUE_UP).param("members", others).query(Long.class).list();
        }
    }

    public Map<UUID, KeptMessage> known(Collection<Long> members, Collection<UUID> references) {
        var known = new HashMap<UUID, KeptMessage>();
        jdbc.sql(KNOWN)
                .param("members", members.toArray(Long[]::new))
                .param("references", references.stream().map(UUID::toString).toArray(String[]::new))
                .query(MESSAGE)
                .list()
                .forEach(message -> known.put(message.reference(), message));
        return known;
    }

    /** What these members got, or will get, that counts towards caps, from a local day on. */
    public Map<Long, List<Candidate.Sent>> sentSince(Collection<Long> members, LocalDate first) {
        var sent = new HashMap<Long, List<Candidate.Sent>>();
        jdbc.sql(SENT_SINCE)
                .param("members", members.toArray(Long[]::new))
                .param("first", first)
                .param("zone", VenueZone.DEFAULT.getId())
                .query(row -> {
                    sent.computeIfAbsent(row.getLong("member_id"), _ -> new ArrayList<>())
                            .add(
                                    new Candidate.Sent(
                                            row.getString("purpose"),
                                            row.getString("channel"),
                                            row.getObject("day", LocalDate.class),
                                            row.getInt("sent")));
                });
        return sent;
    }

    /** Writes the rows and answers their ids by reference. */
    public Map<UUID, Long> insert(List<MessageRow> rows) {
        var ids = new HashMap<UUID, Long>();
        if (rows.isEmpty()) {
            return ids;
        }
        jdbc.sql(INSERT)
                .param("members", rows.stream().map(MessageRow::memberId).toArray(Long[]::new))
                .param("references", texts(rows, row -> row.reference().toString()))
                .param("channels", texts(rows, row -> row.offer().channel()))
                .param("purposes", texts(rows, row -> row.offer().purpose()))
                .param("codes", texts(rows, row -> row.offer().templateCode()))
                .param(
                        "versions",
                        rows.stream().map(MessageRow::templateVersion).toArray(Integer[]::new))
                .param("values", texts(rows, row -> json.writeValueAsString(row.offer().values())))
                .param("sources", texts(rows, row -> row.offer().source()))
                .param("statuses", texts(rows, MessageRow::status))
                .param("reasons", texts(rows, MessageRow::reason))
                .param("becauses", texts(rows, row -> text(row.because())))
                .param("whys", texts(rows, row -> row.why().toString()))
                .param("offered", texts(rows, row -> row.offeredAt().toString()))
                .param("due", texts(rows, row -> text(row.dueAt())))
                .param("stale", texts(rows, row -> text(row.offer().staleAt())))
                .query(row -> {
                    ids.put(row.getObject("reference", UUID.class), row.getLong("message_id"));
                });
        return ids;
    }

    /** What became of messages; an absent due time keeps the old one. */
    public record Closing(
            long memberId,
            long messageId,
            String status,
            @Nullable String reason,
            @Nullable Instant dueAt,
            @Nullable Instant closedAt,
            @Nullable String vendorReference,
            @Nullable String account) {}

    public void close(List<Closing> closings) {
        if (closings.isEmpty()) {
            return;
        }
        jdbc.sql(CLOSE)
                .param("members", closings.stream().map(Closing::memberId).toArray(Long[]::new))
                .param("ids", closings.stream().map(Closing::messageId).toArray(Long[]::new))
                .param("statuses", texts(closings, Closing::status))
                .param("reasons", texts(closings, Closing::reason))
                .param("due", texts(closings, closing -> text(closing.dueAt())))
                .param("closed", texts(closings, closing -> text(closing.closedAt())))
                .param("vendors", texts(closings, Closing::vendorReference))
                .param("accounts", texts(closings, Closing::account))
                .update();
    }

    /** Newest first, older than the given place. */
    public List<KeptMessage> page(
            @Nullable String status,
            @Nullable String channel,
            @Nullable String reason,
            @Nullable Long memberId,
            Instant beforeAt,
            long beforeId,
            int limit) {
        return jdbc.sql(PAGE)
                .param("status", status)
                .param("channel", channel)
                .param("reason", reason)
                .param("member", memberId)
                .param("beforeAt", utc(beforeAt))
                .param("beforeId", beforeId)
                .param("limit", limit)
                .query(MESSAGE)
                .list();
    }

    private static <T> @Nullable String[] texts(
            List<T> rows, java.util.function.Function<T, @Nullable String> column) {
        @Nullable String[] texts = new @Nullable String[rows.size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = column.apply(rows.get(i));
        }
        return texts;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    public Optional<KeptMessage> find(long memberId, long messageId) {
        return jdbc.sql(COLUMNS + "where member_id = :member and message_id = :message")
                .param("member", memberId)
                .param("message", messageId)
                .query(MESSAGE)
                .optional();
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
