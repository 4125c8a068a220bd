package dev.waystation.platform.selling.booking.usecase;

import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.selling.awards.AwardOutcome;
import dev.waystation.platform.selling.awards.AwardRefusal;
import dev.waystation.platform.selling.awards.AwardWish;
import dev.waystation.platform.selling.awards.Awards;
import dev.waystation.platform.selling.booking.Order;
import dev.waystation.platform.selling.booking.OrderPlacement;
import dev.waystation.platform.selling.booking.OrderRequest;
import dev.waystation.platform.selling.booking.model.Draft;
import dev.waystation.platform.selling.catalogue.RunId;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * Buys one award seat with points alone: the seat, the order and its payment in one step. The
 * points are set aside last; where anything refuses, nothing of the step stays.
 */
@Service
public class PlaceAward {

    private final DraftOrder drafts;
    private final Awards awards;
    private final AwardBook books;

    PlaceAward(DraftOrder drafts, Awards awards, AwardBook books) {
        this.drafts = drafts;
        this.awards = awards;
        this.books = books;
    }

    /** The answer. */
    public sealed interface Outcome {
        /** Its points are set aside and its ticket follows at once. */
        record Placed(Order order) implements Outcome {}

        /** The trip or the traveller stands against it. */
        record NotBookable(OrderPlacement.Refused why) implements Outcome {}

        record NoSeat(AwardRefusal code, Explanation why) implements Outcome {}

        record TooFewPoints(long needed, long possible) implements Outcome {}
    }

    @Transactional(propagation = Propagation.NESTED)
    public Outcome handle(OrderRequest request) {
        Malformed.require(
                request.travellerIds().size() == 1,
                "travellerIds",
                request.travellerIds().size(),
                "name one traveller; every award seat is an order of its own");
        Optional<Order> before = books.ofReference(request);
        if (before.isPresent()) {
            return new Outcome.Placed(before.get());
        }
        Outcome outcome =
                switch (drafts.draft(request)) {
                    case Draft.Refused no ->
                            new Outcome.NotBookable(
                                    new OrderPlacement.Refused(
                                            no.code(), no.values(), null, null, no.why()));
                    case Draft.Ready ready -> seat(request, ready);
                };
        if (!(outcome instanceof Outcome.Placed)) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        }
        return outcome;
    }

    private Outcome seat(OrderRequest request, Draft.Ready ready) {
        AwardWish wish =
                new AwardWish(
                        request.reference(),
                        request.memberId(),
                        new RunId(request.runId()),
                        request.fromCall(),
                        request.toCall(),
                        request.seatClass());
        return switch (awards.take(wish)) {
            case AwardOutcome.Refused(AwardRefusal code, Explanation why) ->
                    new Outcome.NoSeat(code, why);
            case AwardOutcome.Taken taken -> books.write(request, ready, taken);
        };
    }
}
