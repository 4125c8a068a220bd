package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.platform.engagement.audience.store.DeedStore;
import dev.waystation.platform.engagement.audience.store.MembershipStore;
import dev.waystation.platform.engagement.audience.store.MergedStore;
import dev.waystation.platform.engagement.audience.store.RecountStore;
import dev.waystation.platform.engagement.audience.store.SeedStore;
import dev.waystation.platform.engagement.audience.store.SegmentStore;
import dev.waystation.platform.engagement.audience.store.TagStore;
import dev.waystation.platform.engagement.audience.store.TraitStore;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.testkit.Draw;
import dev.waystation.testkit.SimulatedClock;
import java.time.LocalDate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The audience on a clock of its own, because the platform's clock is everybody's. */
abstract class AudienceOnItsOwnClock {

    static final int COUNT = 80;

    @Autowired TraitStore traits;
    @Autowired TagStore tags;
    @Autowired MembershipStore memberships;
    @Autowired RecountStore recount;
    @Autowired Rules rules;
    @Autowired InstallReadyMade ready;
    @Autowired private DeedStore deeds;
    @Autowired private SegmentStore segmentStore;
    @Autowired private MergedStore merged;
    @Autowired private SeedStore seeds;
    @Autowired private News news;
    @Autowired private Members members;
    @Autowired private PlatformTransactionManager transactions;

    final SimulatedClock clock = SimulatedClock.at("2027-03-01T02:00:00Z");

    LoadMembers load() {
        AudienceSets sets = new AudienceSets(traits, deeds, memberships);
        return new LoadMembers(traits, deeds, memberships, sets, clock);
    }

    HearChanges hear() {
        return new HearChanges(
                traits,
                deeds,
                new HoldMembers(segmentStore, traits, merged),
                refresh(),
                members,
                new AudienceSets(traits, deeds, memberships));
    }

    FlipMembers flip() {
        return new FlipMembers(traits, refresh(), load());
    }

    void fill(Draw draw, long first, LoadMembers load) {
        FillAudience fill = new FillAudience(seeds, recount, rules, ready, load, clock);
        LocalDate today = load.today();
        inTransaction(() -> {
            fill.readyMade();
            fill.load(
                    StormyAudience.members(draw, first, COUNT, today).stream(),
                    StormyAudience.deeds(draw, first, COUNT, today).stream());
        });
    }

    void inTransaction(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> work.run());
    }

    private RefreshMembers refresh() {
        return new RefreshMembers(load(), rules, tags, memberships, news, clock);
    }
}
