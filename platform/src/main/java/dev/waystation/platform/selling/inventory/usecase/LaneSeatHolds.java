package dev.waystation.platform.selling.inventory.usecase;

import dev.waystation.platform.selling.catalogue.RunId;
import dev.waystation.platform.selling.inventory.ConfirmOutcome;
import dev.waystation.platform.selling.inventory.HoldOutcome;
import dev.waystation.platform.selling.inventory.HoldRequest;
import dev.waystation.platform.selling.inventory.InventoryRefusal;
import dev.waystation.platform.selling.inventory.ReleaseOutcome;
import dev.waystation.platform.selling.inventory.SeatHolds;
import dev.waystation.platform.selling.inventory.SeatLabel;
import dev.waystation.platform.selling.inventory.model.Ruling;
import dev.waystation.platform.selling.inventory.model.RunLayout;
import dev.waystation.platform.selling.inventory.model.SeatCommand;
import dev.waystation.platform.selling.inventory.store.Holds;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Service;

/** Holds seats through the lane of their run. */
@Service
class LaneSeatHolds implements SeatHolds {

    private final SeatLanes lanes;
    private final RunLayouts layouts;
    private final Holds holds;
    private final SeatExplanations explanations;
    private final Clock clock;

    LaneSeatHolds(
            SeatLanes lanes,
            RunLayouts layouts,
            Holds holds,
            SeatExplanations explanations,
            Clock clock) {
        this.lanes = lanes;
        this.layouts = layouts;
        this.holds = holds;
        this.explanations = explanations;
        this.clock = clock;
    }

    @Override
    public HoldOutcome hold(HoldRequest request) {
        Optional<RunLayout> layout = layouts.of(request.run());
        if (layout.isEmpty()) {
            return new HoldOutcome.Refused(
                    InventoryRefusal.UNKNOWN_RUN,
                    explanations.of(InventoryRefusal.UNKNOWN_RUN, null, request.partySize()));
        }
        return switch (lanes.ask(new SeatCommand.Hold(layout.get(), request, clock.instant()))) {
            case Ruling.Seated seated ->
                    new HoldOutcome.Held(request.holdRef(), seated.seats(), seated.expiresAt());
            case Ruling.Refused refused ->
                    new HoldOutcome.Refused(refused.code(), explanations.of(refused));
            case Ruling.Freed _, Ruling.Done _ -> throw unexpected(request.holdRef());
        };
    }

    @Override
    public ConfirmOutcome confirm(UUID holdRef) {
        Optional<RunLayout> layout = layoutOf(holdRef);
        if (layout.isEmpty()) {
            return new ConfirmOutcome.Refused(
                    InventoryRefusal.UNKNOWN_HOLD,
                    explanations.of(InventoryRefusal.UNKNOWN_HOLD, null, 0));
        }
        return switch (lanes.ask(new SeatCommand.Confirm(layout.get(), holdRef, clock.instant()))) {
            case Ruling.Seated seated ->
                    new ConfirmOutcome.Confirmed(holdRef, seated.seats(), seated.retaken());
            case Ruling.Refused refused ->
                    new ConfirmOutcome.Refused(refused.code(), explanations.of(refused));
            case Ruling.Freed _, Ruling.Done _ -> throw unexpected(holdRef);
        };
    }

    @Override
    public ReleaseOutcome release(UUID holdRef, String cause) {
        return freed(
                holdRef,
                layout -> new SeatCommand.Release(layout, holdRef, cause, clock.instant()));
    }

    @Override
    public ReleaseOutcome releaseSeat(UUID holdRef, SeatLabel seat, String cause) {
        return freed(
                holdRef,
                layout ->
                        new SeatCommand.ReleaseSeat(layout, holdRef, seat, cause, clock.instant()));
    }

    private ReleaseOutcome freed(UUID holdRef, Function<RunLayout, SeatCommand> command) {
        Optional<RunLayout> layout = layoutOf(holdRef);
        if (layout.isEmpty()) {
            return new ReleaseOutcome.NothingHeld(holdRef);
        }
        return switch (lanes.ask(command.apply(layout.get()))) {
            case Ruling.Freed freed ->
                    freed.known()
                            ? new ReleaseOutcome.Released(holdRef, freed.seatCount())
                            : new ReleaseOutcome.NothingHeld(holdRef);
            case Ruling.Seated _, Ruling.Refused _, Ruling.Done _ -> throw unexpected(holdRef);
        };
    }

    /** Frees the seats of every hold whose deadline has passed; returns how many were looked at. */
    int expireOverdue(int most) {
        List<Holds.Overdue> overdue = holds.overdue(clock.instant(), most);
        List<java.util.concurrent.CompletableFuture<Ruling>> answers =
                overdue.stream()
                        .flatMap(hold ->
                                layouts.of(hold.run()).stream()
                                        .map(layout ->
                                                lanes.submit(
                                                        new SeatCommand.Expire(
                                                                layout,
                                                                hold.holdRef(),
                                                                clock.instant()))))
                        .toList();
        answers.forEach(java.util.concurrent.CompletableFuture::join);
        return overdue.size();
    }

    private Optional<RunLayout> layoutOf(UUID holdRef) {
        Optional<RunId> run = holds.runOf(holdRef);
        return run.flatMap(layouts::of);
    }

    private static IllegalStateException unexpected(UUID holdRef) {
        return new IllegalStateException("hold " + holdRef + " was answered as another command");
    }
}
