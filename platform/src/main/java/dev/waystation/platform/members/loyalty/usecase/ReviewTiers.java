package dev.waystation.platform.members.loyalty.usecase;

import dev.waystation.platform.members.loyalty.model.Club;
import dev.waystation.platform.members.loyalty.model.Club.Level;
import dev.waystation.platform.members.loyalty.model.Standing;
import dev.waystation.platform.members.loyalty.store.ReviewStore;
import dev.waystation.platform.members.loyalty.store.ReviewStore.Review;
import dev.waystation.platform.members.loyalty.store.TierStore;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks at the tiers that are due: kept, given days of grace, or brought down as softly as the club
 * says; and warns those who would fall, in time and with the exact gap.
 */
@Service
public class ReviewTiers {

    private final Programmes programmes;
    private final ClubRoom room;
    private final ReviewStore reviews;
    private final TierStore tiers;
    private final ChangeTier change;
    private final TellRisk tell;

    ReviewTiers(
            Programmes programmes,
            ClubRoom room,
            ReviewStore reviews,
            TierStore tiers,
            ChangeTier change,
            TellRisk tell) {
        this.programmes = programmes;
        this.room = room;
        this.reviews = reviews;
        this.tiers = tiers;
        this.change = change;
        this.tell = tell;
    }

    /** How many reviews and notices there were; run again while it answers the limit. */
    @Transactional
    public int handle(int limit) {
        LocalDate today = room.today();
        List<Review> due = reviews.due(today, limit);
        due.forEach(this::review);
        List<Review> notices = reviews.toNotice(today, limit);
        notices.forEach(tell::handle);
        return Math.max(due.size(), notices.size());
    }

    private void review(Review review) {
        Club club = programmes.club(review.club());
        long member = review.memberId();
        tiers.lock(member);
        Level current = room.earnedSoFar(member, club);
        Standing standing = room.atReview(member, club, review.dueOn());
        Level earned = standing.earned();
        if (earned.rank() >= current.rank()) {
            boolean higher = earned.rank() > current.rank();
            change.to(
                    member,
                    club,
                    current,
                    earned,
                    higher ? "reached" : "kept",
                    standing,
                    room.now());
            room.plan(member, club, earned, room.today());
        } else if (!review.inGrace() && club.policy().graceDays() > 0) {
            change.to(member, club, current, current, "grace", standing, room.now());
            LocalDate until = room.today().plusDays(club.policy().graceDays());
            reviews.set(new Review(member, review.club(), until, room.today(), true, true));
        } else {
            Level lower = landing(club, current, earned);
            change.to(member, club, current, lower, "fell", standing, room.now());
            room.plan(member, club, lower, room.today());
        }
    }

    private static Level landing(Club club, Level current, Level earned) {
        return switch (club.policy().downgrade()) {
            case TO_EARNED -> earned;
            case ONE_STEP ->
                    club.tiers().stream()
                            .filter(each -> each.rank() < current.rank())
                            .reduce((_, higher) -> higher)
                            .orElse(earned);
        };
    }
}
