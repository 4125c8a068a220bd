package dev.waystation.platform.members.membership.model;

import dev.waystation.platform.members.membership.Household;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who may join a family and when: published rules, so that pools are no way to trade points. */
public final class HouseholdRules {

    public static final int ADULT_FROM = 18;
    public static final int WAIT_DAYS = 7;
    public static final int COOLING_DAYS = 90;
    public static final int INVITATION_DAYS = 14;

    /** What a minor may draw until the owner allows more. */
    public static final long MINOR_LIMIT = 0;

    /** Why the family does not change. */
    public enum Refusal {
        HOUSEHOLD_NOT_FOUND,
        HOUSEHOLD_IS_FULL,
        HOUSEHOLD_JOINED_ALREADY,
        HOUSEHOLD_COOLING_OFF,
        HOUSEHOLD_BANNED,
        HOUSEHOLD_OWNER_ONLY_DOES_THIS,
        HOUSEHOLD_OWNER_STAYS,
        HOUSEHOLD_KIN_UNKNOWN,
        HOUSEHOLD_NEEDS_ADULT,
        HOUSEHOLD_NEEDS_GUARDIAN,
        HOUSEHOLD_NOT_YOURS_TO_DECIDE,
        HOUSEHOLD_INVITED_ALREADY,
        HOUSEHOLD_INVITATION_IS_OVER,
        HOUSEHOLD_INVITEE_UNKNOWN,
        HOUSEHOLD_IS_FROZEN_ALREADY,
        HOUSEHOLD_IS_NOT_FROZEN
    }

    /**
     * What is known of somebody who wants to join.
     *
     * @param leftOn the day they left any family last, null if never
     * @param bannedHere whether this very family shut them out
     */
    public record Past(boolean inSome, @Nullable LocalDate leftOn, boolean bannedHere) {}

    private HouseholdRules() {}

    /** Why somebody can't join today, if so. */
    public static Optional<Refusal> joining(Past past, int size, LocalDate today) {
        if (past.inSome()) {
            return Optional.of(Refusal.HOUSEHOLD_JOINED_ALREADY);
        }
        if (past.bannedHere()) {
            return Optional.of(Refusal.HOUSEHOLD_BANNED);
        }
        LocalDate left = past.leftOn();
        if (left != null && today.isBefore(left.plusDays(COOLING_DAYS))) {
            return Optional.of(Refusal.HOUSEHOLD_COOLING_OFF);
        }
        return size >= Household.MOST ? Optional.of(Refusal.HOUSEHOLD_IS_FULL) : Optional.empty();
    }
}
