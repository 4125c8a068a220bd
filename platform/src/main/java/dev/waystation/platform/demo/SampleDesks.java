package dev.waystation.platform.demo;

import dev.waystation.platform.members.membership.MemberProfile;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.wallet.SeedDesk;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Claims, adjustments and cards that wait for somebody in the sample world. */
@Component
@Profile("demo")
@Order(14)
class SampleDesks implements ApplicationRunner {

    private static final int SKIPPED = 20;
    private static final int PEOPLE = 10;

    private final SeedMarks marks;
    private final SeedDesk desk;
    private final Members members;

    SampleDesks(SeedMarks marks, SeedDesk desk, Members members) {
        this.marks = marks;
        this.desk = desk;
        this.members = members;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        marks.part(
                "desks",
                "claims, adjustments and cards",
                () ->
                        desk.seed(
                                members.profiles(0, SKIPPED + PEOPLE).stream()
                                        .skip(SKIPPED)
                                        .map(MemberProfile::memberId)
                                        .toList()));
    }
}
