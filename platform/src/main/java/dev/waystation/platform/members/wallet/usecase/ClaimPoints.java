package dev.waystation.platform.members.wallet.usecase;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.members.wallet.model.ClaimRule;
import dev.waystation.platform.members.wallet.store.ClaimStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A member misses points for a trip: in time, with evidence, and not twice. */
@Service
public class ClaimPoints {

    /** Which trip, and what shows that it was taken. */
    public record Command(long memberId, String order, LocalDate tripOn, String evidence) {
        public Command {
            int length = order.strip().length();
            Malformed.require(
                    length >= 3 && length <= 64, "order", order, "give the order or ticket number");
            int words = evidence.strip().length();
            Malformed.require(
                    words >= 4 && words <= 1000,
                    "evidence",
                    evidence,
                    "say in 4 to 1000 characters what shows the trip");
            order = order.strip();
        }
    }

    /** In the queue, or why not. */
    public sealed interface Outcome {
        record Queued(long id) implements Outcome {}

        record TooLate(LocalDate until) implements Outcome {}

        /** The points may still be on their way. */
        record TooEarly(LocalDate from) implements Outcome {}

        record NotTravelledYet() implements Outcome {}

        record ClaimedAlready() implements Outcome {}

        record CreditedAlready() implements Outcome {}
    }

    private final ClaimStore claims;
    private final Clock clock;
    private final ClaimTerms terms;

    ClaimPoints(ClaimStore claims, ClaimTerms terms, Clock clock) {
        this.claims = claims;
        this.terms = terms;
        this.clock = clock;
    }

    @Transactional
    public Outcome handle(Command command) {
        LocalDate today = LocalDate.now(clock);
        ClaimRule rule = terms.now();
        LocalDate from = command.tripOn().plusDays(rule.fromDays());
        LocalDate until = command.tripOn().plusDays(rule.days());
        if (command.tripOn().isAfter(today)) {
            return new Outcome.NotTravelledYet();
        }
        if (today.isAfter(until)) {
            return new Outcome.TooLate(until);
        }
        if (today.isBefore(from)) {
            return new Outcome.TooEarly(from);
        }
        if (claims.credited(command.memberId(), command.order())) {
            return new Outcome.CreditedAlready();
        }
        Optional<Long> id =
                claims.ask(
                        command.memberId(),
                        command.order(),
                        command.tripOn(),
                        command.evidence().strip(),
                        clock.instant());
        return id.<Outcome>map(Outcome.Queued::new).orElseGet(Outcome.ClaimedAlready::new);
    }
}
