package dev.waystation.ledger;

import static dev.waystation.ledger.EntryKind.CAPTURE;
import static dev.waystation.ledger.EntryKind.CREDIT;
import static dev.waystation.ledger.EntryKind.EXPIRY;
import static dev.waystation.ledger.EntryKind.HOLD;
import static dev.waystation.ledger.EntryKind.RELEASE;
import static dev.waystation.ledger.EntryKind.RETURN;
import static dev.waystation.ledger.EntryKind.REVERSAL;
import static dev.waystation.ledger.EntryKind.SPEND;
import static dev.waystation.ledger.Place.AVAILABLE;
import static dev.waystation.ledger.Place.BREAKAGE;
import static dev.waystation.ledger.Place.DEBT;
import static dev.waystation.ledger.Place.HELD;
import static dev.waystation.ledger.Place.ISSUANCE;
import static dev.waystation.ledger.Place.REDEMPTION;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One owner's account in one currency. Every command is decided completely before anything changes,
 * so a refusal leaves the account as it was. Not thread-safe: the caller is its single writer.
 *
 * <p>Days are epoch days in the programme's zone. A lot whose last day is before today counts
 * nowhere, whether or not {@link #expireFirstLapsed} has run.
 */
public final class Account {

    /** No account can hold more; far below overflow, far above any programme. */
    public static final long LIMIT = 1L << 53;

    private final Lots lots = new Lots();
    private final Map<UUID, Hold> holds = new HashMap<>();
    private long available;
    private long held;
    private long debt;
    private long entries;

    /** An account nobody has posted to. */
    public Account() {}

    /**
     * An account as it was journalled.
     *
     * @param entries number of its last entry
     * @param debt what the owner owes, positive
     * @param highestLot number of the newest lot, even when it is not among {@code openLots}
     * @param openLots every lot that has value or can still be credited
     * @param knownHolds open holds with what they froze, closed ones without
     */
    public static Account restore(
            long entries, long debt, long highestLot, List<Lot> openLots, List<Hold> knownHolds) {
        Account account = new Account();
        account.entries = entries;
        account.debt = debt;
        account.lots.numbersUsedUpTo(highestLot);
        for (Lot lot : openLots) {
            account.lots.load(lot);
            account.available += lot.free();
            account.held += lot.held();
        }
        for (Hold hold : knownHolds) {
            account.holds.put(hold.id(), hold);
        }
        return account;
    }

    /** Adds value; a debt is repaid first. */
    public Decision credit(long amount, LotKey key, int today) {
        if (amount <= 0) {
            return notPositive(amount);
        }
        if (key.lapsedOn(today)) {
            return new Decision.Refused(LedgerRefusal.LOT_HAS_LAPSED, amount, 0);
        }
        if (amount > LIMIT - available - held) {
            return new Decision.Refused(
                    LedgerRefusal.BALANCE_WOULD_OVERFLOW, amount, LIMIT - available - held);
        }
        long repaid = Math.min(debt, amount);
        long kept = amount - repaid;
        Draft draft = new Draft(CREDIT, amount).post(ISSUANCE, -amount);
        if (repaid > 0) {
            draft.post(DEBT, repaid);
        }
        if (kept > 0) {
            int at = lots.open(key);
            lots.credit(at, kept);
            draft.post(AVAILABLE, kept).touch(at, -kept);
        }
        return draft.close();
    }

    /** Takes value out of the soonest-expiring lots. */
    public Decision spend(long amount, int today) {
        Decision.@Nullable Refused refused = tooLow(amount, today);
        if (refused != null) {
            return refused;
        }
        Draft draft = new Draft(SPEND, amount).post(AVAILABLE, -amount).post(REDEMPTION, amount);
        for (Allocation part : lots.oldestFirst(amount, today)) {
            int at = lots.positionOf(part.lot());
            lots.addFree(at, -part.amount());
            draft.touch(at, part.amount());
        }
        return draft.close();
    }

    /** Freezes value of the soonest-expiring lots until the hold is captured or released. */
    public Decision hold(UUID id, long amount, int today) {
        if (holds.containsKey(id)) {
            return new Decision.Refused(LedgerRefusal.HOLD_EXISTS_ALREADY, amount, 0);
        }
        Decision.@Nullable Refused refused = tooLow(amount, today);
        if (refused != null) {
            return refused;
        }
        List<Allocation> frozen = lots.oldestFirst(amount, today);
        Draft draft = new Draft(HOLD, amount).post(AVAILABLE, -amount).post(HELD, amount);
        for (Allocation part : frozen) {
            int at = lots.positionOf(part.lot());
            lots.addFree(at, -part.amount());
            lots.addHeld(at, part.amount());
            draft.touch(at, part.amount());
        }
        holds.put(id, new Hold(id, HoldState.OPEN, frozen));
        return draft.close();
    }

    /** Spends all or part of a hold and releases the rest; valid even if a frozen lot lapsed. */
    public Decision capture(UUID id, long amount) {
        if (amount <= 0) {
            return notPositive(amount);
        }
        Hold hold = holds.get(id);
        if (hold == null || hold.state() != HoldState.OPEN) {
            return notOpen(hold, amount);
        }
        if (amount > hold.amount()) {
            return new Decision.Refused(LedgerRefusal.CAPTURE_EXCEEDS_HOLD, amount, hold.amount());
        }
        long rest = hold.amount() - amount;
        Draft draft =
                new Draft(CAPTURE, amount).post(HELD, -hold.amount()).post(REDEMPTION, amount);
        if (rest > 0) {
            draft.post(AVAILABLE, rest);
        }
        long left = amount;
        for (Allocation part : hold.frozen()) {
            int at = lots.positionOf(part.lot());
            long taken = Math.min(left, part.amount());
            lots.addHeld(at, -part.amount());
            lots.addFree(at, part.amount() - taken);
            draft.touch(at, taken);
            left -= taken;
        }
        holds.put(id, new Hold(id, HoldState.CAPTURED, List.of()));
        return draft.close();
    }

    /** Gives a hold back to the lots it froze. */
    public Decision release(UUID id) {
        Hold hold = holds.get(id);
        if (hold == null || hold.state() != HoldState.OPEN) {
            return notOpen(hold, 0);
        }
        Draft draft =
                new Draft(RELEASE, hold.amount())
                        .post(HELD, -hold.amount())
                        .post(AVAILABLE, hold.amount());
        for (Allocation part : hold.frozen()) {
            int at = lots.positionOf(part.lot());
            lots.addHeld(at, -part.amount());
            lots.addFree(at, part.amount());
            draft.touch(at, -part.amount());
        }
        holds.put(id, new Hold(id, HoldState.RELEASED, List.of()));
        return draft.close();
    }

    /**
     * Posts to breakage what is free in the lots of the earliest lapsed day: one entry per day, so
     * a run that stops half-way goes on where it stopped, and a second run finds nothing.
     */
    public Decision expireFirstLapsed(int today) {
        List<Allocation> lapsed = lots.firstLapsed(today);
        long amount = lapsed.stream().mapToLong(Allocation::amount).sum();
        if (amount == 0) {
            return new Decision.Refused(LedgerRefusal.NOTHING_LAPSED, 0, 0);
        }
        Draft draft = new Draft(EXPIRY, amount).post(AVAILABLE, -amount).post(BREAKAGE, amount);
        for (Allocation part : lapsed) {
            int at = lots.positionOf(part.lot());
            lots.addFree(at, -part.amount());
            draft.touch(at, part.amount());
        }
        return draft.close();
    }

    /** Gives back part or all of a spend to the lots it came from, last consumed first. */
    public Decision giveBack(Outlay outlay, long amount, int today, Lapsed lapsed) {
        if (amount <= 0) {
            return notPositive(amount);
        }
        if (amount > outlay.outstanding()) {
            return new Decision.Refused(
                    LedgerRefusal.RETURN_EXCEEDS_SPEND, amount, outlay.outstanding());
        }
        Draft draft = new Draft(RETURN, amount).post(REDEMPTION, -amount);
        long kept = 0;
        for (Allocation part : outlay.giveBack(amount)) {
            LotKey key = part.key();
            if (key.lapsedOn(today)) {
                switch (lapsed) {
                    case Lapsed.Forfeit _ -> {
                        draft.post(BREAKAGE, part.amount());
                        continue;
                    }
                    case Lapsed.UsableUntil until ->
                            key = new LotKey(until.lastDay(), key.funding(), key.source());
                }
            }
            int at = lots.open(key);
            lots.addFree(at, part.amount());
            draft.touch(at, -part.amount());
            kept += part.amount();
        }
        if (kept > 0) {
            draft.post(AVAILABLE, kept);
        }
        return draft.close();
    }

    /**
     * Takes back an earn: from its own lot, then from the others, then by debt as far as {@code
     * mode} allows. The entry's amount says how much was taken.
     */
    public Decision takeBack(LotKey earnedInto, long amount, int today, TakeBack mode) {
        if (amount <= 0) {
            return notPositive(amount);
        }
        List<Allocation> parts = new ArrayList<>();
        long own = 0;
        for (Lot lot : lots.all()) {
            if (lot.key().equals(earnedInto) && lot.free() > 0 && !lot.key().lapsedOn(today)) {
                own = Math.min(lot.free(), amount);
                parts.add(new Allocation(lot.number(), lot.key(), own));
            }
        }
        long taken = Math.min(amount, lots.free(today));
        long owed =
                switch (mode) {
                    case TakeBack.WithinBalance _ -> 0;
                    case TakeBack.DebtUpTo upTo ->
                            Math.clamp(upTo.limit() - debt, 0, amount - taken);
                };
        if (taken + owed == 0) {
            return new Decision.Refused(LedgerRefusal.NOTHING_TO_TAKE_BACK, amount, 0);
        }
        Draft draft = new Draft(REVERSAL, taken + owed).post(ISSUANCE, taken + owed);
        for (Allocation part : parts) {
            lots.addFree(lots.positionOf(part.lot()), -part.amount());
        }
        parts.addAll(lots.oldestFirst(taken - own, today));
        for (Allocation part : parts.subList(own > 0 ? 1 : 0, parts.size())) {
            lots.addFree(lots.positionOf(part.lot()), -part.amount());
        }
        for (Allocation part : parts) {
            draft.touch(lots.positionOf(part.lot()), part.amount());
        }
        if (taken > 0) {
            draft.post(AVAILABLE, -taken);
        }
        if (owed > 0) {
            draft.post(DEBT, -owed);
        }
        return draft.close();
    }

    /** What can be spent today. */
    public long spendable(int today) {
        return lots.free(today);
    }

    /**
     * What the postings to {@link Place#AVAILABLE} sum to; includes lapsed lots not yet expired.
     */
    public long available() {
        return available;
    }

    public long held() {
        return held;
    }

    /** What the owner owes, positive. */
    public long debt() {
        return debt;
    }

    /** Number of the last entry; 0 before the first. */
    public long entries() {
        return entries;
    }

    /** The lots in the order in which a spend takes them. */
    public List<Lot> lots() {
        return lots.all();
    }

    public @Nullable Hold hold(UUID id) {
        return holds.get(id);
    }

    private Decision.@Nullable Refused tooLow(long amount, int today) {
        if (amount <= 0) {
            return notPositive(amount);
        }
        long spendable = lots.free(today);
        return amount > spendable
                ? new Decision.Refused(LedgerRefusal.BALANCE_IS_TOO_LOW, amount, spendable)
                : null;
    }

    private static Decision notOpen(@Nullable Hold hold, long amount) {
        return new Decision.Refused(
                hold == null ? LedgerRefusal.HOLD_IS_UNKNOWN : LedgerRefusal.HOLD_IS_CLOSED,
                amount,
                0);
    }

    private static Decision.Refused notPositive(long amount) {
        return new Decision.Refused(LedgerRefusal.AMOUNT_IS_NOT_POSITIVE, amount, 1);
    }

    /**
     * Collects an entry, one line per place and lot, and moves the account's totals by exactly what
     * is posted.
     */
    private final class Draft {

        private final EntryKind kind;
        private final long amount;
        private final List<Posting> postings = new ArrayList<>(3);
        private final List<Allocation> allocations = new ArrayList<>(2);
        private final TreeSet<Long> touched = new TreeSet<>();

        Draft(EntryKind kind, long amount) {
            this.kind = kind;
            this.amount = amount;
        }

        Draft post(Place place, long change) {
            for (int i = 0; i < postings.size(); i++) {
                if (postings.get(i).place() == place) {
                    postings.set(i, new Posting(place, postings.get(i).amount() + change));
                    return this;
                }
            }
            postings.add(new Posting(place, change));
            return this;
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
            Entry entry = new Entry(entries + 1, kind, amount, postings, allocations, after);
            entries++;
            available += entry.change(AVAILABLE);
            held += entry.change(HELD);
            debt -= entry.change(DEBT);
            return new Decision.Posted(entry);
        }
    }
}
