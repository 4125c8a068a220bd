package dev.waystation.platform.members.benefits.model;

import java.util.BitSet;
import java.util.List;

/**
 * What the search takes or leaves as one: a coupon on its lines, or the coupons a group chose for
 * different lines.
 */
record Bundle(List<Part> parts, long aloneMinor) {

    /** A coupon and the indexes of the lines it is for. */
    record Part(Offer offer, BitSet lines, int sent) {}
}
