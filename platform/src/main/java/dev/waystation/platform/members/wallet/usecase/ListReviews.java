package dev.waystation.platform.members.wallet.usecase;

import dev.waystation.platform.foundation.edge.Cursor;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.members.wallet.model.Adjustment;
import dev.waystation.platform.members.wallet.model.Claim;
import dev.waystation.platform.members.wallet.store.AdjustmentStore;
import dev.waystation.platform.members.wallet.store.ClaimStore;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The queues in which people wait for people. */
@Service
public class ListReviews {

    private final AdjustmentStore adjustments;
    private final ClaimStore claims;

    ListReviews(AdjustmentStore adjustments, ClaimStore claims) {
        this.adjustments = adjustments;
        this.claims = claims;
    }

    public Page<Adjustment> adjustments(
            @Nullable String state, @Nullable Long member, Optional<Cursor> cursor, int limit) {
        return Page.cut(
                adjustments.list(state, member, before(cursor), limit + 1),
                limit,
                last -> Cursor.after(last.id()));
    }

    public Page<Claim> claims(
            @Nullable String state, @Nullable Long member, Optional<Cursor> cursor, int limit) {
        return Page.cut(
                claims.list(state, member, before(cursor), limit + 1),
                limit,
                last -> Cursor.after(last.id()));
    }

    private static long before(Optional<Cursor> cursor) {
        return cursor.map(each -> each.number(0)).orElse(Long.MAX_VALUE);
    }
}
