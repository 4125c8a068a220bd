package dev.waystation.platform.selling.inventory.model;

import dev.waystation.platform.selling.catalogue.RunId;
import dev.waystation.platform.selling.inventory.HoldRequest;
import dev.waystation.platform.selling.inventory.InventoryRefusal;
import dev.waystation.platform.selling.inventory.model.Decision.Change;
import dev.waystation.release.Finding;
import dev.waystation.release.LimitSet;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * All claims on one run and the rules for them. Deciding changes the state and writes down what was
 * decided; replaying the written decisions from empty gives the same state.
 */
public final class RunBook {

    private final RunLayout layout;
    private final Map<String, ClassSeats> classes = new HashMap<>();
    private final Map<UUID, Claim> claims = new HashMap<>();
    private final Set<String> steps = new HashSet<>();
    private final Map<String, LimitSet> limits = new HashMap<>();
    private long sequence;

    public RunBook(RunLayout layout) {
        this.layout = layout;
        layout.classes()
                .forEach((code, seats) -> classes.put(code, new ClassSeats(layout.route(), seats)));
    }

    /** Goes on from a state written down before; the lines after it are replayed on top. */
    public static RunBook from(RunLayout layout, RunState state) {
        RunBook book = new RunBook(layout);
        book.sequence = state.sequence();
        book.steps.addAll(state.steps());
        state.limits().forEach(book::apply);
        state.claims().forEach(book::put);
        return book;
    }

    public RunState state() {
        return new RunState(sequence, List.copyOf(claims.values()), steps, limits);
    }

    public RunId run() {
        return layout.run();
    }

    public long sequence() {
        return sequence;
    }

    /** Decides a command; a change goes to the journal, a refusal or a repetition does not. */
    public Ruling decide(SeatCommand command, Consumer<Decision> journal) {
        return switch (command) {
            case SeatCommand.Load _, SeatCommand.Forget _ -> new Ruling.Done();
            case SeatCommand.Hold hold -> hold(hold.request(), hold.now(), journal);
            case SeatCommand.Confirm confirm -> confirm(confirm.holdRef(), confirm.now(), journal);
            case SeatCommand.Release release -> release(release, journal);
            case SeatCommand.ReleaseSeat release -> releaseSeat(release, journal);
            case SeatCommand.Expire expire -> expire(expire.holdRef(), expire.now(), journal);
            case SeatCommand.Limit limit -> limit(limit, journal);
        };
    }

    private Ruling hold(HoldRequest request, Instant now, Consumer<Decision> journal) {
        Claim known = claims.get(request.holdRef());
        if (known != null) {
            return repeated(known);
        }
        ClassSeats seats = classes.get(request.seatClass());
        if (seats == null || request.toCall() >= layout.callCount()) {
            return new Ruling.Refused(InventoryRefusal.UNKNOWN_RUN, null, request.partySize());
        }
        if (!now.isBefore(layout.departures().get(request.fromCall()))) {
            return new Ruling.Refused(InventoryRefusal.RUN_HAS_DEPARTED, null, request.partySize());
        }
        Claim wish = Claim.wish(request);
        Claim claim = seats.refusal(wish) == null ? seats.sell(wish) : null;
        if (claim == null) {
            return refusal(seats, wish);
        }
        write(claim, "", now, journal);
        return seated(seats, claim, false);
    }

    private Ruling repeated(Claim known) {
        return switch (known.state()) {
            case HELD, CONFIRMED -> seated(seatsOf(known), known, false);
            case EXPIRED ->
                    new Ruling.Refused(InventoryRefusal.HOLD_HAS_EXPIRED, null, known.seatCount());
            case RELEASED ->
                    new Ruling.Refused(InventoryRefusal.HOLD_WAS_RELEASED, null, known.seatCount());
        };
    }

    private Ruling confirm(UUID holdRef, Instant now, Consumer<Decision> journal) {
        Claim claim = claims.get(holdRef);
        if (claim == null) {
            return new Ruling.Refused(InventoryRefusal.UNKNOWN_HOLD, null, 0);
        }
        ClassSeats seats = seatsOf(claim);
        return switch (claim.state()) {
            case CONFIRMED -> seated(seats, claim, false);
            case HELD -> {
                seats.settle(claim);
                Claim sold = claim.in(ClaimState.CONFIRMED);
                write(sold, "", now, journal);
                yield seated(seats, sold, false);
            }
            case EXPIRED -> retake(seats, claim.in(ClaimState.CONFIRMED), now, journal);
            case RELEASED ->
                    new Ruling.Refused(InventoryRefusal.HOLD_WAS_RELEASED, null, claim.seatCount());
        };
    }

    /** Paid too late: the same seats if they are still free, else any, else a reason. */
    private Ruling retake(ClassSeats seats, Claim late, Instant now, Consumer<Decision> journal) {
        if (seats.refusal(late) != null) {
            return refusal(seats, late);
        }
        Claim again;
        if (seats.allFree(late)) {
            seats.take(late);
            again = late;
        } else {
            again = seats.sell(late);
        }
        if (again == null) {
            return refusal(seats, late);
        }
        write(again, "paid late", now, journal);
        return seated(seats, again, true);
    }

    private Ruling release(SeatCommand.Release release, Consumer<Decision> journal) {
        Claim claim = claims.get(release.holdRef());
        if (claim == null || claim.state() == ClaimState.EXPIRED) {
            return new Ruling.Freed(0, false);
        }
        if (claim.state().occupiesSeats()) {
            seatsOf(claim).giveBack(claim);
            write(claim.in(ClaimState.RELEASED), release.cause(), release.now(), journal);
        }
        return new Ruling.Freed(claim.seatCount(), true);
    }

    private Ruling releaseSeat(SeatCommand.ReleaseSeat release, Consumer<Decision> journal) {
        Claim claim = claims.get(release.holdRef());
        int passenger =
                claim == null || !claim.state().occupiesSeats()
                        ? -1
                        : seatsOf(claim).labels(claim).indexOf(release.seat());
        if (claim == null || passenger < 0) {
            return new Ruling.Freed(0, false);
        }
        seatsOf(claim).giveBack(claim.only(passenger));
        if (claim.seatCount() == 1) {
            write(claim.in(ClaimState.RELEASED), release.cause(), release.now(), journal);
        } else {
            write(claim.without(passenger), 1, release.cause(), release.now(), journal);
        }
        return new Ruling.Freed(1, true);
    }

    private Ruling expire(UUID holdRef, Instant now, Consumer<Decision> journal) {
        Claim claim = claims.get(holdRef);
        if (claim != null && claim.state() == ClaimState.HELD && !now.isBefore(claim.expiresAt())) {
            seatsOf(claim).giveBack(claim);
            write(claim.in(ClaimState.EXPIRED), "deadline passed", now, journal);
        }
        return new Ruling.Done();
    }

    private Ruling limit(SeatCommand.Limit limit, Consumer<Decision> journal) {
        ClassSeats seats = classes.get(limit.seatClass());
        String key = limit.seatClass() + " " + limit.stepKey();
        if (seats != null && steps.add(key)) {
            apply(limit.seatClass(), limit.limits());
            sequence++;
            journal.accept(
                    new Decision(
                            layout.run(),
                            sequence,
                            limit.now(),
                            new Change.Limited(
                                    limit.seatClass(), limit.stepKey(), limit.limits())));
        }
        return new Ruling.Done();
    }

    /** Repeats a written decision. */
    public void replay(Decision decision) {
        if (decision.sequence() != sequence + 1) {
            throw new IllegalStateException(
                    "journal of run %d jumps from %d to %d"
                            .formatted(layout.run().value(), sequence, decision.sequence()));
        }
        sequence = decision.sequence();
        switch (decision.change()) {
            case Change.Claimed claimed -> put(claimed.claim());
            case Change.Limited limited -> {
                steps.add(limited.seatClass() + " " + limited.stepKey());
                apply(limited.seatClass(), limited.limits());
            }
        }
    }

    private void apply(String seatClass, LimitSet limitSet) {
        limits.put(seatClass, limitSet);
        seatsOf(seatClass).apply(limitSet);
    }

    private void put(Claim claim) {
        Claim before = claims.put(claim.holdRef(), claim);
        if (before != null && before.state().occupiesSeats()) {
            seatsOf(before).giveBack(before);
        }
        if (claim.state().occupiesSeats()) {
            seatsOf(claim).take(claim);
        }
    }

    public RunView view() {
        Map<String, ClassView> views = new HashMap<>();
        classes.forEach((code, seats) -> views.put(code, seats.view()));
        return new RunView(layout, sequence, views);
    }

    /** Equal for equal states: a replay must give the same digest. */
    public long digest() {
        long digest = 31 * (31 * sequence + steps.hashCode()) + limits.hashCode();
        for (Claim claim : claims.values()) {
            digest += claim.toString().hashCode();
        }
        for (String code : classes.keySet().stream().sorted().toList()) {
            digest = 31 * digest + seatsOf(code).digest();
        }
        return digest;
    }

    /** Whether every kept counter equals a recount. */
    public boolean countsAreExact() {
        return classes.values().stream().allMatch(ClassSeats::countsAreExact);
    }

    public List<Claim> claims() {
        return List.copyOf(claims.values());
    }

    /** The first passenger who would get no seat even alone names the cause. */
    private Ruling refusal(ClassSeats seats, Claim wish) {
        int party = wish.groups().size();
        for (int passenger = 0; passenger < party; passenger++) {
            Finding alone = seats.explain(wish.product(passenger));
            if (alone.count() == 0) {
                return new Ruling.Refused(RefusalCodes.of(alone.cause()), alone, party);
            }
        }
        return new Ruling.Refused(
                InventoryRefusal.MORE_PASSENGERS_THAN_SEATS, seats.explain(wish.product(0)), party);
    }

    private void write(Claim claim, String cause, Instant now, Consumer<Decision> journal) {
        write(claim, 0, cause, now, journal);
    }

    private void write(
            Claim claim, int freed, String cause, Instant now, Consumer<Decision> journal) {
        claims.put(claim.holdRef(), claim);
        sequence++;
        journal.accept(
                new Decision(layout.run(), sequence, now, new Change.Claimed(claim, freed, cause)));
    }

    private Ruling seated(ClassSeats seats, Claim claim, boolean retaken) {
        return new Ruling.Seated(seats.labels(claim), claim.expiresAt(), retaken);
    }

    private ClassSeats seatsOf(Claim claim) {
        return seatsOf(claim.seatClass());
    }

    private ClassSeats seatsOf(String seatClass) {
        ClassSeats seats = classes.get(seatClass);
        if (seats == null) {
            throw new IllegalStateException(
                    "run %d has no class %s any more".formatted(layout.run().value(), seatClass));
        }
        return seats;
    }
}
