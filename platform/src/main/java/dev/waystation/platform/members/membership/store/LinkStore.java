package dev.waystation.platform.members.membership.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Members found to be one person. */
@Component
public class LinkStore {

    private static final String INTO =
            "select into_id from membership.link where member_id = :member and undone_at is null";

    private static final String FROM =
            """
            select member_id from membership.link
            where into_id = :member and undone_at is null
            order by member_id
            """;

    private static final String ADD =
            """
            insert into membership.link (member_id, linked_at, into_id, reason, linked_by)
            values (:member, :now, :into, :reason, :by)
            """;

    private static final String UNDO =
            """
            update membership.link set undone_at = :now, undone_by = :by
            where member_id = :member and undone_at is null
            """;

    private final JdbcClient jdbc;

    LinkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whom a member was merged into. */
    public Optional<Long> into(long memberId) {
        return jdbc.sql(INTO)
                .param("member", memberId)
                .query((row, _) -> row.getLong(1))
                .optional();
    }

    /** Who was merged into a member. */
    public List<Long> mergedInto(long memberId) {
        return jdbc.sql(FROM).param("member", memberId).query((row, _) -> row.getLong(1)).list();
    }

    public void add(long memberId, long into, String reason, String by, Instant now) {
        jdbc.sql(ADD)
                .param("member", memberId)
                .param("into", into)
                .param("reason", reason)
                .param("by", by)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** False when the member is not merged. */
    public boolean undo(long memberId, String by, Instant now) {
        return jdbc.sql(UNDO)
                        .param("member", memberId)
                        .param("by", by)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
