package dev.waystation.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The lots of one account in parallel arrays, ordered by last day, then by age. */
final class Lots {

    private int size;
    private long[] number = new long[8];
    private LotKey[] key = new LotKey[8];
    private long[] original = new long[8];
    private long[] free = new long[8];
    private long[] held = new long[8];
    private long lastNumber;

    void load(Lot lot) {
        int at = insertionPoint(lot.key().lastDay(), lot.number());
        insert(at, lot.number(), lot.key());
        original[at] = lot.original();
        free[at] = lot.free();
        held[at] = lot.held();
        lastNumber = Math.max(lastNumber, lot.number());
    }

    Lots copy() {
        Lots copy = new Lots();
        copy.size = size;
        copy.number = number.clone();
        copy.key = key.clone();
        copy.original = original.clone();
        copy.free = free.clone();
        copy.held = held.clone();
        copy.lastNumber = lastNumber;
        return copy;
    }

    void numbersUsedUpTo(long number) {
        lastNumber = Math.max(lastNumber, number);
    }

    long highestNumber() {
        return lastNumber;
    }

    /** The position of the lot with that key, opened when there is none. */
    int open(LotKey wanted) {
        for (int i = 0; i < size; i++) {
            if (key[i].equals(wanted)) {
                return i;
            }
        }
        int at = insertionPoint(wanted.lastDay(), ++lastNumber);
        insert(at, lastNumber, wanted);
        return at;
    }

    int positionOf(long wanted) {
        for (int i = 0; i < size; i++) {
            if (number[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    void credit(int at, long amount) {
        original[at] = Math.addExact(original[at], amount);
        free[at] = Math.addExact(free[at], amount);
    }

    void addFree(int at, long amount) {
        free[at] = notBelowZero(Math.addExact(free[at], amount), at);
    }

    void addHeld(int at, long amount) {
        held[at] = notBelowZero(Math.addExact(held[at], amount), at);
    }

    /** The soonest-expiring usable lots whose free value adds up to the amount. */
    List<Allocation> oldestFirst(long amount, int today) {
        List<Allocation> chosen = new ArrayList<>(2);
        long left = amount;
        for (int i = 0; i < size && left > 0; i++) {
            if (free[i] > 0 && !key[i].lapsedOn(today)) {
                long part = Math.min(free[i], left);
                chosen.add(new Allocation(number[i], key[i], part));
                left -= part;
            }
        }
        if (left > 0) {
            throw new IllegalStateException(
                    "lots fell short by " + left + " of " + amount + " on day " + today);
        }
        return chosen;
    }

    /** What is free and usable in the lot of that key, up to an amount. */
    List<Allocation> ofKey(LotKey wanted, long upTo, int today) {
        for (int i = 0; i < size && upTo > 0; i++) {
            if (key[i].equals(wanted) && free[i] > 0 && !wanted.lapsedOn(today)) {
                return List.of(new Allocation(number[i], wanted, Math.min(free[i], upTo)));
            }
        }
        return List.of();
    }

    /** What is free in the lots of one last day. */
    List<Allocation> endingOn(int lastDay) {
        List<Allocation> ending = new ArrayList<>(2);
        for (int i = 0; i < size; i++) {
            if (free[i] > 0 && key[i].lastDay() == lastDay) {
                ending.add(new Allocation(number[i], key[i], free[i]));
            }
        }
        return ending;
    }

    /** The free value of the earliest lapsed last day; empty when nothing lapsed. */
    List<Allocation> firstLapsed(int today) {
        List<Allocation> lapsed = new ArrayList<>(2);
        for (int i = 0; i < size && key[i].lapsedOn(today); i++) {
            if (free[i] > 0) {
                if (!lapsed.isEmpty() && lapsed.getFirst().key().lastDay() != key[i].lastDay()) {
                    break;
                }
                lapsed.add(new Allocation(number[i], key[i], free[i]));
            }
        }
        return lapsed;
    }

    long free(int today) {
        long sum = 0;
        for (int i = 0; i < size; i++) {
            if (!key[i].lapsedOn(today)) {
                sum += free[i];
            }
        }
        return sum;
    }

    Lot at(int i) {
        return new Lot(number[i], key[i], original[i], free[i], held[i]);
    }

    List<Lot> all() {
        List<Lot> lots = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            lots.add(at(i));
        }
        return lots;
    }

    private int insertionPoint(int lastDay, long newNumber) {
        int at = size;
        while (at > 0
                && (key[at - 1].lastDay() > lastDay
                        || (key[at - 1].lastDay() == lastDay && number[at - 1] > newNumber))) {
            at--;
        }
        return at;
    }

    private void insert(int at, long newNumber, LotKey newKey) {
        if (size == number.length) {
            int capacity = size * 2;
            number = Arrays.copyOf(number, capacity);
            key = Arrays.copyOf(key, capacity);
            original = Arrays.copyOf(original, capacity);
            free = Arrays.copyOf(free, capacity);
            held = Arrays.copyOf(held, capacity);
        }
        int moved = size - at;
        System.arraycopy(number, at, number, at + 1, moved);
        System.arraycopy(key, at, key, at + 1, moved);
        System.arraycopy(original, at, original, at + 1, moved);
        System.arraycopy(free, at, free, at + 1, moved);
        System.arraycopy(held, at, held, at + 1, moved);
        number[at] = newNumber;
        key[at] = newKey;
        original[at] = 0;
        free[at] = 0;
        held[at] = 0;
        size++;
    }

    private long notBelowZero(long value, int at) {
        if (value < 0) {
            throw new IllegalStateException("lot " + number[at] + " would fall to " + value);
        }
        return value;
    }
}
