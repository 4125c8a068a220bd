package dev.waystation.platform.demo;

import dev.waystation.platform.members.auctions.SeedAuctions;
import dev.waystation.platform.members.games.SeedGames;
import dev.waystation.platform.members.membership.MemberProfile;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.passes.SeedPasses;
import dev.waystation.platform.members.wallet.Points;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Passes, auctions and games of the sample world, after its points. */
@Component
@Profile("demo")
@Order(12)
class SamplePrivileges implements ApplicationRunner {

    private static final int OWNERS = 16;
    private static final int BIDDERS = 8;
    private static final int LOOKED_AT = 400;
    private static final long RICH = 3_000;

    private final SeedMarks marks;
    private final Members members;
    private final Points points;
    private final SeedPasses passes;
    private final SeedAuctions auctions;
    private final SeedGames games;

    SamplePrivileges(
            SeedMarks marks,
            Members members,
            Points points,
            SeedPasses passes,
            SeedAuctions auctions,
            SeedGames games) {
        this.marks = marks;
        this.members = members;
        this.points = points;
        this.passes = passes;
        this.auctions = auctions;
        this.games = games;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        marks.part(
                "privileges",
                "annual passes, auctions and games",
                () -> {
                    passes.seed(some(OWNERS, 0));
                    auctions.seed(some(BIDDERS, RICH));
                    games.seed(some(BIDDERS, RICH));
                });
    }

    private List<Long> some(int count, long with) {
        return members.profiles(0, LOOKED_AT).stream()
                .map(MemberProfile::memberId)
                .filter(id -> with == 0 || points.balance(id, Points.POINTS).spendable() >= with)
                .limit(count)
                .toList();
    }
}
