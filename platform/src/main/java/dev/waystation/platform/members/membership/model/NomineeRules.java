package dev.waystation.platform.members.membership.model;

import java.util.List;
import java.util.Optional;

/** How many nominees there may be and how often they may change: the railway's published rules. */
public final class NomineeRules {

    public static final int MOST = 8;
    public static final int WAIT_DAYS = 60;
    public static final int CHANGES_A_YEAR = 4;

    /** Why the list does not change. */
    public enum Refusal {
        NOMINEE_IS_NO_TRAVELLER,
        NOMINEE_IS_LISTED,
        NOMINEE_LIST_IS_FULL,
        NOMINEE_IS_UNKNOWN,
        NOMINEES_CHANGED_TOO_OFTEN
    }

    private NomineeRules() {}

    /** Why a traveller can't be added, if so. */
    public static Optional<Refusal> refusal(
            List<Nominee> known, long travellerId, boolean onTheList) {
        List<Nominee> current = known.stream().filter(each -> each.removedAt() == null).toList();
        if (!onTheList) {
            return Optional.of(Refusal.NOMINEE_IS_NO_TRAVELLER);
        }
        if (current.stream().anyMatch(each -> each.travellerId() == travellerId)) {
            return Optional.of(Refusal.NOMINEE_IS_LISTED);
        }
        return current.size() >= MOST
                ? Optional.of(Refusal.NOMINEE_LIST_IS_FULL)
                : Optional.empty();
    }
}
