package dev.waystation.platform.engagement.messaging.store;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What may leave the outbox now, stream by stream. */
@Repository
public class DueRows {

    // Skips from one stream to the next, so that a million waiting rows cost as much as one.
    private static final String STREAMS =
            """
            with recursive stream as (
                (select channel, purpose from messaging.message
                 where status in ('queued', 'delayed') order by channel, purpose limit 1)
                union all
                select next.channel, next.purpose from stream s cross join lateral (
                    select channel, purpose from messaging.message
                    where status in ('queued', 'delayed')
                      and (channel, purpose) > (s.channel, s.purpose)
                    order by channel, purpose limit 1) next)
            select channel, purpose from stream s
            where exists (select 1 from messaging.message m
                          where m.status in ('queued', 'delayed') and m.channel = s.channel
                            and m.purpose = s.purpose and m.due_at <= :now)
            order by purpose desc, channel
            """;

    private static final String CLAIM_DUE =
            MessageRows.COLUMNS
                    + """
                    where status in ('queued', 'delayed') and due_at <= :now
                      and channel = :channel and purpose = :purpose
                    order by due_at, member_id limit :limit for update skip locked
                    """;

    private final JdbcClient jdbc;

    DueRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Messages of one purpose over one channel. */
    public record Stream(String channel, String purpose) {}

    /** Those in which something is due. */
    public List<Stream> due(Instant now) {
        return jdbc.sql(STREAMS)
                .param("now", MessageRows.utc(now))
                .query((row, number) ->
                        new Stream(row.getString("channel"), row.getString("purpose")))
                .list();
    }

    /**
     * Messages that may leave; locked, and skipped by everybody else, until the transaction ends.
     */
    public List<KeptMessage> claimDue(Stream of, Instant now, int limit) {
        return jdbc.sql(CLAIM_DUE)
                .param("channel", of.channel())
                .param("purpose", of.purpose())
                .param("now", MessageRows.utc(now))
                .param("limit", limit)
                .query(MessageRows.MESSAGE)
                .list();
    }
}
