package dev.waystation.platform.engagement.outreach.usecase;

import dev.waystation.platform.engagement.channels.WecomCalls;
import dev.waystation.platform.engagement.channels.WecomCalls.Answer;
import dev.waystation.platform.engagement.identity.Identities;
import dev.waystation.platform.engagement.outreach.model.Chat;
import dev.waystation.platform.engagement.outreach.store.ChatRows;
import dev.waystation.platform.engagement.outreach.store.ContactRows;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/**
 * Reads all contacts and groups of WeCom: that, and no callback, is the truth. A walk that breaks
 * off forgets nobody; one that came through forgets whom it did not see.
 */
@Service
public class ReconcileContacts {

    private static final Logger LOG = LoggerFactory.getLogger(ReconcileContacts.class);
    private static final int PAGE = 100;
    private static final String UNIONID = "unionid";

    private final WecomCalls wecom;
    private final ContactRows contacts;
    private final ChatRows chats;
    private final Identities identities;
    private final MergeTags tags;

    ReconcileContacts(
            WecomCalls wecom,
            ContactRows contacts,
            ChatRows chats,
            Identities identities,
            MergeTags tags) {
        this.tags = tags;
        this.wecom = wecom;
        this.contacts = contacts;
        this.chats = chats;
        this.identities = identities;
    }

    /** Every company; answers how many of them were read to the end. */
    public int handle(Instant now) {
        int whole = 0;
        for (String account : wecom.accounts()) {
            if (catalogue(account, now) && contacts(account, now) && groups(account, now)) {
                contacts.forgetBefore(account, now);
                chats.forgetBefore(account, now);
                tags.handle(account, now);
                whole++;
            } else {
                LOG.warn("The reconcile of {} broke off; the next one begins anew", account);
            }
        }
        return whole;
    }

    private boolean catalogue(String account, Instant now) {
        Answer answer = wecom.call(account, "externalcontact/get_corp_tag_list", Map.of());
        if (!(answer instanceof Answer.Said(JsonNode said))) {
            return false;
        }
        tags.catalogue(account, CorpTags.read(said), now);
        return true;
    }

    private boolean contacts(String account, Instant now) {
        Answer staff = wecom.call(account, "externalcontact/get_follow_user_list", Map.of());
        if (!(staff instanceof Answer.Said(JsonNode said))) {
            return false;
        }
        for (JsonNode each : said.path("follow_user")) {
            String userid = each.asString("");
            boolean whole =
                    pages(
                            account,
                            "externalcontact/batch/get_by_user",
                            Map.of("userid_list", new String[] {userid}),
                            page ->
                                    page.path("external_contact_list")
                                            .forEach(one -> meet(account, userid, one, now)));
            if (!whole) {
                return false;
            }
        }
        return true;
    }

    private void meet(String account, String staff, JsonNode one, Instant now) {
        JsonNode person = one.path("external_contact");
        String external = person.path("external_userid").asString("");
        Optional<Long> member =
                wecom.member(external)
                        .or(() -> identities.member(UNIONID, person.path(UNIONID).asString("")));
        contacts.meet(account, external, member.orElse(null), now);
        member.ifPresent(known -> wecom.met(known, external));
        contacts.know(
                account,
                external,
                staff,
                Instant.ofEpochSecond(one.path("follow_info").path("createtime").asLong(0)),
                one.path("follow_info")
                        .path("tag_id")
                        .valueStream()
                        .map(each -> each.asString(""))
                        .toList(),
                now);
    }

    private boolean groups(String account, Instant now) {
        return pages(
                account,
                "externalcontact/groupchat/list",
                Map.of("status_filter", 0),
                page ->
                        page.path("group_chat_list")
                                .forEach(each ->
                                        group(account, each.path("chat_id").asString(""), now)));
    }

    private void group(String account, String chat, Instant now) {
        if (wecom.call(account, "externalcontact/groupchat/get", Map.of("chat_id", chat))
                instanceof Answer.Said(JsonNode said)) {
            JsonNode group = said.path("group_chat");
            chats.put(
                    account,
                    new Chat(
                            chat,
                            group.path("name").asString(""),
                            group.path("owner").asString("")),
                    now);
        }
    }

    private boolean pages(
            String account, String path, Map<String, ?> asked, Consumer<JsonNode> page) {
        String cursor = "";
        do {
            Map<String, Object> body = new HashMap<>(asked);
            body.put("cursor", cursor);
            body.put("limit", PAGE);
            if (!(wecom.call(account, path, body) instanceof Answer.Said(JsonNode said))) {
                return false;
            }
            page.accept(said);
            cursor = said.path("next_cursor").asString("");
        } while (!cursor.isEmpty());
        return true;
    }
}
