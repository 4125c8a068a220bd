package dev.waystation.platform.members.wallet.usecase;

import dev.waystation.platform.members.wallet.model.Claim;
import dev.waystation.platform.members.wallet.model.ClaimQueue;
import dev.waystation.platform.members.wallet.store.ClaimStore;
import dev.waystation.platform.members.wallet.store.ClaimTurns;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hands the next claim to somebody at the desk, and to nobody else for a while. */
@Service
public class TakeClaim {

    /** Long enough to look something up, short enough that a claim left open comes back today. */
    static final Duration TURN = Duration.ofMinutes(5);

    private static final Duration WEEK = Duration.ofDays(7);

    /** The claim in hand, if there is one, and how the desk stands. */
    public record Turn(Optional<Claim> claim, Instant until, ClaimQueue queue) {}

    private final ClaimTurns turns;
    private final ClaimStore claims;
    private final Clock clock;

    TakeClaim(ClaimTurns turns, ClaimStore claims, Clock clock) {
        this.turns = turns;
        this.claims = claims;
        this.clock = clock;
    }

    /**
     * @param passed those to be left for later; what this person held of them is free again
     */
    @Transactional
    public Turn handle(String who, List<Long> passed) {
        Instant now = clock.instant();
        Instant until = now.plus(TURN);
        Optional<Claim> claim = turns.take(who, passed, now, until).flatMap(claims::find);
        turns.free(who, claim.stream().map(Claim::id).toList());
        Instant today = LocalDate.now(clock).atStartOfDay(clock.getZone()).toInstant();
        return new Turn(claim, until, turns.queue(who, now, today, now.minus(WEEK)));
    }

    /** Gives everything back, as when the desk is closed. */
    @Transactional
    public void leave(String who) {
        turns.free(who, List.of());
    }
}
