package dev.waystation.platform.engagement.outreach.usecase;

import dev.waystation.platform.engagement.audience.Tags;
import dev.waystation.platform.engagement.channels.WecomCalls;
import dev.waystation.platform.engagement.outreach.OutreachRefusal;
import dev.waystation.platform.engagement.outreach.model.CorpTag;
import dev.waystation.platform.engagement.outreach.model.TagDifference;
import dev.waystation.platform.engagement.outreach.model.TagMatch;
import dev.waystation.platform.engagement.outreach.store.TagChangeRows;
import dev.waystation.platform.engagement.outreach.store.TagMatchRows;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Said;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which tag here is which tag in WeCom. They are matched by number, so either may be renamed. */
@Service
public class MatchTags {

    private static final int MOST = 200;

    private final TagMatchRows matches;
    private final TagChangeRows changes;
    private final MergeTags merge;
    private final WecomCalls wecom;
    private final Tags tags;
    private final Clock clock;

    MatchTags(
            TagMatchRows matches,
            TagChangeRows changes,
            MergeTags merge,
            WecomCalls wecom,
            Tags tags,
            Clock clock) {
        this.matches = matches;
        this.changes = changes;
        this.merge = merge;
        this.wecom = wecom;
        this.tags = tags;
        this.clock = clock;
    }

    /** One of our tags; what it is in WeCom, once matched. */
    public record Ours(String tag, Said name, boolean byHand, @Nullable TagMatch match) {}

    /** Both sides and where they disagreed. */
    public record Sides(
            boolean connected,
            List<Ours> ours,
            List<CorpTag> theirs,
            List<TagDifference> differences) {}

    @Transactional(readOnly = true)
    public Sides show() {
        Optional<String> account = wecom.accounts().stream().findFirst();
        Map<String, Said> flags = tags.flags();
        List<Ours> ours =
                flags.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(each ->
                                new Ours(
                                        each.getKey(),
                                        each.getValue(),
                                        tags.isSetByHand(each.getKey()),
                                        account.flatMap(one -> matches.find(one, each.getKey()))
                                                .orElse(null)))
                        .toList();
        return new Sides(
                account.isPresent(),
                ours,
                account.map(matches::corpTags).orElse(List.of()),
                account.map(one -> changes.differences(one, MOST)).orElse(List.of()));
    }

    /**
     * Matches a tag with one of WeCom, or has it made there; empty when that was done.
     *
     * @param corpTag null to have it made
     */
    @Transactional
    public Optional<OutreachRefusal> match(String tag, @Nullable String corpTag, String by) {
        Optional<String> account = wecom.accounts().stream().findFirst();
        if (account.isEmpty()) {
            return Optional.of(OutreachRefusal.WECOM_NOT_CONNECTED);
        }
        Said name = tags.flags().get(tag);
        if (name == null) {
            throw new Malformed("tag", tag, "choose a tag that carries no value");
        }
        Optional<CorpTag> theirs =
                matches.corpTags(account.get()).stream()
                        .filter(each -> each.id().equals(corpTag))
                        .findFirst();
        Malformed.require(
                corpTag == null || theirs.isPresent(),
                "corpTag",
                corpTag,
                "choose a tag of WeCom's list");
        Instant now = clock.instant();
        // a tag that is there keeps the name it has there, until ours changes
        boolean isNew = matches.match(account.get(), tag, corpTag, name.zh(), by, now);
        if (!isNew) {
            return Optional.of(OutreachRefusal.TAG_IS_MATCHED_ALREADY);
        }
        merge.tellUntold(account.get(), tag, now);
        return Optional.empty();
    }

    /** Lets go of each other; empty when they were matched. */
    @Transactional
    public Optional<OutreachRefusal> part(String tag) {
        boolean parted =
                wecom.accounts().stream()
                        .findFirst()
                        .filter(account -> matches.part(account, tag))
                        .isPresent();
        return parted ? Optional.empty() : Optional.of(OutreachRefusal.TAG_IS_NOT_MATCHED);
    }
}
