package dev.waystation.platform.members.benefits.model;

import org.jspecify.annotations.Nullable;

/** A campaign's stock in memory: how many are out, and how many each member has. */
public final class Stock {

    private final MemberCounts counts = new MemberCounts();
    private long out;

    /** Counts coupons that are out already, read from the journal. */
    public void had(long member, int count) {
        counts.add(member, count);
        out += count;
    }

    public int of(long member) {
        return counts.of(member);
    }

    public boolean isEmpty(@Nullable Long stock) {
        return stock != null && out >= stock;
    }

    /** Hands out the next one; its sequence in the campaign, from 1. */
    public long take(long member) {
        counts.add(member, 1);
        return ++out;
    }
}
