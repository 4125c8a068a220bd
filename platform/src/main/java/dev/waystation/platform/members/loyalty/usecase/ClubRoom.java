package dev.waystation.platform.members.loyalty.usecase;

import dev.waystation.platform.members.loyalty.model.Club;
import dev.waystation.platform.members.loyalty.model.Club.Level;
import dev.waystation.platform.members.loyalty.model.Measures;
import dev.waystation.platform.members.loyalty.model.MetricDay;
import dev.waystation.platform.members.loyalty.model.ReviewDay;
import dev.waystation.platform.members.loyalty.model.Standing;
import dev.waystation.platform.members.loyalty.store.MetricStore;
import dev.waystation.platform.members.loyalty.store.ReviewStore;
import dev.waystation.platform.members.loyalty.store.TierStore;
import dev.waystation.platform.members.membership.MemberProfile;
import dev.waystation.platform.members.membership.Members;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where a member stands in a club, as of a day, and when that is looked at next. */
@Component
class ClubRoom {

    private final MetricStore metrics;
    private final TierStore tiers;
    private final ReviewStore reviews;
    private final Members members;
    private final Programmes programmes;
    private final Clock clock;

    ClubRoom(
            MetricStore metrics,
            TierStore tiers,
            ReviewStore reviews,
            Members members,
            Programmes programmes,
            Clock clock) {
        this.metrics = metrics;
        this.tiers = tiers;
        this.reviews = reviews;
        this.members = members;
        this.programmes = programmes;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, clock.getZone());
    }

    /** The tier earned before now, the lowest when nothing was. */
    Level earnedSoFar(long memberId, Club club) {
        return tiers.earned(memberId, club.code(), clock.instant())
                .map(interval -> club.level(interval.tier()))
                .orElseGet(club::lowest);
    }

    /** What a member did up to a day, held against the club. */
    Standing standing(long memberId, Club club, LocalDate asOf) {
        List<MetricDay> days = metrics.of(List.of(memberId)).getOrDefault(memberId, List.of());
        LocalDate start =
                tiers.earned(memberId, club.code(), clock.instant())
                        .map(interval -> day(interval.from()))
                        .orElse(LocalDate.MIN);
        String programme = programmes.withClub(club.code()).orElseThrow().code();
        return new Standing(club, Measures.of(club, programme, days, asOf, start));
    }

    /** At a review the year that ended counts as well as the one that runs. */
    Standing atReview(long memberId, Club club, LocalDate due) {
        Standing running = standing(memberId, club, due);
        boolean byYear =
                club.measures().stream().anyMatch(m -> m.window() == Club.Window.CALENDAR_YEAR);
        if (!byYear) {
            return running;
        }
        Standing ended = standing(memberId, club, due.withDayOfYear(1).minusDays(1));
        return ended.earned().rank() > running.earned().rank() ? ended : running;
    }

    /** Sets the next review of a tier that was reached or kept on a day. */
    void plan(long memberId, Club club, Level level, LocalDate from) {
        Optional<LocalDate> due =
                level.rank() == 0 ? Optional.empty() : reviewAfter(memberId, club, from);
        if (due.isEmpty()) {
            reviews.drop(memberId, club.code());
        } else {
            reviews.set(
                    new ReviewStore.Review(
                            memberId,
                            club.code(),
                            due.get(),
                            due.get().minusDays(club.policy().noticeDays()),
                            false,
                            false));
        }
    }

    /** Sets the day on which a higher tier that was earned comes; nobody falls on it. */
    void planRise(long memberId, Club club) {
        LocalDate today = today();
        Optional<MemberProfile> profile = profile(memberId);
        LocalDate due =
                ReviewDay.rise(
                        club.policy(),
                        today,
                        profile.map(each -> day(each.joinedAt())).orElse(today),
                        profile.map(MemberProfile::birthDate).orElse(today));
        reviews.set(new ReviewStore.Review(memberId, club.code(), due, today, true, false));
    }

    private Optional<LocalDate> reviewAfter(long memberId, Club club, LocalDate from) {
        Optional<MemberProfile> profile = profile(memberId);
        LocalDate joined = profile.map(each -> day(each.joinedAt())).orElse(from);
        LocalDate birth = profile.map(MemberProfile::birthDate).orElse(from);
        return ReviewDay.after(club.policy(), from, joined, birth);
    }

    private Optional<MemberProfile> profile(long memberId) {
        return members.profiles(memberId - 1, 1).stream()
                .filter(each -> each.memberId() == memberId)
                .findFirst();
    }
}
