package dev.waystation.platform.members.wallet;

import dev.waystation.platform.members.membership.Household;
import dev.waystation.platform.members.membership.store.HouseholdStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** A family of members nobody else uses, all past their waiting time. */
record Kinsfolk(long household, List<Wishes> people) {

    static Kinsfolk of(int size, HouseholdStore households, Clock clock) {
        List<Wishes> people = IntStream.range(0, size).mapToObj(_ -> Wishes.ofSomebody()).toList();
        long household = households.form(people.getFirst().memberId(), clock.instant());
        LocalDate today = LocalDate.now(clock);
        for (int i = 0; i < size; i++) {
            households.join(
                    household,
                    new Household.Kin(
                            people.get(i).memberId(),
                            i == 0 ? Household.Role.OWNER : Household.Role.ADULT,
                            null,
                            100,
                            null,
                            today),
                    clock.instant());
        }
        return new Kinsfolk(household, people);
    }

    Wishes owner() {
        return people.getFirst();
    }
}
