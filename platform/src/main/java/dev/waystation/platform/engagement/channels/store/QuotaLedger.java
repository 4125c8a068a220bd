package dev.waystation.platform.engagement.channels.store;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How often members allowed a subscription message. One yes is one message, unless the text is of
 * the long-term kind; one is taken before the call, so that two calls never share it.
 */
@Repository
public class QuotaLedger {

    private static final String GRANT =
            """
            insert into channels.quota (member_id, template, long_term, granted, used)
            values (:member, :template, :longTerm, 1, 0)
            on conflict (member_id, template) do update
            set long_term = quota.long_term or excluded.long_term, granted = quota.granted + 1
            """;

    private static final String TAKE =
            """
            update channels.quota set used = used + case when long_term then 0 else 1 end
            where member_id = :member and template = :template and (long_term or used < granted)
            """;

    private static final String GIVE_BACK =
            """
            update channels.quota set used = used - 1
            where member_id = :member and template = :template and not long_term and used > 0
            """;

    private static final String END =
            """
            update channels.quota set granted = used, long_term = false
            where member_id = :member and template = :template
            """;

    private static final String OF =
            """
            select template, long_term, granted, used from channels.quota
            where member_id = :member order by template
            """;

    private final JdbcClient jdbc;

    QuotaLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a member allowed, and what is left of it; a long-term yes does not wear out. */
    public record Line(String template, boolean longTerm, int granted, int used) {}

    public void grant(long memberId, String template, boolean longTerm) {
        jdbc.sql(GRANT)
                .param("member", memberId)
                .param("template", template)
                .param("longTerm", longTerm)
                .update();
    }

    /** False when the member has allowed no more. */
    public boolean take(long memberId, String template) {
        return change(TAKE, memberId, template);
    }

    /** For a message that has certainly not left. */
    public void giveBack(long memberId, String template) {
        change(GIVE_BACK, memberId, template);
    }

    /** The vendor says that the member refuses. */
    public void end(long memberId, String template) {
        change(END, memberId, template);
    }

    public List<Line> of(long memberId) {
        return jdbc.sql(OF)
                .param("member", memberId)
                .query((row, _) ->
                        new Line(
                                row.getString("template"),
                                row.getBoolean("long_term"),
                                row.getInt("granted"),
                                row.getInt("used")))
                .list();
    }

    private boolean change(String sql, long memberId, String template) {
        return jdbc.sql(sql).param("member", memberId).param("template", template).update() == 1;
    }
}
