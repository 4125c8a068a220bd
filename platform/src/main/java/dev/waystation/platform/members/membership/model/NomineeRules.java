package dev.waystation.platform.members.membership.model;

import dev.waystation.platform.foundation.edge.Malformed;
import java.util.List;
import java.util.Optional;

/**
 * How many nominees there may be, from when on one counts, and how often they may change.
 *
 * @param waitDays how long after being named a nominee can be redeemed for
 * @param changesAYear how many may be removed in a calendar year
 */
public record NomineeRules(int most, int waitDays, int changesAYear) {

    /** The railway's published rules. */
    public static final NomineeRules USUAL = new NomineeRules(8, 60, 4);

    /** Why the list does not change. */
    public enum Refusal {
        NOMINEE_IS_NO_TRAVELLER,
        NOMINEE_IS_LISTED,
        NOMINEE_LIST_IS_FULL,
        NOMINEE_IS_UNKNOWN,
        NOMINEES_CHANGED_TOO_OFTEN
    }

    public NomineeRules {
        Malformed.require(most >= 0 && most <= 50, "nominees.most", most, "give 0 to 50");
        Malformed.require(
                waitDays >= 0 && waitDays <= 365, "nominees.waitDays", waitDays, "give 0 to 365");
        Malformed.require(
                changesAYear >= 0 && changesAYear <= 50,
                "nominees.changesAYear",
                changesAYear,
                "give 0 to 50");
    }

    /** Why a traveller can't be added, if so. */
    public Optional<Refusal> refusal(List<Nominee> known, long travellerId, boolean onTheList) {
        List<Nominee> current = known.stream().filter(each -> each.removedAt() == null).toList();
        if (!onTheList) {
            return Optional.of(Refusal.NOMINEE_IS_NO_TRAVELLER);
        }
        if (current.stream().anyMatch(each -> each.travellerId() == travellerId)) {
            return Optional.of(Refusal.NOMINEE_IS_LISTED);
        }
        return current.size() >= most
                ? Optional.of(Refusal.NOMINEE_LIST_IS_FULL)
                : Optional.empty();
    }
}
