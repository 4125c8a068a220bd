package dev.waystation.platform.engagement.messaging.store;

import dev.waystation.platform.engagement.messaging.Silence;
import dev.waystation.platform.engagement.messaging.model.KeptOut;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whom nothing is written to, who said so, and what did not leave because of a no. */
@Repository
public class KeptOutRows {

    private static final String ADD =
            """
            insert into messaging.suppression (member_id, channel, reason, since, set_by)
            values (:member, :channel, :reason, :at, :by) on conflict do nothing
            """;

    private static final String LIFT =
            """
            with gone as (
              delete from messaging.suppression where member_id = :member and channel = :channel
              returning member_id, channel, reason)
            insert into messaging.lifted_suppression
              (member_id, channel, was, lifted_by, reason, lifted_at)
            select member_id, channel, reason, :by, :reason, :at from gone
            """;

    private static final String PAGE =
            """
            select member_id, channel, reason, since, set_by from messaging.suppression
            where (cast(:channel as text) is null or channel = :channel)
              and (cast(:member as bigint) is null or member_id = :member)
              and (member_id, channel) > (:afterMember, :afterChannel)
            order by member_id, channel limit :limit
            """;

    private static final String SINCE =
            """
            select count(*) filter (where status not in ('withheld', 'failed', 'queued', 'delayed')
                       and coalesce(closed_at, due_at) > :at) as sent,
                   count(*) filter (where status = 'withheld' and closed_at >= :at) as held_back
            from messaging.message
            where member_id = :member and purpose = :purpose and channel = any(:channels)
            """;

    private final JdbcClient jdbc;

    KeptOutRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False where nothing was sent anyway. */
    public boolean add(long member, String channel, String reason, String by, Instant at) {
        return jdbc.sql(ADD)
                        .param("member", member)
                        .param("channel", channel)
                        .param("reason", reason)
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** False where nothing was to be lifted. */
    public boolean lift(long member, String channel, String reason, String by, Instant at) {
        return jdbc.sql(LIFT)
                        .param("member", member)
                        .param("channel", channel)
                        .param("reason", reason)
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    public List<KeptOut> page(
            @Nullable String channel,
            Optional<Long> member,
            long afterMember,
            String afterChannel,
            int limit) {
        return jdbc.sql(PAGE)
                .param("channel", channel)
                .param("member", member.orElse(null))
                .param("afterMember", afterMember)
                .param("afterChannel", afterChannel)
                .param("limit", limit)
                .query((row, _) -> {
                    OffsetDateTime since = row.getObject("since", OffsetDateTime.class);
                    return new KeptOut(
                            row.getLong("member_id"),
                            row.getString("channel"),
                            row.getString("reason"),
                            since == null ? null : since.toInstant(),
                            row.getString("set_by"));
                })
                .list();
    }

    public Silence.Kept since(long member, Set<String> channels, String purpose, Instant at) {
        return jdbc.sql(SINCE)
                .param("member", member)
                .param("purpose", purpose)
                .param("channels", channels.toArray(String[]::new))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Silence.Kept(row.getLong("sent"), row.getLong("held_back")))
                .single();
    }
}
