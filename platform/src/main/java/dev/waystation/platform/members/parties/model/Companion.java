package dev.waystation.platform.members.parties.model;

import org.jspecify.annotations.Nullable;

/**
 * One place in a party.
 *
 * @param memberId the member who travels, where known
 * @param role adult, child, senior or student
 * @param state going, travelled, returned or changed
 */
public record Companion(
        long ticketId, long travellerId, @Nullable Long memberId, String role, String state) {

    /** Whether they still belong to those who go. */
    public boolean goes() {
        return state.equals("going") || state.equals("travelled");
    }

    public boolean is(String wanted) {
        return role.equals(wanted);
    }
}
