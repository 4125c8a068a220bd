package dev.waystation.ledger;

import static dev.waystation.ledger.EntryKind.ACTIVATION;
import static dev.waystation.ledger.EntryKind.CANCELLATION;
import static dev.waystation.ledger.EntryKind.CAPTURE;
import static dev.waystation.ledger.EntryKind.CREDIT;
import static dev.waystation.ledger.EntryKind.DEDUCTION;
import static dev.waystation.ledger.EntryKind.EXPIRY;
import static dev.waystation.ledger.EntryKind.HOLD;
import static dev.waystation.ledger.EntryKind.MOVE;
import static dev.waystation.ledger.EntryKind.PROMISE;
import static dev.waystation.ledger.EntryKind.REINSTATEMENT;
import static dev.waystation.ledger.EntryKind.RELEASE;
import static dev.waystation.ledger.EntryKind.RESTORATION;
import static dev.waystation.ledger.EntryKind.RETURN;
import static dev.waystation.ledger.EntryKind.REVERSAL;
import static dev.waystation.ledger.EntryKind.SPEND;
import static dev.waystation.ledger.EntryKind.TRANSFER_IN;
import static dev.waystation.ledger.EntryKind.TRANSFER_OUT;
import static dev.waystation.ledger.EntryKind.WRITE_OFF;
import static dev.waystation.ledger.Place.AVAILABLE;
import static dev.waystation.ledger.Place.BREAKAGE;
import static dev.waystation.ledger.Place.DEBT;
import static dev.waystation.ledger.Place.HELD;
import static dev.waystation.ledger.Place.ISSUANCE;
import static dev.waystation.ledger.Place.PENDING;
import static dev.waystation.ledger.Place.REDEMPTION;
import static dev.waystation.ledger.Place.TRANSIT;
import static dev.waystation.ledger.Place.WRITTEN_OFF;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One owner's account in one currency. Every command is decided completely before anything changes,
 * so a refusal leaves the account as it was. Not thread-safe: the caller is its single writer.
 *
 * <p>Days are epoch days in the programme's zone. A lot whose last day is before today counts
 * nowhere, whether or not {@link #expireFirstLapsed} has run; nor does any lot of an account whose
 * owner was away for too long ({@link #activeUntil}).
 */
public final class Account {

    /** No account can hold more; far below overflow, far above any programme. */
    public static final long LIMIT = 1L << 53;

    private final Lots lots;
    private final Map<UUID, Hold> holds = new HashMap<>();
    private final Map<UUID, Promise> promises = new HashMap<>();
    private long available;
    private long held;
    private long pending;
    private long debt;
    private long entries;
    private int activeUntil = LotKey.NEVER;

    /** An account nobody has posted to. */
    public Account() {
        this(new Lots());
    }

    private Account(Lots lots) {
        this.lots = lots;
    }

    /**
     * An account as it was journalled.
     *
     * @param entries number of its last entry
     * @param debt what the owner owes, positive
     * @param highestLot number of the newest lot, even when it is not among {@code openLots}
     * @param openLots every lot that has value or can still be credited
     * @param knownHolds open holds with what they froze, closed ones without
     * @param knownPromises open promises with what is left of them, settled ones with 0
     */
    public static Account restore(
            long entries,
            long debt,
            long highestLot,
            List<Lot> openLots,
            List<Hold> knownHolds,
            List<Promise> knownPromises) {
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
        for (Promise promise : knownPromises) {
            account.promises.put(promise.id(), promise);
            account.pending += promise.amount();
        }
        return account;
    }

    /** The same account on its own, to go back to when one of several commands is refused. */
    public Account copy() {
        Account copy = new Account(lots.copy());
        copy.holds.putAll(holds);
        copy.promises.putAll(promises);
        copy.available = available;
        copy.held = held;
        copy.pending = pending;
        copy.debt = debt;
        copy.entries = entries;
        copy.activeUntil = activeUntil;
        return copy;
    }

    /** Adds value; a debt is repaid first. */
    public Decision credit(long amount, LotKey key, int today) {
        Decision.@Nullable Refused refused = cannotTake(amount, key, today);
        if (refused != null) {
            return refused;
        }
        return land(draft(CREDIT, amount).post(ISSUANCE, -amount), amount, key);
    }

    /** Earns value that comes true later, by {@link #activate}, or not, by {@link #cancel}. */
    public Decision promise(UUID id, long amount) {
        if (amount <= 0) {
            return notPositive(amount);
        }
        if (promises.containsKey(id)) {
            return new Decision.Refused(LedgerRefusal.PROMISE_EXISTS_ALREADY, amount, 0);
        }
        if (amount > LIMIT - pending) {
            return new Decision.Refused(
                    LedgerRefusal.BALANCE_WOULD_OVERFLOW, amount, LIMIT - pending);
        }
        promises.put(id, new Promise(id, amount));
        return draft(PROMISE, amount).post(ISSUANCE, -amount).post(PENDING, amount).close();
    }

    /** A promise comes true: what is left of it lands in a lot, after repaying a debt. */
    public Decision activate(UUID id, LotKey key, int today) {
        Promise promise = promises.get(id);
        if (promise == null || promise.settled()) {
            return notPromised(promise, 0);
        }
        long amount = promise.amount();
        Decision.@Nullable Refused refused = cannotTake(amount, key, today);
        if (refused != null) {
            return refused;
        }
        promises.put(id, new Promise(id, 0));
        return land(draft(ACTIVATION, amount).post(PENDING, -amount), amount, key);
    }

    /** Part or all of a promise does not come true. */
    public Decision cancel(UUID id, long amount) {
        if (amount <= 0) {
            return notPositive(amount);
        }
        Promise promise = promises.get(id);
        if (promise == null || promise.settled()) {
            return notPromised(promise, amount);
        }
        long left = promise.amount() - amount;
        if (left < 0) {
            return new Decision.Refused(
                    LedgerRefusal.CANCELLATION_EXCEEDS_PROMISE, amount, promise.amount());
        }
        promises.put(id, new Promise(id, left));
        return draft(CANCELLATION, amount).post(PENDING, -amount).post(ISSUANCE, amount).close();
    }

    /** Takes value out of the soonest-expiring lots. */
    public Decision spend(long amount, int today) {
        return takeOut(SPEND, REDEMPTION, amount, today);
    }

    /** The operator takes value away, with a reason that the caller keeps. */
    public Decision deduct(long amount, int today) {
        return takeOut(DEDUCTION, ISSUANCE, amount, today);
    }

    /** Sends value to another owner, out of the soonest-expiring lots. */
    public Decision transferOut(long amount, int today) {
        return takeOut(TRANSFER_OUT, TRANSIT, amount, today);
    }

    /** Takes in what another owner sent: every lot keeps its last day, funder and source. */
    public Decision transferIn(List<Allocation> parts) {
        long amount = sum(parts);
        if (amount <= 0) {
            return notPositive(amount);
        }
        long room = LIMIT - available - held;
        if (amount > room) {
            return new Decision.Refused(LedgerRefusal.BALANCE_WOULD_OVERFLOW, amount, room);
        }
        Draft draft = draft(TRANSFER_IN, amount).post(TRANSIT, -amount).post(AVAILABLE, amount);
        for (Allocation part : parts) {
            draft.put(part.key(), part.amount(), false);
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
        List<Allocation> frozen = lots.oldestFirst(amount, day(today));
        Draft draft = draft(HOLD, amount).post(AVAILABLE, -amount).post(HELD, amount);
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
        Draft draft =
                draft(CAPTURE, amount)
                        .post(HELD, -hold.amount())
                        .post(REDEMPTION, amount)
                        .post(AVAILABLE, hold.amount() - amount);
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
                draft(RELEASE, hold.amount())
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
        List<Allocation> lapsed = lots.firstLapsed(day(today));
        long amount = sum(lapsed);
        if (amount == 0) {
            return new Decision.Refused(LedgerRefusal.NOTHING_LAPSED, 0, 0);
        }
        return draft(EXPIRY, amount)
                .post(AVAILABLE, -amount)
                .post(BREAKAGE, amount)
                .take(lapsed)
                .close();
    }

    /** Puts an expired amount back, usable up to a day; the caller lets this happen once. */
    public Decision reinstate(List<Allocation> expired, int lastDay, int today) {
        long amount = sum(expired);
        if (amount == 0) {
            return new Decision.Refused(LedgerRefusal.NOTHING_TO_REINSTATE, 0, 0);
        }
        if (lastDay < today) {
            return new Decision.Refused(LedgerRefusal.LOT_HAS_LAPSED, amount, 0);
        }
        Draft draft = draft(REINSTATEMENT, amount).post(BREAKAGE, -amount).post(AVAILABLE, amount);
        for (Allocation part : expired) {
            draft.put(part.key().lastingUntil(lastDay), part.amount(), false);
        }
        return draft.close();
    }

    /** Gives what is free in the lots of one last day another one; frozen value stays. */
    public Decision moveLastDay(int from, int to, int today) {
        List<Allocation> moving = to < today || from == to ? List.of() : lots.endingOn(from);
        long amount = sum(moving);
        if (amount == 0) {
            return new Decision.Refused(LedgerRefusal.NOTHING_TO_MOVE, 0, 0);
        }
        Draft draft = draft(MOVE, amount).take(moving);
        for (Allocation part : moving) {
            draft.put(part.key().lastingUntil(to), part.amount(), false);
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
        Draft draft = draft(RETURN, amount).post(REDEMPTION, -amount);
        for (Allocation part : outlay.giveBack(amount)) {
            comeHome(draft, part, today, lapsed);
        }
        return draft.close();
    }

    /**
     * Takes back an earn: from its own lot, then from the others, then by debt as far as {@code
     * mode} allows. The entry's amount says how much was taken.
     */
    public Decision takeBack(Earned earned, long amount, int today, TakeBack mode) {
        if (amount <= 0) {
            return notPositive(amount);
        }
        if (amount > earned.outstanding()) {
            return new Decision.Refused(
                    LedgerRefusal.TAKE_BACK_EXCEEDS_EARN, amount, earned.outstanding());
        }
        long taken = mode instanceof TakeBack.PendingOnly ? 0 : Math.min(amount, spendable(today));
        long owed =
                mode instanceof TakeBack.DebtUpTo(long limit)
                        ? Math.clamp(limit - debt, 0, amount - taken)
                        : 0;
        if (taken + owed == 0) {
            return new Decision.Refused(LedgerRefusal.NOTHING_TO_TAKE_BACK, amount, 0);
        }
        earned.askedBack(amount);
        Draft draft =
                draft(REVERSAL, taken + owed)
                        .post(ISSUANCE, taken + owed)
                        .post(AVAILABLE, -taken)
                        .post(DEBT, -owed);
        List<Allocation> own = lots.ofKey(earned.into(), taken, day(today));
        draft.take(own);
        draft.take(lots.oldestFirst(taken - sum(own), day(today)));
        return draft.close();
    }

    /** Undoes a reversal: lots and debt stand as if it had not been. The caller lets it once. */
    public Decision restore(Reversed reversed, int today, Lapsed lapsed) {
        long forgiven = Math.min(reversed.owed(), debt);
        long repaidSince = reversed.owed() - forgiven;
        long amount = sum(reversed.taken()) + reversed.owed();
        Draft draft = draft(RESTORATION, amount).post(ISSUANCE, -amount).post(DEBT, forgiven);
        for (Allocation part : reversed.taken()) {
            comeHome(draft, part, today, lapsed);
        }
        if (repaidSince > 0) {
            comeHome(draft, new Allocation(0, reversed.into(), repaidSince), today, lapsed);
        }
        return draft.close();
    }

    /** Forgives debt. */
    public Decision writeOff(long amount) {
        if (amount <= 0) {
            return notPositive(amount);
        }
        if (amount > debt) {
            return new Decision.Refused(LedgerRefusal.WRITE_OFF_EXCEEDS_DEBT, amount, debt);
        }
        return draft(WRITE_OFF, amount).post(DEBT, amount).post(WRITTEN_OFF, -amount).close();
    }

    /** What can be spent today. */
    public long spendable(int today) {
        return lots.free(day(today));
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

    /** What is promised and has not come true. */
    public long pending() {
        return pending;
    }

    /** What the owner owes, positive. */
    public long debt() {
        return debt;
    }

    /** Number of the last entry; 0 before the first. */
    public long entries() {
        return entries;
    }

    /** The last day on which the account counts as in use; its lots end with it. */
    public int activeUntil() {
        return activeUntil;
    }

    /** Whether the owner was away for so long that everything left has ended. */
    public boolean asleep(int today) {
        return activeUntil < today;
    }

    /** The owner did something; where the programme ends points by inactivity, they live on. */
    public void activeUntil(int day) {
        activeUntil = day;
    }

    /** The lots in the order in which a spend takes them. */
    public List<Lot> lots() {
        return lots.all();
    }

    public @Nullable Hold hold(UUID id) {
        return holds.get(id);
    }

    public @Nullable Promise promise(UUID id) {
        return promises.get(id);
    }

    void apply(Entry entry) {
        entries++;
        available += entry.change(AVAILABLE);
        held += entry.change(HELD);
        pending += entry.change(PENDING);
        debt -= entry.change(DEBT);
    }

    private Draft draft(EntryKind kind, long amount) {
        return new Draft(this, lots, kind, amount);
    }

    /** The day by which lots are judged: after everything once the owner was away too long. */
    private int day(int today) {
        return asleep(today) ? LotKey.NEVER + 1 : today;
    }

    private Decision takeOut(EntryKind kind, Place to, long amount, int today) {
        Decision.@Nullable Refused refused = tooLow(amount, today);
        if (refused != null) {
            return refused;
        }
        return draft(kind, amount)
                .post(AVAILABLE, -amount)
                .post(to, amount)
                .take(lots.oldestFirst(amount, day(today)))
                .close();
    }

    private Decision land(Draft draft, long amount, LotKey key) {
        long repaid = Math.min(debt, amount);
        draft.post(DEBT, repaid).post(AVAILABLE, amount - repaid);
        if (amount > repaid) {
            draft.put(key, amount - repaid, false);
        }
        return draft.close();
    }

    private void comeHome(Draft draft, Allocation part, int today, Lapsed lapsed) {
        boolean tooLate = part.key().lapsedOn(today);
        switch (lapsed) {
            case Lapsed.Forfeit _ when tooLate -> draft.post(BREAKAGE, part.amount());
            case Lapsed.UsableUntil(int lastDay) when tooLate -> {
                draft.put(part.key().lastingUntil(lastDay), part.amount(), false);
                draft.post(AVAILABLE, part.amount());
            }
            case Lapsed.Forfeit _, Lapsed.UsableUntil _ -> {
                draft.put(part.key(), part.amount(), true);
                draft.post(AVAILABLE, part.amount());
            }
        }
    }

    private Decision.@Nullable Refused cannotTake(long amount, LotKey key, int today) {
        if (amount <= 0) {
            return notPositive(amount);
        }
        if (key.lapsedOn(today)) {
            return new Decision.Refused(LedgerRefusal.LOT_HAS_LAPSED, amount, 0);
        }
        long room = LIMIT - available - held;
        return amount > room
                ? new Decision.Refused(LedgerRefusal.BALANCE_WOULD_OVERFLOW, amount, room)
                : null;
    }

    private Decision.@Nullable Refused tooLow(long amount, int today) {
        if (amount <= 0) {
            return notPositive(amount);
        }
        long spendable = spendable(today);
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

    private static Decision notPromised(@Nullable Promise promise, long amount) {
        return new Decision.Refused(
                promise == null
                        ? LedgerRefusal.PROMISE_IS_UNKNOWN
                        : LedgerRefusal.PROMISE_IS_SETTLED,
                amount,
                0);
    }

    private static Decision.Refused notPositive(long amount) {
        return new Decision.Refused(LedgerRefusal.AMOUNT_IS_NOT_POSITIVE, amount, 1);
    }

    private static long sum(List<Allocation> parts) {
        return parts.stream().mapToLong(Allocation::amount).sum();
    }
}
