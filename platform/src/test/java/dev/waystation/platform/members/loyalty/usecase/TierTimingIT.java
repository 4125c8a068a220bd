package dev.waystation.platform.members.loyalty.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.foundation.wiring.WorldClock;
import dev.waystation.platform.members.loyalty.model.Club;
import dev.waystation.platform.members.loyalty.model.MetricDay;
import dev.waystation.platform.members.loyalty.model.Programme;
import dev.waystation.platform.members.loyalty.model.ReviewDay;
import dev.waystation.platform.members.loyalty.store.MetricStore;
import dev.waystation.platform.members.loyalty.store.ReviewStore;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.People;
import dev.waystation.testkit.Capability;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** When a tier is gained and lost is a setting of the programme; here of the night club. */
@PlatformIT
class TierTimingIT {

    private static final LocalDate LEAP_DAY = LocalDate.of(2028, 2, 29);

    @Autowired Programmes programmes;
    @Autowired ReachTier reach;
    @Autowired ReviewTiers review;
    @Autowired ShowTier show;
    @Autowired MetricStore metrics;
    @Autowired ReviewStore reviews;
    @Autowired Members members;
    @Autowired TransactionTemplate transaction;
    @Autowired WorldClock clock;

    private final Programme shipped;
    private long member;

    TierTimingIT(@Autowired Programmes programmes) {
        shipped = programmes.of("park");
    }

    @BeforeEach
    void somebody() {
        member = members.register(People.born(LocalDate.of(1990, 2, 1))).value();
    }

    @AfterEach
    void asShipped() {
        transaction.executeWithoutResult(_ -> programmes.replace(shipped));
    }

    @Test
    @Capability("L44")
    void upInRealTimeOrAtTheEndOfThePeriod() {
        set(Club.Upgrade.AT_ONCE, Club.Review.JOIN_DATE);
        nights(3);
        assertThat(tier()).isEqualTo("night-owl");

        somebody();
        set(Club.Upgrade.AT_REVIEW, Club.Review.JOIN_DATE);
        nights(3);
        assertThat(tier()).as("earned, but the period runs").isEqualTo("night-guest");
        ReviewStore.Review planned = reviews.find(member, "night").orElseThrow();
        assertThat(planned.dueOn()).isEqualTo(LocalDate.now(clock).plusYears(1));
        due(LocalDate.now(clock));
        review.handle(1_000);
        assertThat(tier()).isEqualTo("night-owl");
    }

    @Test
    @Capability("L44")
    void downInRealTimeOrAtAnAnniversary() {
        set(Club.Upgrade.AT_ONCE, Club.Review.AT_ONCE);
        nights(3);
        nights(-3);
        assertThat(tier()).isEqualTo("night-guest");

        for (Club.Review anniversary : List.of(Club.Review.JOIN_DATE, Club.Review.TIER_START)) {
            somebody();
            set(Club.Upgrade.AT_ONCE, anniversary);
            nights(3);
            nights(-3);
            assertThat(tier()).as("until the anniversary").isEqualTo("night-owl");
            due(LocalDate.now(clock));
            review.handle(1_000);
            assertThat(tier()).isEqualTo("night-guest");
        }
    }

    @Test
    @Capability("L44")
    void aLeapDayHasAnAnniversaryEveryYear() {
        for (Club.Review anniversary : List.of(Club.Review.JOIN_DATE, Club.Review.TIER_START)) {
            Club.Policy policy = policy(Club.Upgrade.AT_ONCE, anniversary);
            assertThat(ReviewDay.after(policy, LEAP_DAY, LEAP_DAY, LEAP_DAY))
                    .contains(LocalDate.of(2029, 2, 28));
        }
        Club.Policy joined = policy(Club.Upgrade.AT_ONCE, Club.Review.JOIN_DATE);
        assertThat(ReviewDay.after(joined, LocalDate.of(2031, 2, 28), LEAP_DAY, LEAP_DAY))
                .as("the leap year gives the day back")
                .contains(LocalDate.of(2032, 2, 29));
        assertThat(ReviewDay.rise(joined, LocalDate.of(2028, 12, 1), LEAP_DAY, LEAP_DAY))
                .isEqualTo(LocalDate.of(2029, 2, 28));
    }

    private void set(Club.Upgrade upgrade, Club.Review review) {
        List<Club> clubs =
                shipped.clubs().stream()
                        .map(club ->
                                club.code().equals("night")
                                        ? new Club(
                                                club.code(),
                                                club.name(),
                                                club.measures(),
                                                club.tiers(),
                                                policy(upgrade, review))
                                        : club)
                        .toList();
        transaction.executeWithoutResult(_ ->
                programmes.replace(
                        new Programme(
                                shipped.code(),
                                shipped.name(),
                                shipped.rounding(),
                                shipped.level(),
                                shipped.minorPer100Points(),
                                shipped.groups(),
                                shipped.limits(),
                                shipped.days(),
                                shipped.places(),
                                shipped.rules(),
                                clubs)));
    }

    private static Club.Policy policy(Club.Upgrade upgrade, Club.Review review) {
        return new Club.Policy(upgrade, review, 12, "", Club.Downgrade.TO_EARNED, 0, 14);
    }

    private void nights(long count) {
        metrics.add(
                List.of(new MetricDay(member, "park.nightVisits", LocalDate.now(clock), count)));
        reach.handle(member, "park");
    }

    private void due(LocalDate on) {
        ReviewStore.Review was = reviews.find(member, "night").orElseThrow();
        reviews.set(
                new ReviewStore.Review(
                        member, "night", on, on.minusDays(14), was.noticed(), was.inGrace()));
    }

    private String tier() {
        return show.clubs(member).stream()
                .filter(view -> view.club().equals("night"))
                .findFirst()
                .orElseThrow()
                .code();
    }
}
