package dev.waystation.platform.engagement.messaging.store;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Members who are one person with another: what either got counts, what either lost is lost. */
@Repository
public class SamePersonRows {

    private static final List<String> JOIN =
            List.of(
                    """
                    insert into messaging.counts_with (member_id, into_id) values (:member, :into)
                    on conflict do nothing
                    """,
                    """
                    insert into messaging.suppression (member_id, channel, reason, since)
                    select :into, channel, 'merge of ' || :member, since
                    from messaging.suppression where member_id = :member
                    on conflict do nothing
                    """);

    private static final List<String> PART =
            List.of(
                    """
                    delete from messaging.counts_with where member_id = :member and into_id = :into
                    """,
                    """
                    delete from messaging.suppression
                    where member_id = :into and reason = 'merge of ' || :member
                    """);

    private final JdbcClient jdbc;

    SamePersonRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void join(long member, long into) {
        JOIN.forEach(sql -> run(sql, member, into));
    }

    public void part(long member, long into) {
        PART.forEach(sql -> run(sql, member, into));
    }

    private void run(String sql, long member, long into) {
        jdbc.sql(sql).param("member", member).param("into", into).update();
    }
}
