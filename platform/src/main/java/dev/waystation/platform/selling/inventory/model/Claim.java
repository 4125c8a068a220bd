package dev.waystation.platform.selling.inventory.model;

import dev.waystation.release.Product;
import java.time.Instant;
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

    public int seatCount() {
        return seats.size();
    }

    Claim in(ClaimState next) {
        return new Claim(
                holdRef, seatClass, fromCall, toCall, seats, groups, channel, next, expiresAt);
    }

    Claim seatedAt(List<Integer> otherSeats) {
        return new Claim(
                holdRef,
                seatClass,
                fromCall,
                toCall,
                otherSeats,
                groups,
                channel,
                state,
                expiresAt);
    }
}
