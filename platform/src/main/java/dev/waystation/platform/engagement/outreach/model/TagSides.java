package dev.waystation.platform.engagement.outreach.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A tag of a customer that WeCom has changed, beside what we have.
 *
 * @param memberId null for somebody who is no member
 * @param theirs whether WeCom has it now
 * @param theirsAfter their change was made after then: when WeCom was last seen otherwise
 * @param pending what we changed and have not told WeCom yet; null for nothing
 * @param oursAt when we changed it
 */
public record TagSides(
        String customer,
        @Nullable Long memberId,
        String tag,
        boolean theirs,
        Instant theirsAfter,
        @Nullable Boolean pending,
        @Nullable Instant oursAt) {

    /** Who changed what. */
    public enum Verdict {
        /** Only WeCom changed it: it becomes ours. */
        THEIRS_ALONE,
        /** Both did, and theirs is newer. */
        THEIRS_NEWER,
        /** Both did, and ours is newer or nobody can tell. */
        OURS,
        /** Both did the same. */
        AGREED,
        /** A rule decides here: what WeCom says changes nothing, and is shown. */
        RULE
    }

    /**
     * The newer change wins. WeCom does not say when a tag was changed, only that it was after the
     * last look; so theirs is newer only when ours was made before that look, and a tie is ours.
     */
    public Verdict verdict(boolean setByHand) {
        Boolean waiting = pending;
        if (waiting != null && waiting == theirs) {
            return Verdict.AGREED;
        }
        if (!setByHand) {
            return Verdict.RULE;
        }
        if (waiting == null || oursAt == null) {
            return Verdict.THEIRS_ALONE;
        }
        return oursAt.isBefore(theirsAfter) ? Verdict.THEIRS_NEWER : Verdict.OURS;
    }
}
