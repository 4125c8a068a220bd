package dev.waystation.platform.engagement.outreach.usecase;

import dev.waystation.platform.engagement.audience.MemberTag;
import dev.waystation.platform.engagement.audience.TagChange;
import dev.waystation.platform.engagement.audience.Tags;
import dev.waystation.platform.engagement.outreach.model.CorpTag;
import dev.waystation.platform.engagement.outreach.model.TagSides;
import dev.waystation.platform.engagement.outreach.store.TagChangeRows;
import dev.waystation.platform.engagement.outreach.store.TagMatchRows;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.jobs.EachAlone;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in what staff changed in WeCom: each difference from what WeCom was last known to have.
 * What comes from there is signed as such, and whoever tells WeCom of changes leaves it out.
 */
@Component
class MergeTags {

    /** Who changed a tag, when WeCom did. */
    static final String BY = "wecom";

    private static final int PAGE = 1_000;
    private static final Explanation WHY =
            Explanation.of(new Said("员工在企业微信里改的", "Staff changed it in WeCom"));

    private final TagMatchRows matches;
    private final TagChangeRows changes;
    private final Tags tags;
    private final TransactionTemplate transaction;

    MergeTags(
            TagMatchRows matches,
            TagChangeRows changes,
            Tags tags,
            PlatformTransactionManager transactions) {
        this.matches = matches;
        this.changes = changes;
        this.tags = tags;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** All corporate tags there are now. */
    @Transactional
    public void catalogue(String account, List<CorpTag> found, Instant now) {
        matches.seen(account, found, now);
    }

    /** After a walk over all contacts that began then. */
    void handle(String account, Instant now) {
        EachAlone.handle(
                changes.changedThere(account),
                sides -> transaction.executeWithoutResult(_ -> merge(account, sides, now)));
        matches.all(account).forEach(match -> tellUntold(account, match.tag(), now));
    }

    private void merge(String account, TagSides sides, Instant now) {
        Long member = sides.memberId();
        if (member != null) {
            switch (sides.verdict(tags.isSetByHand(sides.tag()))) {
                case THEIRS_ALONE -> becomesOurs(member, sides);
                case THEIRS_NEWER -> {
                    changes.drop(account, sides.customer(), sides.tag());
                    becomesOurs(member, sides);
                    changes.differ(account, sides, !sides.theirs(), "theirs", now);
                }
                case OURS -> changes.differ(account, sides, !sides.theirs(), "ours", now);
                case AGREED -> changes.drop(account, sides.customer(), sides.tag());
                case RULE -> byRule(account, member, sides, now);
            }
        }
        changes.mark(account, sides.customer(), sides.tag(), sides.theirs(), now);
    }

    private void becomesOurs(long member, TagSides sides) {
        tags.change(List.of(new TagChange(member, sides.tag(), sides.theirs(), BY, WHY)));
    }

    /** WeCom is told again what the rule says, and staff can see that it differed. */
    private void byRule(String account, long member, TagSides sides, Instant now) {
        boolean ours =
                tags.ofMember(member).stream().map(MemberTag::code).anyMatch(sides.tag()::equals);
        if (ours != sides.theirs()) {
            changes.differ(account, sides, ours, "rule", now);
            changes.enqueue(List.of(member), sides.tag(), ours, now);
        }
    }

    /** Members who carry the tag and of whom WeCom was never told. */
    void tellUntold(String account, String tag, Instant now) {
        List<Long> page = tags.carriers(tag, 0, PAGE);
        while (!page.isEmpty()) {
            changes.enqueueUntold(account, tag, page, now);
            page = tags.carriers(tag, page.getLast(), PAGE);
        }
    }
}
