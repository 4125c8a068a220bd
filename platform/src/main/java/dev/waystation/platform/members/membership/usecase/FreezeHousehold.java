package dev.waystation.platform.members.membership.usecase;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.members.membership.Household;
import dev.waystation.platform.members.membership.model.HouseholdRules.Refusal;
import dev.waystation.platform.members.membership.store.HouseholdStore;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stops a family's pool when it looks like fraud; everybody keeps their own points. */
@Service
public class FreezeHousehold {

    private final HouseholdStore households;
    private final HouseholdBook book;
    private final Clock clock;

    FreezeHousehold(HouseholdStore households, HouseholdBook book, Clock clock) {
        this.households = households;
        this.book = book;
        this.clock = clock;
    }

    @Transactional
    public HouseholdOutcome freeze(long id, String reason, String by) {
        Malformed.require(
                reason.strip().length() >= 4,
                "reason",
                reason,
                "say why, in at least 4 characters");
        Household household = households.lockedById(id).orElse(null);
        if (household == null) {
            return no(Refusal.HOUSEHOLD_NOT_FOUND);
        }
        if (household.frozenFor() != null) {
            return no(Refusal.HOUSEHOLD_IS_FROZEN_ALREADY);
        }
        households.freeze(id, reason.strip(), clock.instant());
        book.note(id, household.ownerId(), "FROZEN", by, reason.strip());
        return new HouseholdOutcome.Done(id);
    }

    @Transactional
    public HouseholdOutcome thaw(long id, String by) {
        Household household = households.lockedById(id).orElse(null);
        if (household == null) {
            return no(Refusal.HOUSEHOLD_NOT_FOUND);
        }
        if (household.frozenFor() == null) {
            return no(Refusal.HOUSEHOLD_IS_NOT_FROZEN);
        }
        households.freeze(id, null, clock.instant());
        book.note(id, household.ownerId(), "THAWED", by, "");
        return new HouseholdOutcome.Done(id);
    }

    private static HouseholdOutcome no(Refusal code) {
        return new HouseholdOutcome.Refused(code);
    }
}
