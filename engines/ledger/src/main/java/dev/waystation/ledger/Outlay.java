package dev.waystation.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * What a spend took from which lots and has not been given back. Several returns of one spend share
 * one instance, so together they never exceed it.
 */
public final class Outlay {

    private final List<Allocation> taken;
    private final long[] returned;

    /**
     * @param taken the allocations of the spend in the order of consumption
     * @param returned how much of each came back already
     */
    public Outlay(List<Allocation> taken, long[] returned) {
        if (taken.size() != returned.length) {
            throw new IllegalArgumentException(
                    taken.size() + " allocations but " + returned.length + " returned amounts");
        }
        this.taken = List.copyOf(taken);
        this.returned = returned.clone();
    }

    /** The same spend on its own, to go back to. */
    public Outlay copy() {
        return new Outlay(taken, returned);
    }

    /** What can still be given back. */
    public long outstanding() {
        long sum = 0;
        for (int i = 0; i < returned.length; i++) {
            sum += taken.get(i).amount() - returned[i];
        }
        return sum;
    }

    /** What the spend took, in the order of consumption. */
    public List<Allocation> taken() {
        return taken;
    }

    /** How much of each came back, in the same order. */
    public long[] returned() {
        return returned.clone();
    }

    /** Gives back from the last consumed lot backwards, as long as {@code amount} lasts. */
    List<Allocation> giveBack(long amount) {
        List<Allocation> back = new ArrayList<>();
        long left = amount;
        for (int i = returned.length - 1; i >= 0 && left > 0; i--) {
            Allocation from = taken.get(i);
            long part = Math.min(left, from.amount() - returned[i]);
            if (part > 0) {
                returned[i] += part;
                left -= part;
                back.add(new Allocation(from.lot(), from.key(), part));
            }
        }
        return back;
    }
}
