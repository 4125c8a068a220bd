package dev.waystation.platform.members.membership.model;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.members.membership.Household;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who may join a family and when: published rules, so that pools are no way to trade points.
 *
 * @param most people of a family; never above {@link Household#MOST}
 * @param waitDays how long after joining one's points and draws begin to count
 * @param coolingDays how long after leaving a family one can join another
 * @param minorLimit what a minor may draw until the owner allows more
 */
public record HouseholdRules(
        int most, int waitDays, int coolingDays, int invitationDays, long minorLimit) {

    public static final int ADULT_FROM = 18;
    public static final HouseholdRules USUAL = new HouseholdRules(Household.MOST, 7, 90, 14, 0);

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

    public HouseholdRules {
        Malformed.require(most >= 2 && most <= Household.MOST, "family.most", most, "give 2 to 8");
        Malformed.require(
                waitDays >= 0 && waitDays <= 365, "family.waitDays", waitDays, "give 0 to 365");
        Malformed.require(
                coolingDays >= 0 && coolingDays <= 730,
                "family.coolingDays",
                coolingDays,
                "give 0 to 730");
        Malformed.require(
                invitationDays >= 1 && invitationDays <= 90,
                "family.invitationDays",
                invitationDays,
                "give 1 to 90");
        Malformed.require(minorLimit >= 0, "family.minorLimit", minorLimit, "give 0 or more");
    }

    /** Why somebody can't join today, if so. */
    public Optional<Refusal> joining(Past past, int size, LocalDate today) {
        if (past.inSome()) {
            return Optional.of(Refusal.HOUSEHOLD_JOINED_ALREADY);
        }
        if (past.bannedHere()) {
            return Optional.of(Refusal.HOUSEHOLD_BANNED);
        }
        LocalDate left = past.leftOn();
        if (left != null && today.isBefore(left.plusDays(coolingDays))) {
            return Optional.of(Refusal.HOUSEHOLD_COOLING_OFF);
        }
        return size >= most ? Optional.of(Refusal.HOUSEHOLD_IS_FULL) : Optional.empty();
    }
}
