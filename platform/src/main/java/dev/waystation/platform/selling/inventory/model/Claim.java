package dev.waystation.platform.selling.inventory.model;

import dev.waystation.platform.selling.inventory.HoldRequest;
import dev.waystation.release.Product;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Seats somebody has on legs of a run, by seat number within the class. */
public record Claim(
        UUID holdRef,
        String seatClass,
        int fromCall,
        int toCall,
        List<Integer> seats,
        List<String> groups,
        String channel,
        ClaimState state,
        Instant expiresAt) {

    public Claim {
        seats = List.copyOf(seats);
        groups = List.copyOf(groups);
    }

    Product product(int passenger) {
        return new Product(fromCall, toCall, groups.get(passenger), channel);
    }

    static Claim wish(HoldRequest request) {
        return new Claim(
                request.holdRef(),
                request.seatClass(),
                request.fromCall(),
                request.toCall(),
                List.of(),
                request.passengerGroups(),
                request.channel(),
                ClaimState.HELD,
                request.expiresAt().truncatedTo(ChronoUnit.MICROS));
    }

    public int seatCount() {
        return seats.size();
    }

    Claim in(ClaimState next) {
        return new Claim(
                holdRef, seatClass, fromCall, toCall, seats, groups, channel, next, expiresAt);
    }

    /** The share of one passenger. */
    Claim only(int passenger) {
        return of(List.of(seats.get(passenger)), List.of(groups.get(passenger)));
    }

    /** What the others keep. */
    Claim without(int passenger) {
        List<Integer> otherSeats = new ArrayList<>(seats);
        List<String> otherGroups = new ArrayList<>(groups);
        otherSeats.remove(/* index */ passenger);
        otherGroups.remove(passenger);
        return of(otherSeats, otherGroups);
    }

    Claim seatedAt(List<Integer> otherSeats) {
        return of(otherSeats, groups);
    }

    private Claim of(List<Integer> someSeats, List<String> someGroups) {
        return new Claim(
                holdRef,
                seatClass,
                fromCall,
                toCall,
                someSeats,
                someGroups,
                channel,
                state,
                expiresAt);
    }
}
