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
                facts.add(of(decision, claimed.claim(), claimed.cause()));
            }
        }
        return facts;
    }

    private static Fact of(Decision decision, Claim claim, String cause) {
        long run = decision.run().value();
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
            case RELEASED, EXPIRED ->
                    new SeatsReleased(
                            claim.holdRef(),
                            run,
                            claim.seatClass(),
                            claim.fromCall(),
                            claim.toCall(),
                            claim.seatCount(),
                            cause,
                            decision.decidedAt());
        };
    }
}
