package dev.waystation.platform.engagement.outreach.store;

import dev.waystation.platform.engagement.outreach.model.Chat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Groups of customers, and who of the staff owns them. */
@Repository
public class ChatRows {

    private static final String PUT =
            """
            insert into outreach.chat (account, chat, name, owner, synced_at)
            values (:account, :chat, :name, :owner, :now)
            on conflict on constraint chat_pk do update
            set name = excluded.name, owner = excluded.owner, synced_at = excluded.synced_at
            """;

    private static final String ALL =
            """
            select chat, name, owner from outreach.chat
            where account = :account and (:some is false or chat = any(cast(:chats as text[])))
            order by owner, name, chat
            """;

    private final JdbcClient jdbc;

    ChatRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void put(String account, Chat chat, Instant now) {
        jdbc.sql(PUT)
                .param("account", account)
                .param("chat", chat.chat())
                .param("name", chat.name())
                .param("owner", chat.owner())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    public int forgetBefore(String account, Instant began) {
        return jdbc.sql("delete from outreach.chat where account = :a and synced_at < :since")
                .param("a", account)
                .param("since", began.atOffset(ZoneOffset.UTC))
                .update();
    }

    public List<Chat> all(String account) {
        return chats(account, false, List.of());
    }

    /** Those that are known of these. */
    public List<Chat> some(String account, Collection<String> chats) {
        return chats(account, true, chats);
    }

    private List<Chat> chats(String account, boolean some, Collection<String> chats) {
        return jdbc.sql(ALL)
                .param("account", account)
                .param("some", some)
                .param("chats", chats.toArray(String[]::new))
                .query((row, _) ->
                        new Chat(
                                row.getString("chat"),
                                row.getString("name"),
                                row.getString("owner")))
                .list();
    }
}
