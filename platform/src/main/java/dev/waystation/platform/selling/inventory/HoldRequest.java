package dev.waystation.platform.selling.inventory;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.selling.catalogue.RunId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Seats for a party on one run.
 *
 * @param passengerGroups one per passenger: general, student, senior or child. The caller has
 *     verified it; inventory believes it.
 * @param channel where the sale happens: online, window or partner
 */
public record HoldRequest(
        UUID holdRef,
        RunId run,
        String seatClass,
        int fromCall,
        int toCall,
        List<String> passengerGroups,
        String channel,
        Instant expiresAt) {

    private static final Set<String> GROUPS = Set.of("general", "student", "senior", "child");
    private static final int LARGEST_PARTY = 20;

    public HoldRequest {
        passengerGroups = List.copyOf(passengerGroups);
        Malformed.require(
                fromCall >= 0 && toCall > fromCall,
                "toCall",
                toCall,
                "give a call after fromCall (" + fromCall + ")");
        Malformed.require(
                !passengerGroups.isEmpty() && passengerGroups.size() <= LARGEST_PARTY,
                "passengerGroups",
                passengerGroups.size(),
                "give 1 to " + LARGEST_PARTY + " passengers");
        Malformed.require(
                GROUPS.containsAll(passengerGroups),
                "passengerGroups",
                passengerGroups,
                "use general, student, senior or child");
    }

    /** A sale through the member application. */
    public HoldRequest(
            UUID holdRef,
            RunId run,
            String seatClass,
            int fromCall,
            int toCall,
            List<String> passengerGroups,
            Instant expiresAt) {
        this(holdRef, run, seatClass, fromCall, toCall, passengerGroups, "online", expiresAt);
    }

    public int partySize() {
        return passengerGroups.size();
    }
}
