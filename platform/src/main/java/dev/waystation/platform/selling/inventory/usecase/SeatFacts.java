package dev.waystation.platform.selling.inventory.usecase;

import dev.waystation.platform.foundation.facts.Fact;
import dev.waystation.platform.selling.inventory.facts.SeatsConfirmed;
import dev.waystation.platform.selling.inventory.facts.SeatsHeld;
import dev.waystation.platform.selling.inventory.facts.SeatsReleased;
import dev.waystation.platform.selling.inventory.model.Claim;
import dev.waystation.platform.selling.inventory.model.Decision;
import dev.waystation.platform.selling.inventory.model.Decision.Change;
import java.util.ArrayList;
import java.util.List;

/** What other modules hear of the decisions. */
final class SeatFacts {

    private SeatFacts() {}

    static List<Fact> of(List<Decision> decisions) {
        List<Fact> facts = new ArrayList<>();
        for (Decision decision : decisions) {
            if (decision.change() instanceof Change.Claimed claimed) {
                facts.add(of(decision, claimed));
            }
        }
        return facts;
    }

    private static Fact of(Decision decision, Change.Claimed claimed) {
        long run = decision.run().value();
        Claim claim = claimed.claim();
        if (claimed.seatsFreed() > 0) {
            return released(decision, claimed, claimed.seatsFreed());
        }
        return switch (claim.state()) {
            case HELD ->
                    new SeatsHeld(
                            claim.holdRef(),
                            run,
                            claim.seatClass(),
                            claim.fromCall(),
                            claim.toCall(),
                            claim.seatCount(),
                            claim.expiresAt(),
                            decision.decidedAt());
            case CONFIRMED ->
                    new SeatsConfirmed(
                            claim.holdRef(),
                            run,
                            claim.seatClass(),
                            claim.fromCall(),
                            claim.toCall(),
                            claim.seatCount(),
                            decision.decidedAt());
            case RELEASED, EXPIRED -> released(decision, claimed, claim.seatCount());
        };
    }

    private static SeatsReleased released(Decision decision, Change.Claimed claimed, int seats) {
        Claim claim = claimed.claim();
        return new SeatsReleased(
                claim.holdRef(),
                decision.run().value(),
                claim.seatClass(),
                claim.fromCall(),
                claim.toCall(),
                seats,
                claimed.cause(),
                decision.decidedAt());
    }
}
