package dev.waystation.platform.members.loyalty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.usecase.ShowPoints;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PlatformIT
class SeedLoyaltyIT {

    @Autowired SeedLoyalty seed;
    @Autowired Points points;
    @Autowired Tiers tiers;
    @Autowired ShowPoints show;
    @Autowired Clock clock;

    @Test
    void pastTripsLeaveSoundBooksAndTheTiersTheyReached() {
        List<EarnedTrip> trips = new ArrayList<>();
        for (long member = 800_000_001; member <= 800_000_050; member++) {
            for (int month = 0; month < 24; month++) {
                trips.add(
                        EarnedTrip.byRail(
                                member,
                                30_000,
                                member % 2 == 0 ? 61 : 40,
                                false,
                                clock.instant().minus(Duration.ofDays(month * 30L + 1))));
            }
        }
        seed.seed(trips);
        assertThat(show.verify().sound()).isTrue();
        long young = points.balance(800_000_001, Points.POINTS).spendable();
        assertThat(young).isBetween(1_500L * 12, 1_500L * 14);
        assertThat(points.balance(800_000_002, Points.POINTS).spendable()).isEqualTo(young * 3);
        assertThat(tiers.current(800_000_001).code()).isEqualTo("silver");
    }
}
