package dev.waystation.platform.demo;

import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.benefits.SeedBenefits;
import dev.waystation.platform.members.membership.MemberProfile;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.referral.SeedReferral;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A few dozen invitations among those who joined last. */
@Component
@Profile("demo")
@Order(12)
class SampleReferral implements ApplicationRunner {

    private static final int PAGE = 2_000;
    private static final int INVITERS = 9;
    private static final int NEWCOMERS = 54;

    private final SeedMarks marks;
    private final SeedReferral referral;
    private final SeedBenefits benefits;
    private final Members members;
    private final Clock clock;

    SampleReferral(
            SeedMarks marks,
            SeedReferral referral,
            SeedBenefits benefits,
            Members members,
            Clock clock) {
        this.marks = marks;
        this.referral = referral;
        this.benefits = benefits;
        this.members = members;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        marks.part("referral", "invitations", this::seed);
    }

    private void seed() {
        Instant recent = clock.instant().minus(Duration.ofDays(40));
        List<SeedReferral.Joined> old = new ArrayList<>();
        List<SeedReferral.Joined> fresh = new ArrayList<>();
        List<MemberProfile> page = members.profiles(0, PAGE);
        while (!page.isEmpty()) {
            for (MemberProfile each : page) {
                SeedReferral.Joined joined =
                        new SeedReferral.Joined(each.memberId(), each.joinedAt());
                if (each.joinedAt().isAfter(recent)) {
                    fresh.add(joined);
                } else if (old.size() < INVITERS) {
                    old.add(joined);
                }
            }
            page = members.profiles(page.getLast().memberId(), PAGE);
        }
        fresh.sort(Comparator.comparing(SeedReferral.Joined::at));
        long coupon = benefits.prize(new Said("免票券", "A free ticket"));
        referral.seed(
                coupon, old, fresh.subList(Math.max(0, fresh.size() - NEWCOMERS), fresh.size()));
    }
}
