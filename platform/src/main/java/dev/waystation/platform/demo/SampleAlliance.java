package dev.waystation.platform.demo;

import dev.waystation.platform.members.membership.MemberProfile;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.SeedHouseholds;
import dev.waystation.platform.members.partners.SeedPartners;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A family with a pool, and two partners, of the sample world; after its members. */
@Component
@Profile("demo")
@Order(12)
class SampleAlliance implements ApplicationRunner {

    private static final int LOOKED_AT = 100;
    private static final int FAMILY = 3;
    private static final int CONVERTING = 6;
    private static final int ADULT_FROM = 18;

    private final SeedMarks marks;
    private final SeedHouseholds households;
    private final SeedPartners partners;
    private final Members members;
    private final Clock clock;

    SampleAlliance(
            SeedMarks marks,
            SeedHouseholds households,
            SeedPartners partners,
            Members members,
            Clock clock) {
        this.marks = marks;
        this.households = households;
        this.partners = partners;
        this.members = members;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        marks.part("alliance", "a family and partners", this::seed);
    }

    private void seed() {
        LocalDate grownBy = LocalDate.now(clock).minusYears(ADULT_FROM);
        List<Long> adults =
                members.profiles(0, LOOKED_AT).stream()
                        .filter(each -> !each.birthDate().isAfter(grownBy))
                        .map(MemberProfile::memberId)
                        .limit(CONVERTING)
                        .toList();
        if (adults.size() >= FAMILY) {
            households.form(adults.subList(0, FAMILY));
            partners.seed(adults);
        }
    }
}
