package dev.waystation.platform.engagement.outreach.store;

import dev.waystation.platform.engagement.outreach.model.TagDifference;
import dev.waystation.platform.engagement.outreach.model.TagSides;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Changes of tags on their way to WeCom, what WeCom has, and where both disagreed. */
@Repository
public class TagChangeRows {

    private static final String ENQUEUE =
            """
            insert into outreach.tag_change as q
              (account, customer, tag, adds, changed_at, due_at)
            select c.account, c.customer, m.tag, :adds, :at, :at
            from outreach.tag_match m
            join outreach.customer c on c.account = m.account and c.member_id = any(:members)
            where m.tag = :tag
            on conflict on constraint tag_change_pk do update
            set adds = excluded.adds, changed_at = excluded.changed_at, due_at = excluded.due_at,
                tries = 0, problem = null
            """;

    // Who became a customer, or whose tag was matched, since WeCom was told of it last.
    private static final String ENQUEUE_UNTOLD =
            """
            insert into outreach.tag_change (account, customer, tag, adds, changed_at, due_at)
            select c.account, c.customer, :tag, true, :at, :at
            from outreach.customer c
            where c.account = :account and c.member_id = any(:members)
              and not exists (select 1 from outreach.tag_mark k
                  where k.account = c.account and k.customer = c.customer and k.tag = :tag)
            on conflict do nothing
            """;

    private static final String DUE =
            """
            select q.account, q.customer, q.tag, q.adds, q.changed_at, m.corp_tag, q.tries,
                array(select k.staff from outreach.contact k
                      where k.account = q.account and k.customer = q.customer
                      order by (m.corp_tag = any(k.tags)) desc, k.since desc, k.staff) as staff,
                (select count(*) from outreach.contact k
                 where k.account = q.account and k.customer = q.customer
                   and m.corp_tag = any(k.tags)) as seen_by
            from outreach.tag_change q
            join outreach.tag_match m on m.account = q.account and m.tag = q.tag
            where q.due_at <= :now and m.corp_tag is not null
            order by q.due_at limit :limit
            """;

    private static final String DONE =
            """
            delete from outreach.tag_change
            where account = :account and customer = :customer and tag = :tag
              and changed_at = :changed
            """;

    private static final String MARK =
            """
            insert into outreach.tag_mark (account, customer, tag, carried, at)
            values (:account, :customer, :tag, :carried, :at)
            on conflict on constraint tag_mark_pk do update
            set carried = excluded.carried, at = excluded.at
            """;

    // What was read before WeCom was last told something says nothing about it.
    private static final String CHANGED =
            """
            with theirs as (
                select k.customer, m.tag, bool_or(m.corp_tag = any(k.tags)) as carried,
                    min(k.synced_at) as seen, min(k.seen_before) as before
                from outreach.contact k join outreach.tag_match m on m.account = k.account
                join outreach.corp_tag g on g.account = m.account and g.corp_tag = m.corp_tag
                where k.account = :account group by k.customer, m.tag)
            select t.customer, c.member_id, t.tag, t.carried,
                greatest(b.at, t.before, timestamptz 'epoch') as after, q.adds, q.changed_at
            from theirs t
            join outreach.customer c on c.account = :account and c.customer = t.customer
            left join outreach.tag_mark b
              on b.account = :account and b.customer = t.customer and b.tag = t.tag
            left join outreach.tag_change q
              on q.account = :account and q.customer = t.customer and q.tag = t.tag
            where t.carried <> coalesce(b.carried, false)
              and t.seen > coalesce(b.at, timestamptz 'epoch')
            order by t.customer, t.tag
            """;

    private static final String DIFFER =
            """
            insert into outreach.tag_difference
              (account, customer, tag, ours, theirs, ours_at, theirs_after, outcome, found_at)
            values (:account, :customer, :tag, :ours, :theirs, :oursAt, :after, :outcome, :now)
            on conflict on constraint tag_difference_pk do update
            set ours = excluded.ours, theirs = excluded.theirs, ours_at = excluded.ours_at,
                theirs_after = excluded.theirs_after, outcome = excluded.outcome,
                found_at = excluded.found_at
            """;

    private final JdbcClient jdbc;

    TagChangeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A change to be told, and the staff it may be told through, those who see the tag first. */
    public record Due(
            String account,
            String customer,
            String tag,
            boolean adds,
            Instant changedAt,
            String corpTag,
            int tries,
            List<String> staff,
            int seenBy) {}

    /** Wants WeCom told, wherever a member is a customer and the tag is matched. */
    public void enqueue(Collection<Long> members, String tag, boolean adds, Instant at) {
        jdbc.sql(ENQUEUE)
                .param("members", members.toArray(Long[]::new))
                .param("tag", tag)
                .param("adds", adds)
                .param("at", utc(at))
                .update();
    }

    /** Of members who carry the tag: those WeCom was never told anything about. */
    public void enqueueUntold(String account, String tag, Collection<Long> members, Instant at) {
        jdbc.sql(ENQUEUE_UNTOLD)
                .param("account", account)
                .param("members", members.toArray(Long[]::new))
                .param("tag", tag)
                .param("at", utc(at))
                .update();
    }

    public List<Due> due(Instant now, int limit) {
        return jdbc.sql(DUE)
                .param("now", utc(now))
                .param("limit", limit)
                .query(TagChangeRows::read)
                .list();
    }

    /** WeCom has it; a newer change of the same tag stays. */
    public void done(Due change, Instant now) {
        jdbc.sql(DONE)
                .param("account", change.account())
                .param("customer", change.customer())
                .param("tag", change.tag())
                .param("changed", utc(change.changedAt()))
                .update();
        mark(change.account(), change.customer(), change.tag(), change.adds(), now);
    }

    /** What WeCom is known to have now. */
    public void mark(String account, String customer, String tag, boolean carried, Instant at) {
        jdbc.sql(MARK)
                .param("account", account)
                .param("customer", customer)
                .param("tag", tag)
                .param("carried", carried)
                .param("at", utc(at))
                .update();
    }

    /** Nothing is to be told of it any more. */
    public void drop(String account, String customer, String tag) {
        jdbc.sql(
                        """
                        delete from outreach.tag_change
                        where account = :account and customer = :customer and tag = :tag
                        """)
                .param("account", account)
                .param("customer", customer)
                .param("tag", tag)
                .update();
    }

    /** WeCom did not take it; it is told again then. */
    public void later(Due change, Instant due, String problem) {
        jdbc.sql(
                        """
                        update outreach.tag_change
                        set due_at = :due, tries = tries + 1, problem = :problem
                        where account = :account and customer = :customer and tag = :tag
                          and changed_at = :changed
                        """)
                .param("account", change.account())
                .param("customer", change.customer())
                .param("tag", change.tag())
                .param("changed", utc(change.changedAt()))
                .param("due", utc(due))
                .param("problem", problem)
                .update();
    }

    /** What WeCom changed since it was last known. */
    public List<TagSides> changedThere(String account) {
        return jdbc.sql(CHANGED)
                .param("account", account)
                .query((row, _) -> {
                    OffsetDateTime ours = row.getObject("changed_at", OffsetDateTime.class);
                    return new TagSides(
                            row.getString("customer"),
                            row.getObject("member_id", Long.class),
                            row.getString("tag"),
                            row.getBoolean("carried"),
                            row.getObject("after", OffsetDateTime.class).toInstant(),
                            row.getObject("adds", Boolean.class),
                            ours == null ? null : ours.toInstant());
                })
                .list();
    }

    public void differ(String account, TagSides sides, boolean ours, String outcome, Instant now) {
        Instant oursAt = sides.oursAt();
        jdbc.sql(DIFFER)
                .param("account", account)
                .param("customer", sides.customer())
                .param("tag", sides.tag())
                .param("ours", ours)
                .param("theirs", sides.theirs())
                .param(
                        "oursAt",
                        oursAt == null ? null : utc(oursAt),
                        java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("after", utc(sides.theirsAfter()))
                .param("outcome", outcome)
                .param("now", utc(now))
                .update();
    }

    public List<TagDifference> differences(String account, int limit) {
        return jdbc.sql(
                        """
                        select d.*, c.member_id from outreach.tag_difference d
                        join outreach.customer c
                          on c.account = d.account and c.customer = d.customer
                        where d.account = :account order by d.found_at desc, d.customer limit :limit
                        """)
                .param("account", account)
                .param("limit", limit)
                .query((row, _) ->
                        new TagDifference(
                                row.getString("customer"),
                                row.getObject("member_id", Long.class),
                                row.getString("tag"),
                                row.getBoolean("ours"),
                                row.getBoolean("theirs"),
                                row.getString("outcome"),
                                row.getObject("found_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Due read(ResultSet row, int number) throws SQLException {
        return new Due(
                row.getString("account"),
                row.getString("customer"),
                row.getString("tag"),
                row.getBoolean("adds"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("corp_tag"),
                row.getInt("tries"),
                List.of((String[]) row.getArray("staff").getArray()),
                row.getInt("seen_by"));
    }
}
