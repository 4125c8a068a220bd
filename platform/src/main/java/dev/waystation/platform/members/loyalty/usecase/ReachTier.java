package dev.waystation.platform.members.loyalty.usecase;

import dev.waystation.platform.members.loyalty.model.Club;
import dev.waystation.platform.members.loyalty.model.Club.Level;
import dev.waystation.platform.members.loyalty.model.Standing;
import dev.waystation.platform.members.loyalty.store.ReviewStore;
import dev.waystation.platform.members.loyalty.store.TierStore;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves a member up the moment a higher tier is reached, in every club of a programme. Down is a
 * matter of reviews, except where a club says otherwise.
 */
@Service
public class ReachTier {

    private final Programmes programmes;
    private final ClubRoom room;
    private final TierStore tiers;
    private final ReviewStore reviews;
    private final ChangeTier change;

    ReachTier(
            Programmes programmes,
            ClubRoom room,
            TierStore tiers,
            ReviewStore reviews,
            ChangeTier change) {
        this.programmes = programmes;
        this.room = room;
        this.tiers = tiers;
        this.reviews = reviews;
        this.change = change;
    }

    @Transactional
    public void handle(long memberId, String programme) {
        tiers.lock(memberId);
        for (Club club : programmes.of(programme).clubs()) {
            look(memberId, club);
        }
    }

    private void look(long memberId, Club club) {
        Level current = room.earnedSoFar(memberId, club);
        Standing standing = room.standing(memberId, club, room.today());
        Level earned = standing.earned();
        Optional<ReviewStore.Review> planned = reviews.find(memberId, club.code());
        boolean inGrace = planned.map(ReviewStore.Review::inGrace).orElse(false);
        if (earned.rank() > current.rank() && club.policy().upgrade() == Club.Upgrade.AT_ONCE) {
            move(memberId, club, current, earned, "reached", standing);
        } else if (earned.rank() > current.rank() && planned.isEmpty()) {
            room.planRise(memberId, club);
        } else if (inGrace && earned.rank() >= current.rank()) {
            move(memberId, club, current, current, "kept", standing);
        } else if (earned.rank() < current.rank()
                && club.policy().review() == Club.Review.AT_ONCE) {
            move(memberId, club, current, earned, "fell", standing);
        }
    }

    private void move(
            long memberId, Club club, Level from, Level to, String cause, Standing standing) {
        change.to(memberId, club, from, to, cause, standing, room.now());
        room.plan(memberId, club, to, room.today());
    }
}
