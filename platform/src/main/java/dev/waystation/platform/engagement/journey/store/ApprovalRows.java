package dev.waystation.platform.engagement.journey.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who agreed to which drawing; another drawing needs another word. */
@Repository
public class ApprovalRows {

    private static final String APPROVE =
            """
            insert into journey.approval (journey_id, content, approved_by, approved_at)
            select journey_id, encode(sha256(convert_to(draft::text, 'UTF8')), 'hex'), :by, :at
            from journey.definition where journey_id = :journey
            on conflict do nothing
            """;

    private static final String APPROVED =
            """
            select exists (
                select from journey.approval a join journey.definition d using (journey_id)
                where a.journey_id = :journey and a.approved_by <> :by
                  and a.content = encode(sha256(convert_to(d.draft::text, 'UTF8')), 'hex'))
            """;

    private static final String AGREED =
            """
            select a.approved_by, a.approved_at
            from journey.approval a join journey.definition d using (journey_id)
            where a.journey_id = :journey
              and a.content = encode(sha256(convert_to(d.draft::text, 'UTF8')), 'hex')
            order by a.approved_at
            """;

    private static final String VERSION_APPROVED =
            """
            select exists (
                select from journey.approval a join journey.version v using (journey_id)
                where a.journey_id = :journey and v.version = :version and a.approved_by <> :by
                  and a.content = encode(sha256(convert_to(v.content::text, 'UTF8')), 'hex'))
            """;

    private final JdbcClient jdbc;

    ApprovalRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void approve(long journeyId, String by, Instant at) {
        jdbc.sql(APPROVE)
                .param("journey", journeyId)
                .param("by", by)
                .param("at", Columns.utc(at))
                .update();
    }

    /** Whoever agreed, and when. */
    public record Agreement(String by, Instant at) {}

    /** Who agreed to what is drawn now, the first one first. */
    public List<Agreement> agreements(long journeyId) {
        return jdbc.sql(AGREED)
                .param("journey", journeyId)
                .query((row, number) ->
                        new Agreement(
                                row.getString("approved_by"),
                                row.getObject("approved_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Whether somebody else agreed to what this version says. */
    public boolean isVersionApprovedByAnother(long journeyId, int version, String by) {
        return jdbc.sql(VERSION_APPROVED)
                .param("journey", journeyId)
                .param("version", version)
                .param("by", by)
                .query((row, number) -> row.getBoolean(1))
                .single();
    }

    /** Whether somebody else agreed to what is drawn now. */
    public boolean isApprovedByAnother(long journeyId, String by) {
        return jdbc.sql(APPROVED)
                .param("journey", journeyId)
                .param("by", by)
                .query((row, number) -> row.getBoolean(1))
                .single();
    }
}
