package dev.waystation.platform.members.loyalty.usecase;

import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.loyalty.Tier;
import dev.waystation.platform.members.loyalty.Tiers;
import dev.waystation.platform.members.loyalty.model.Club;
import dev.waystation.platform.members.loyalty.model.Club.Level;
import dev.waystation.platform.members.loyalty.model.Standing;
import dev.waystation.platform.members.loyalty.store.ReviewStore;
import dev.waystation.platform.members.loyalty.store.TierStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A member's tiers: since when and why, what the next one takes, what the next review will say. */
@Service
public class ShowTier implements Tiers {

    /** The tier above the present one; {@code any} when one of the gaps is enough. */
    public record Next(String code, Said name, boolean any, List<Standing.Gap> gaps) {}

    /**
     * The next review.
     *
     * @param wouldBe the tier if nothing more is done until then
     * @param gaps what is missing to keep the present tier, as the review will see it
     */
    public record Outlook(
            LocalDate on,
            boolean inGrace,
            String wouldBe,
            Said wouldBeName,
            List<Standing.Gap> gaps) {}

    /** A member's tier in one club and what it rests on today. */
    public record View(
            String club,
            Said clubName,
            String code,
            int rank,
            Said name,
            List<Said> benefits,
            String cause,
            @Nullable Instant since,
            @Nullable Instant until,
            Explanation why,
            @Nullable Next next,
            @Nullable Outlook review) {}

    /** A stretch in a tier; {@code why} is the id of the reasons. */
    public record Past(
            String layer,
            String code,
            Said name,
            Instant from,
            @Nullable Instant until,
            String cause,
            @Nullable String why) {}

    private final Programmes programmes;
    private final TierStore store;
    private final ReviewStore reviews;
    private final ClubRoom room;

    ShowTier(Programmes programmes, TierStore store, ReviewStore reviews, ClubRoom room) {
        this.programmes = programmes;
        this.store = store;
        this.reviews = reviews;
        this.room = room;
    }

    @Override
    public Tier current(long memberId) {
        return at(memberId, room.now());
    }

    @Override
    @Transactional(readOnly = true)
    public Tier at(long memberId, Instant instant) {
        Club club = main();
        Level level =
                store.inForce(memberId, club.code(), instant)
                        .map(in -> club.level(in.tier()))
                        .orElseGet(club::lowest);
        return tier(level);
    }

    @Override
    public List<Tier> all() {
        return main().tiers().stream().map(ShowTier::tier).toList();
    }

    /** The main club. */
    @Transactional(readOnly = true)
    public View handle(long memberId) {
        return view(memberId, main());
    }

    /** Every club, the main one first. */
    @Transactional(readOnly = true)
    public List<View> clubs(long memberId) {
        return programmes.all().stream()
                .flatMap(programme -> programme.clubs().stream())
                .map(club -> view(memberId, club))
                .toList();
    }

    /** Every interval of a club, so that any past date can be answered. */
    @Transactional(readOnly = true)
    public List<Past> history(long memberId, String code) {
        Club club = programmes.club(code);
        return store.history(memberId, club.code()).stream()
                .map(each ->
                        new Past(
                                each.layer(),
                                each.tier(),
                                club.level(each.tier()).name(),
                                each.from(),
                                each.until(),
                                each.cause(),
                                each.explanationId()))
                .toList();
    }

    private View view(long memberId, Club club) {
        Optional<TierStore.Interval> in = store.inForce(memberId, club.code(), room.now());
        Level level = in.map(each -> club.level(each.tier())).orElseGet(club::lowest);
        Standing standing = room.standing(memberId, club, room.today());
        return new View(
                club.code(),
                club.name(),
                level.code(),
                level.rank(),
                level.name(),
                level.benefits(),
                in.map(TierStore.Interval::cause).orElse("start"),
                in.map(TierStore.Interval::from).orElse(null),
                in.map(TierStore.Interval::until).orElse(null),
                standing.why(level, standing.above(level)),
                standing.above(level).map(next -> next(next, standing)).orElse(null),
                reviews.find(memberId, club.code()).map(due -> outlook(due, club)).orElse(null));
    }

    private Outlook outlook(ReviewStore.Review review, Club club) {
        Standing then = room.atReview(review.memberId(), club, review.dueOn());
        Level kept = room.earnedSoFar(review.memberId(), club);
        return new Outlook(
                review.dueOn(),
                review.inGrace(),
                then.earned().code(),
                then.earned().name(),
                then.gaps(kept));
    }

    private static Next next(Level level, Standing standing) {
        return new Next(
                level.code(),
                level.name(),
                level.criteria().containsKey("$or"),
                standing.gaps(level));
    }

    private Club main() {
        return programmes.of("rail").clubs().getFirst();
    }

    private static Tier tier(Level level) {
        return new Tier(level.code(), level.rank(), level.name(), level.benefits());
    }
}
