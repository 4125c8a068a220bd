package dev.waystation.platform.selling.booking;

import dev.waystation.platform.foundation.edge.Malformed;
import java.util.List;
import java.util.UUID;

/**
 * A wish to travel.
 *
 * @param coupons codes or ids of coupons to use, all of them or no order
 * @param atFullFare travellers who pay the full fare although they are students
 * @param reference one purchase, one reference: repeated requests find the first one's order
 */
public record OrderRequest(
        UUID reference,
        long memberId,
        long runId,
        int fromCall,
        int toCall,
        String seatClass,
        List<Long> travellerIds,
        List<String> coupons,
        List<Long> atFullFare) {

    /** More travellers than this make a group, which is sold otherwise. */
    public static final int MOST_TRAVELLERS = 9;

    public OrderRequest {
        Malformed.require(
                fromCall >= 0, "fromCall", fromCall, "give the index of the boarding stop");
        Malformed.require(
                toCall > fromCall, "toCall", toCall, "give a stop after the boarding stop");
        Malformed.require(
                !travellerIds.isEmpty() && travellerIds.size() <= MOST_TRAVELLERS,
                "travellerIds",
                travellerIds.size(),
                "name 1 to " + MOST_TRAVELLERS + " travellers");
        travellerIds = List.copyOf(travellerIds);
        coupons = List.copyOf(coupons);
        atFullFare = List.copyOf(atFullFare);
    }

    /** Everybody at the fare they are entitled to. */
    public OrderRequest(
            UUID reference,
            long memberId,
            long runId,
            int fromCall,
            int toCall,
            String seatClass,
            List<Long> travellerIds,
            List<String> coupons) {
        this(
                reference,
                memberId,
                runId,
                fromCall,
                toCall,
                seatClass,
                travellerIds,
                coupons,
                List.of());
    }

    /** Without coupons. */
    public OrderRequest(
            UUID reference,
            long memberId,
            long runId,
            int fromCall,
            int toCall,
            String seatClass,
            List<Long> travellerIds) {
        this(reference, memberId, runId, fromCall, toCall, seatClass, travellerIds, List.of());
    }
}
