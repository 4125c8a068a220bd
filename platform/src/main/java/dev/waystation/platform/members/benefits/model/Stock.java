package dev.waystation.platform.members.benefits.model;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A campaign's stock in memory: how many are out, and how many each member has. */
public final class Stock {

    private final MemberCounts counts = new MemberCounts();
    private long out;

    /** Counts coupons that are out already, read from the journal. */
    public void had(long member, int count, long mark) {
        counts.add(member, count, mark);
        out += count;
    }

    public int of(long member) {
        return counts.of(member);
    }

    public boolean isEmpty(@Nullable Long stock) {
        return stock != null && out >= stock;
    }

    /** Whether the member's last one was given under this reference, or one that looks like it. */
    public boolean mayBeOf(long member, UUID reference) {
        return counts.mark(member) == mark(reference);
    }

    /** What is kept of a reference in memory. */
    public static long mark(UUID reference) {
        return reference.getMostSignificantBits() ^ reference.getLeastSignificantBits();
    }

    public long out() {
        return out;
    }

    /** A copy that nobody changes, for other threads to read. */
    public Stock frozen() {
        Stock copy = new Stock();
        counts.forEach(copy::had);
        return copy;
    }

    /** Hands out the next one; its sequence in the campaign, from 1. */
    public long take(long member, UUID reference) {
        counts.add(member, 1, mark(reference));
        return ++out;
    }
}
