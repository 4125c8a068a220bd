package dev.waystation.platform.members.loyalty.web;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.members.loyalty.usecase.ReverseEarning;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Taking back what an event earned. */
@RestController
class ReversalPages {

    /** Which event, and why. */
    record EarningReversal(String reference, String reason) {}

    /** Points by currency: what went back, and what the member had spent and keeps. */
    record ReversedEarning(Map<String, Long> taken, Map<String, Long> kept) {}

    private final ReverseEarning reverse;

    ReversalPages(ReverseEarning reverse) {
        this.reverse = reverse;
    }

    @PostMapping("/v1/members/{id}/earning-reversals")
    @Permission("points.approve")
    ReversedEarning reverse(
            Caller caller, @PathVariable String id, @RequestBody EarningReversal body) {
        ReverseEarning.Command command =
                new ReverseEarning.Command(
                        PublicId.decode("mbr", id), body.reference(), body.reason(), caller.key());
        return switch (reverse.handle(command)) {
            case ReverseEarning.Outcome.Reversed(Map<String, Long> taken, Map<String, Long> kept) ->
                    new ReversedEarning(taken, kept);
            case ReverseEarning.Outcome.UnknownEvent _ ->
                    throw Refusal.of(
                            "EARNING_EVENT_IS_UNKNOWN",
                            HttpStatus.NOT_FOUND,
                            Map.of("reference", body.reference()));
            case ReverseEarning.Outcome.ReversedAlready _ ->
                    throw Refusal.of("EARNING_WAS_REVERSED", HttpStatus.CONFLICT);
            case ReverseEarning.Outcome.NotPostedYet _ ->
                    throw Refusal.of("EARNING_NOT_POSTED_YET", HttpStatus.CONFLICT);
        };
    }
}
