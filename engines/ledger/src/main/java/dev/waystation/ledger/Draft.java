package dev.waystation.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Collects an entry, one line per place and lot; closing it moves the account by just that. */
final class Draft {

    private final Account account;
    private final Lots lots;
    private final EntryKind kind;
    private final long amount;
    private final long lotsBefore;
    private final List<Posting> postings = new ArrayList<>(3);
    private final List<Allocation> allocations = new ArrayList<>(2);
    private final TreeSet<Long> touched = new TreeSet<>();

    Draft(Account account, Lots lots, EntryKind kind, long amount) {
        this.account = account;
        this.lots = lots;
        this.kind = kind;
        this.amount = amount;
        this.lotsBefore = lots.highestNumber();
    }

    Draft post(Place place, long change) {
        if (change == 0) {
            return this;
        }
        for (int i = 0; i < postings.size(); i++) {
            if (postings.get(i).place() == place) {
                postings.set(i, new Posting(place, postings.get(i).amount() + change));
                return this;
            }
        }
        postings.add(new Posting(place, change));
        return this;
    }

    /** Takes free value out of its lots. */
    Draft take(List<Allocation> parts) {
        for (Allocation part : parts) {
            int at = lots.positionOf(part.lot());
            lots.addFree(at, -part.amount());
            touch(at, part.amount());
        }
        return this;
    }

    /** Puts value into the lot with that key; a lot it did not come from counts it as original. */
    void put(LotKey key, long value, boolean back) {
        int at = lots.open(key);
        if (back) {
            lots.addFree(at, value);
        } else {
            lots.credit(at, value);
        }
        touch(at, -value);
    }

    /** A lot whose numbers changed; {@code out} is what left it, 0 when it only thawed. */
    Draft touch(int at, long out) {
        Lot lot = lots.at(at);
        touched.add(lot.number());
        if (out == 0) {
            return this;
        }
        for (int i = 0; i < allocations.size(); i++) {
            if (allocations.get(i).lot() == lot.number()) {
                long sum = allocations.get(i).amount() + out;
                allocations.set(i, new Allocation(lot.number(), lot.key(), sum));
                return this;
            }
        }
        allocations.add(new Allocation(lot.number(), lot.key(), out));
        return this;
    }

    Decision close() {
        List<Lot> after = new ArrayList<>(touched.size());
        for (long number : touched) {
            after.add(lots.at(lots.positionOf(number)));
        }
        Entry entry =
                new Entry(
                        account.entries() + 1,
                        kind,
                        amount,
                        postings,
                        allocations,
                        after,
                        lotsBefore);
        account.apply(entry);
        return new Decision.Posted(entry);
    }
}
