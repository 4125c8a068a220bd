package dev.waystation.platform.members.membership.usecase;

import dev.waystation.platform.members.membership.Household;
import dev.waystation.platform.members.membership.SeedHouseholds;
import dev.waystation.platform.members.membership.store.HouseholdStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A family of the demo world. */
@Service
class SampleHousehold implements SeedHouseholds {

    private final HouseholdStore households;
    private final HouseholdBook book;
    private final Clock clock;

    SampleHousehold(HouseholdStore households, HouseholdBook book, Clock clock) {
        this.book = book;
        this.households = households;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void form(List<Long> adults) {
        LocalDate today = LocalDate.now(clock);
        long household = households.form(adults.getFirst(), clock.instant());
        for (int i = 0; i < adults.size(); i++) {
            Household.Role role = i == 0 ? Household.Role.OWNER : Household.Role.ADULT;
            households.join(
                    household,
                    new Household.Kin(adults.get(i), role, null, 100, null, today),
                    clock.instant());
            book.note(household, adults.get(i), i == 0 ? "FORMED" : "JOINED", "seed", "");
        }
    }
}
