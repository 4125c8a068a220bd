package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.platform.engagement.audience.store.MembershipStore;
import dev.waystation.platform.foundation.edge.Cursor;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.PublicId;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who came into a segment and who left it, newest first, each with the cause. */
@Service
public class ListChanges {

    /**
     * One line of the feed.
     *
     * @param kind event, time, merge, edit, published, backfill or manual
     * @param cause for an event the name of its fact, for a hand the one whose it was
     */
    public record ChangeView(
            String memberId, String direction, String kind, String cause, Instant at) {}

    private final MembershipStore memberships;

    ListChanges(MembershipStore memberships) {
        this.memberships = memberships;
    }

    @Transactional(readOnly = true)
    public Page<ChangeView> handle(long segmentId, Optional<Cursor> after, int limit) {
        long before = after.map(cursor -> cursor.number(0)).orElse(Long.MAX_VALUE);
        return Page.cut(
                        memberships.changes(segmentId, before, limit + 1),
                        limit,
                        last -> Cursor.after(last.changeId()))
                .map(change ->
                        new ChangeView(
                                PublicId.encode("mbr", change.memberId()),
                                change.entered() ? "entered" : "left",
                                change.kind(),
                                change.cause(),
                                change.at()));
    }
}
