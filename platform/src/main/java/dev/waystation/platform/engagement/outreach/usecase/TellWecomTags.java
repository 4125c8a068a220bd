package dev.waystation.platform.engagement.outreach.usecase;

import dev.waystation.platform.engagement.audience.Tags;
import dev.waystation.platform.engagement.channels.WecomCalls;
import dev.waystation.platform.engagement.channels.WecomCalls.Answer;
import dev.waystation.platform.engagement.outreach.model.CorpTag;
import dev.waystation.platform.engagement.outreach.model.TagMatch;
import dev.waystation.platform.engagement.outreach.store.ContactRows;
import dev.waystation.platform.engagement.outreach.store.TagChangeRows;
import dev.waystation.platform.engagement.outreach.store.TagChangeRows.Due;
import dev.waystation.platform.engagement.outreach.store.TagMatchRows;
import dev.waystation.platform.foundation.edge.Said;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * Tells WeCom of tags set and taken away here, of new tags and new names. Marking is told again
 * until it was heard, for the same mark twice is one mark; a tag is looked for before it is made.
 */
@Service
public class TellWecomTags {

    /** The group in WeCom in which tags of ours are made. */
    static final String GROUP = "驿站";

    private static final int MOST = 200;
    private static final int LONGEST = 6;

    private final TagMatchRows matches;
    private final TagChangeRows changes;
    private final ContactRows contacts;
    private final WecomCalls wecom;
    private final Tags tags;
    private final TransactionTemplate transaction;

    TellWecomTags(
            TagMatchRows matches,
            TagChangeRows changes,
            ContactRows contacts,
            WecomCalls wecom,
            Tags tags,
            PlatformTransactionManager transactions) {
        this.matches = matches;
        this.changes = changes;
        this.contacts = contacts;
        this.wecom = wecom;
        this.tags = tags;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Answers how many marks WeCom has heard. */
    public int handle(Instant now) {
        Map<String, Said> names = tags.flags();
        for (String account : wecom.accounts()) {
            for (TagMatch match : matches.all(account)) {
                String name = names.getOrDefault(match.tag(), Said.same(match.nameTold())).zh();
                if (match.corpTag() == null) {
                    make(match, name, now);
                } else if (!name.equals(match.nameTold())) {
                    rename(match, name);
                }
            }
        }
        int heard = 0;
        Set<String> silent = new HashSet<>();
        for (Due change : changes.due(now, MOST)) {
            if (!silent.contains(change.account())) {
                Optional<String> problem = tell(change);
                heard += problem.isEmpty() ? 1 : 0;
                keep(change, problem, now);
                problem.filter("SILENT"::equals).ifPresent(_ -> silent.add(change.account()));
            }
        }
        return heard;
    }

    private void keep(Due change, Optional<String> problem, Instant now) {
        transaction.executeWithoutResult(_ -> {
            if (problem.isEmpty()) {
                changes.done(change, now);
            } else {
                Duration wait = Duration.ofMinutes(1L << Math.min(change.tries(), LONGEST));
                changes.later(change, now.plus(wait), problem.get());
            }
        });
    }

    /** Empty when WeCom has it, else what stood in the way. */
    private Optional<String> tell(Due change) {
        List<String> external = contacts.plain(change.account(), Set.of(change.customer()));
        if (external.isEmpty() || change.staff().isEmpty()) {
            return Optional.of("NO_STAFF_KNOWS_MEMBER");
        }
        int seeing = change.adds() ? 1 : Math.max(1, change.seenBy());
        for (String staff : change.staff().subList(0, seeing)) {
            Answer answer =
                    wecom.call(
                            change.account(),
                            "externalcontact/mark_tag",
                            Map.of(
                                    "userid",
                                    staff,
                                    "external_userid",
                                    external.getFirst(),
                                    change.adds() ? "add_tag" : "remove_tag",
                                    List.of(change.corpTag())));
            if (answer instanceof Answer.Refused no) {
                return Optional.of("WECOM_" + no.code() + " " + no.words());
            }
            if (!(answer instanceof Answer.Said)) {
                return Optional.of("SILENT");
            }
        }
        return Optional.empty();
    }

    private void make(TagMatch match, String name, Instant now) {
        String account = match.account();
        Optional<List<CorpTag>> before = list(account);
        if (before.isEmpty()) {
            return;
        }
        Optional<CorpTag> found = named(before.get(), name);
        if (found.isEmpty()) {
            Answer answer =
                    wecom.call(
                            account,
                            "externalcontact/add_corp_tag",
                            Map.of("group_name", GROUP, "tag", List.of(Map.of("name", name))));
            if (answer instanceof Answer.Refused no) {
                matches.told(account, match.tag(), null, null, "WECOM_" + no.code());
                return;
            }
            before = list(account);
            found = before.flatMap(all -> named(all, name));
        }
        List<CorpTag> all = before.orElse(List.of());
        found.ifPresent(tag ->
                transaction.executeWithoutResult(_ -> {
                    matches.seen(account, all, now);
                    matches.told(account, match.tag(), tag.id(), name, null);
                }));
    }

    private void rename(TagMatch match, String name) {
        Answer answer =
                wecom.call(
                        match.account(),
                        "externalcontact/edit_corp_tag",
                        Map.of("id", String.valueOf(match.corpTag()), "name", name));
        switch (answer) {
            case Answer.Said _ -> matches.told(match.account(), match.tag(), null, name, null);
            case Answer.Refused no ->
                    matches.told(match.account(), match.tag(), null, null, "WECOM_" + no.code());
            case Answer.NotNow _, Answer.Silent _ -> {} // the next minute tells it again
        }
    }

    private Optional<List<CorpTag>> list(String account) {
        return wecom.call(account, "externalcontact/get_corp_tag_list", Map.of())
                        instanceof Answer.Said(JsonNode said)
                ? Optional.of(CorpTags.read(said))
                : Optional.empty();
    }

    private static Optional<CorpTag> named(List<CorpTag> all, String name) {
        return all.stream()
                .filter(tag -> tag.group().equals(GROUP) && tag.name().equals(name))
                .findFirst();
    }
}
