package dev.waystation.platform.members.loyalty.usecase;

import dev.waystation.platform.foundation.edge.Explanations;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.members.loyalty.facts.TierAtRisk;
import dev.waystation.platform.members.loyalty.model.Club;
import dev.waystation.platform.members.loyalty.model.Club.Level;
import dev.waystation.platform.members.loyalty.model.Standing;
import dev.waystation.platform.members.loyalty.store.ReviewStore;
import dev.waystation.platform.members.loyalty.store.ReviewStore.Review;
import org.springframework.stereotype.Component;

/** Warns a member whose tier would fall at the review, once, with what is missing to keep it. */
@Component
class TellRisk {

    private final Programmes programmes;
    private final ClubRoom room;
    private final ReviewStore reviews;
    private final Explanations explanations;
    private final FactLog facts;

    TellRisk(
            Programmes programmes,
            ClubRoom room,
            ReviewStore reviews,
            Explanations explanations,
            FactLog facts) {
        this.programmes = programmes;
        this.room = room;
        this.reviews = reviews;
        this.explanations = explanations;
        this.facts = facts;
    }

    /** Joins the caller's transaction. */
    void handle(Review review) {
        Club club = programmes.club(review.club());
        Level current = room.earnedSoFar(review.memberId(), club);
        // What was done up to now, as the review will see it: what leaves the window by then is
        // gone.
        Standing standing = room.atReview(review.memberId(), club, review.dueOn());
        if (standing.earned().rank() < current.rank()) {
            Said name = current.name();
            String id =
                    explanations.keep(
                            review.memberId(),
                            standing.explain(
                                    current,
                                    new Said(
                                            "%s 复核%s，还差的如下。".formatted(review.dueOn(), name.zh()),
                                            "%s is reviewed on %s; this is still missing."
                                                    .formatted(name.en(), review.dueOn()))));
            facts.append(
                    new TierAtRisk(
                            review.memberId(),
                            review.club(),
                            current.code(),
                            standing.earned().code(),
                            review.dueOn(),
                            id,
                            room.now()));
        }
        reviews.set(
                new Review(
                        review.memberId(),
                        review.club(),
                        review.dueOn(),
                        review.noticeOn(),
                        true,
                        review.inGrace()));
    }
}
