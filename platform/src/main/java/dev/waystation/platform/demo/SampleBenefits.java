package dev.waystation.platform.demo;

import dev.waystation.platform.members.benefits.SeedBenefits;
import dev.waystation.platform.members.membership.MemberProfile;
import dev.waystation.platform.members.membership.Members;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Coupon campaigns and rewards of the sample world, after its members. */
@Component
@Profile("demo")
@Order(11)
class SampleBenefits implements ApplicationRunner {

    private static final int CLAIMED = 100;

    private final SeedMarks marks;
    private final SeedBenefits benefits;
    private final Members members;

    SampleBenefits(SeedMarks marks, SeedBenefits benefits, Members members) {
        this.marks = marks;
        this.benefits = benefits;
        this.members = members;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        marks.part(
                "benefits",
                "coupons and rewards",
                () ->
                        benefits.seed(
                                members.profiles(0, CLAIMED).stream()
                                        .map(MemberProfile::memberId)
                                        .toList()));
    }
}
