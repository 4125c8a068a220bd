package dev.waystation.platform.members.benefits;

import java.util.UUID;

/**
 * A wish for a coupon out of a campaign's stock.
 *
 * @param reference one claim for ever: repeated, it gets the first answer
 * @param source who gives it: {@code claim} for the member's own hand, else a pack or a prize,
 *     which the stock does not limit where there is none
 */
public record Claim(UUID reference, long memberId, long campaignId, String source) {

    public static final String OWN_HAND = "claim";
}
