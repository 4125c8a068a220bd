package dev.waystation.ledger;

import java.util.List;

/**
 * One change of an account, complete: what to journal and how the touched lots stand afterwards.
 *
 * @param number position in the account's journal, without gaps from 1; two writers that both
 *     decide on the same state produce the same number, so the journal's key lets only one of them
 *     through
 * @param amount size of the change, positive
 * @param lotsBefore number of the newest lot before it; a touched lot beyond is new
 */
public record Entry(
        long number,
        EntryKind kind,
        long amount,
        List<Posting> postings,
        List<Allocation> allocations,
        List<Lot> lots,
        long lotsBefore) {

    public Entry {
        long sum = 0;
        for (Posting posting : postings) {
            sum = Math.addExact(sum, posting.amount());
        }
        if (sum != 0) {
            throw new IllegalStateException(
                    "postings of " + kind + " entry " + number + " sum to " + sum + ", not to 0");
        }
        postings = List.copyOf(postings);
        allocations = List.copyOf(allocations);
        lots = List.copyOf(lots);
    }

    /** What the entry adds to one place. */
    public long change(Place place) {
        long sum = 0;
        for (Posting posting : postings) {
            if (posting.place() == place) {
                sum += posting.amount();
            }
        }
        return sum;
    }
}
