package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.platform.engagement.audience.model.TagChoice;
import dev.waystation.platform.engagement.audience.model.TagKind;
import dev.waystation.platform.engagement.audience.model.Told;
import dev.waystation.platform.engagement.audience.store.DeedStore;
import dev.waystation.platform.engagement.audience.store.MembershipStore;
import dev.waystation.platform.engagement.audience.store.MergedStore;
import dev.waystation.platform.engagement.audience.store.RecountStore;
import dev.waystation.platform.engagement.audience.store.RuledTags;
import dev.waystation.platform.engagement.audience.store.SeedStore;
import dev.waystation.platform.engagement.audience.store.SegmentStore;
import dev.waystation.platform.engagement.audience.store.TagStore;
import dev.waystation.platform.engagement.audience.store.TraitStore;
import dev.waystation.platform.engagement.events.EventTypes;
import dev.waystation.platform.engagement.events.usecase.PublishSchema;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.testkit.Draw;
import dev.waystation.testkit.SimulatedClock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The audience on a clock of its own, because the platform's clock is everybody's. */
abstract class AudienceOnItsOwnClock {

    static final int COUNT = 80;

    @Autowired TraitStore traits;
    @Autowired TagStore tags;
    @Autowired private RuledTags ruledTags;
    @Autowired MembershipStore memberships;
    @Autowired RecountStore recount;
    @Autowired Rules rules;
    @Autowired InstallReadyMade ready;
    @Autowired DeedStore deeds;
    @Autowired private SegmentStore segmentStore;
    @Autowired private MergedStore merged;
    @Autowired private SeedStore seeds;
    @Autowired private News news;
    @Autowired CurrentVocabulary vocabulary;
    @Autowired private Members members;
    @Autowired private EventTypes types;
    @Autowired private PublishSchema publish;
    @Autowired private PlatformTransactionManager transactions;

    final SimulatedClock clock = SimulatedClock.at("2027-03-01T02:00:00Z");

    LoadMembers load() {
        AudienceSets sets = new AudienceSets(traits, deeds, memberships, new Sampling(20_000));
        return new LoadMembers(traits, deeds, memberships, sets, vocabulary, clock);
    }

    HearChanges hear() {
        return new HearChanges(
                traits,
                deeds,
                new HoldMembers(segmentStore, traits, merged),
                refresh(),
                members,
                new AudienceSets(traits, deeds, memberships, new Sampling(20_000)));
    }

    FlipMembers flip() {
        return new FlipMembers(traits, refresh(), load());
    }

    void fill(Draw draw, long first, LoadMembers load) {
        FillAudience fill = new FillAudience(seeds, recount, rules, ready, load, clock);
        LocalDate today = load.today();
        inTransaction(this::defineTags);
        inTransaction(this::defineSightings);
        inTransaction(() -> {
            fill.readyMade();
            fill.load(
                    StormyAudience.members(draw, first, COUNT, today).stream(),
                    StormyAudience.deeds(draw, first, COUNT, today).stream());
            for (long member = first; member < first + COUNT; member++) {
                carry(draw, member, today);
            }
            deeds.add(StormyAudience.sightings(draw, first, COUNT, today));
            fill.load(Stream.of(), Stream.of());
        });
    }

    /** Asks every rule about everybody again. */
    void fillAgain(LoadMembers load) {
        new FillAudience(seeds, recount, rules, ready, load, clock).load(Stream.of(), Stream.of());
    }

    void inTransaction(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> work.run());
    }

    private RefreshMembers refresh() {
        return new RefreshMembers(load(), rules, ruledTags, memberships, news, clock);
    }

    private void defineTags() {
        List<TagChoice> levels =
                StormyAudience.LEVELS.stream()
                        .map(code -> new TagChoice(code, Said.same(code)))
                        .toList();
        define("storm_level", TagKind.ENUM, levels);
        define("storm_score", TagKind.NUMBER, List.of());
        define("storm_day", TagKind.DATE, List.of());
        vocabulary.forget();
    }

    /** An event without properties of its own: it happens somewhere. */
    private void defineSightings() {
        boolean known =
                types.known().stream().anyMatch(type -> type.name().equals(StormyAudience.SEEN));
        if (!known) {
            publish.handle(
                    new PublishSchema.Command(
                            StormyAudience.SEEN,
                            new Said("出现", "were seen"),
                            JsonMapper.shared().createObjectNode()));
        }
    }

    private void define(String code, TagKind kind, List<TagChoice> choices) {
        tags.define(new TagStore.Tag(code, Said.same(code), "other", null, kind, choices));
    }

    /** Most carry values; whoever had one from before keeps it. */
    private void carry(Draw draw, long member, LocalDate today) {
        carry(draw, member, "storm_level", draw.oneOf(StormyAudience.LEVELS));
        carry(draw, member, "storm_score", (Long) draw.between(-3L, 12L));
        carry(draw, member, "storm_day", today.toEpochDay() + draw.between(-60, 60));
    }

    private void carry(Draw draw, long member, String tag, Object value) {
        if (draw.chance(70)) {
            tags.add(member, tag, value, "storm", clock.instant(), Told.SET_IN_BULK);
            traits.setTag(member, tag, true);
        }
    }
}
