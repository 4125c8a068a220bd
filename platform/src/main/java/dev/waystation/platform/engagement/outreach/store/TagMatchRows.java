package dev.waystation.platform.engagement.outreach.store;

import dev.waystation.platform.engagement.outreach.model.CorpTag;
import dev.waystation.platform.engagement.outreach.model.TagMatch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Corporate tags of WeCom, and which of our tags is which of them. */
@Repository
public class TagMatchRows {

    private static final String SEEN =
            """
            insert into outreach.corp_tag (account, corp_tag, name, in_group, synced_at)
            values (:account, :id, :name, :group, :now)
            on conflict on constraint corp_tag_pk do update
            set name = excluded.name, in_group = excluded.in_group, synced_at = excluded.synced_at
            """;

    private static final String MATCHES =
            """
            select m.account, m.tag, m.corp_tag, m.name_told, m.problem, c.name, c.in_group,
                (select count(*) from outreach.tag_mark k
                 where k.account = m.account and k.tag = m.tag and k.carried) as customers,
                (select count(*) from outreach.tag_change k
                 where k.account = m.account and k.tag = m.tag) as waiting
            from outreach.tag_match m
            left join outreach.corp_tag c on c.account = m.account and c.corp_tag = m.corp_tag
            """;

    private static final String MATCH =
            """
            insert into outreach.tag_match
              (account, tag, corp_tag, name_told, matched_by, matched_at)
            values (:account, :tag, :id, :name, :by, :now)
            on conflict do nothing
            """;

    private final JdbcClient jdbc;

    TagMatchRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All tags WeCom has now; what is not among them is gone. */
    public void seen(String account, List<CorpTag> tags, Instant now) {
        for (CorpTag tag : tags) {
            jdbc.sql(SEEN)
                    .param("account", account)
                    .param("id", tag.id())
                    .param("name", tag.name())
                    .param("group", tag.group())
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .update();
        }
        jdbc.sql("delete from outreach.corp_tag where account = :account and synced_at < :now")
                .param("account", account)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    public List<CorpTag> corpTags(String account) {
        return jdbc.sql(
                        """
                        select corp_tag, name, in_group from outreach.corp_tag
                        where account = :account order by in_group, name
                        """)
                .param("account", account)
                .query((row, _) ->
                        new CorpTag(
                                row.getString("corp_tag"),
                                row.getString("name"),
                                row.getString("in_group")))
                .list();
    }

    public List<TagMatch> all(String account) {
        return jdbc.sql(MATCHES + "where m.account = :account order by m.tag")
                .param("account", account)
                .query(TagMatchRows::read)
                .list();
    }

    public Optional<TagMatch> find(String account, String tag) {
        return jdbc.sql(MATCHES + "where m.account = :account and m.tag = :tag")
                .param("account", account)
                .param("tag", tag)
                .query(TagMatchRows::read)
                .optional();
    }

    /** False when either is matched already. */
    public boolean match(
            String account, String tag, @Nullable String id, String name, String by, Instant now) {
        return jdbc.sql(MATCH)
                        .param("account", account)
                        .param("tag", tag)
                        .param("id", id)
                        .param("name", name)
                        .param("by", by)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Lets go of each other; neither side loses its tags. */
    public boolean part(String account, String tag) {
        for (String table : List.of("tag_mark", "tag_change", "tag_difference")) {
            jdbc.sql("delete from outreach." + table + " where account = :account and tag = :tag")
                    .param("account", account)
                    .param("tag", tag)
                    .update();
        }
        return jdbc.sql("delete from outreach.tag_match where account = :account and tag = :tag")
                        .param("account", account)
                        .param("tag", tag)
                        .update()
                == 1;
    }

    /** WeCom has it under that number and name, or says why not. */
    public void told(
            String account,
            String tag,
            @Nullable String id,
            @Nullable String name,
            @Nullable String problem) {
        jdbc.sql(
                        """
                        update outreach.tag_match
                        set corp_tag = coalesce(:id, corp_tag),
                            name_told = coalesce(:name, name_told), problem = :problem
                        where account = :account and tag = :tag
                        """)
                .param("account", account)
                .param("tag", tag)
                .param("id", id)
                .param("name", name)
                .param("problem", problem)
                .update();
    }

    private static TagMatch read(ResultSet row, int number) throws SQLException {
        return new TagMatch(
                row.getString("account"),
                row.getString("tag"),
                row.getString("corp_tag"),
                row.getString("name_told"),
                row.getString("problem"),
                row.getString("name"),
                row.getString("in_group"),
                row.getLong("customers"),
                row.getLong("waiting"));
    }
}
