package dev.waystation.platform.engagement.audience.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.audience.MemberSets;
import dev.waystation.audience.Selection;
import dev.waystation.condition.Attributes;
import dev.waystation.condition.Condition;
import dev.waystation.condition.Evaluator;
import dev.waystation.condition.Face;
import dev.waystation.condition.SetFace;
import dev.waystation.condition.SetPlan;
import dev.waystation.condition.SqlFace;
import dev.waystation.condition.TypeCheck;
import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.engagement.audience.model.MemberView;
import dev.waystation.platform.engagement.audience.model.Rule;
import dev.waystation.platform.engagement.audience.model.Vocabulary;
import dev.waystation.platform.engagement.audience.store.DeedStore;
import dev.waystation.platform.engagement.audience.store.MembershipStore;
import dev.waystation.platform.engagement.audience.store.RecountStore;
import dev.waystation.platform.engagement.audience.store.SeedStore;
import dev.waystation.platform.engagement.audience.store.TagStore;
import dev.waystation.platform.engagement.audience.store.TraitStore;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.testkit.Draw;
import dev.waystation.testkit.SimulatedClock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The audience on a clock of its own, because the platform's clock is everybody's. */
@PlatformIT
class LiveSegmentsIT {

    private static final long NOBODY_FROM = 8_000_000_000_000L;
    private static final int COUNT = 80;

    @Autowired private TraitStore traits;
    @Autowired private DeedStore deeds;
    @Autowired private TagStore tags;
    @Autowired private MembershipStore memberships;
    @Autowired private SeedStore seeds;
    @Autowired private RecountStore recount;
    @Autowired private Rules rules;
    @Autowired private InstallReadyMade ready;
    @Autowired private News news;
    @Autowired private ReadyTags readyTags;
    @Autowired private Members members;
    @Autowired private CurrentVocabulary vocabulary;
    @Autowired private PlatformTransactionManager transactions;

    private final SimulatedClock clock = SimulatedClock.at("2027-03-01T02:00:00Z");

    @Test
    void afterAnyStormOfChangesAndDaysLiveMembershipEqualsAFullRecount() {
        long first = 700_000_000L;
        Draw draw = new Draw(20_260_101);
        LoadMembers load = load();
        RefreshMembers refresh = new RefreshMembers(load, rules, tags, memberships, news, clock);
        HearChanges hear = new HearChanges(traits, deeds, refresh, members);
        FlipMembers flip = new FlipMembers(traits, refresh, load);
        fill(draw, first, load);
        assertEqualToRecount(first, load.today());
        for (int round = 0; round < 25; round++) {
            List<HearChanges.Heard> heard =
                    draw.listOf(
                            0,
                            30,
                            next -> StormyAudience.change(next, first, COUNT, clock.instant()));
            inTransaction(() -> {
                if (!heard.isEmpty()) {
                    hear.handle(new HearChanges.Command(heard));
                }
            });
            if (draw.chance(70)) {
                clock.advance(Duration.ofHours(draw.between(1, 24 * 40)));
                inTransaction(flip::handle);
            }
            assertEqualToRecount(first, load.today());
        }
    }

    @Test
    void evaluatorSqlAndSetsSelectTheSameMembers() {
        long first = 710_000_000L;
        Draw draw = new Draw(42);
        LoadMembers load = load();
        fill(draw, first, load);
        List<MemberView> views =
                load.page(first - 1, COUNT).stream()
                        .filter(view -> view.traits().memberId() < first + COUNT)
                        .toList();
        MemberSets sets = new MemberSets(Vocabulary.READINGS);
        views.forEach(view -> sets.put(view.values()));
        Attributes catalogue = vocabulary.attributes();
        for (int i = 0; i < 400; i++) {
            Condition condition = TypeCheck.parse(StormyAudience.condition(draw, 3), catalogue);
            List<Long> evaluated =
                    views.stream()
                            .filter(v -> Evaluator.declared().test(condition, v.row(catalogue)))
                            .map(v -> v.traits().memberId())
                            .toList();
            assertThat(bySql(condition, catalogue, first, load.today()))
                    .as("SQL %s", condition)
                    .isEqualTo(evaluated);
            assertThat(
                            Selection.of(
                                            sets,
                                            plan(condition, catalogue),
                                            load.today().toEpochDay())
                                    .members(0, COUNT))
                    .as("sets %s", condition)
                    .isEqualTo(evaluated);
        }
    }

    @Test
    void everyReadyTagCompilesOnEveryFaceThatCountsItAndHasBothNames() {
        List<TagStore.Tag> all = readyTags.all();
        assertThat(all).hasSizeGreaterThan(200);
        assertThat(all).extracting(TagStore.Tag::code).doesNotHaveDuplicates();
        Attributes catalogue = vocabulary.attributes();
        LocalDate today = load().today();
        for (TagStore.Tag tag : all) {
            assertThat(tag.name().zh() + tag.name().en()).doesNotContain("{");
            Condition condition = TypeCheck.parse(tag.condition(), catalogue);
            assertThat(bySql(condition, catalogue, NOBODY_FROM, today)).isEmpty();
        }
    }

    private LoadMembers load() {
        return new LoadMembers(traits, deeds, new AudienceSets(traits, deeds), clock);
    }

    private void fill(Draw draw, long first, LoadMembers load) {
        FillAudience fill = new FillAudience(seeds, recount, rules, ready, load, clock);
        LocalDate today = load.today();
        inTransaction(() -> {
            fill.readyMade();
            fill.load(
                    StormyAudience.members(draw, first, COUNT, today).stream(),
                    StormyAudience.deeds(draw, first, COUNT, today).stream());
        });
    }

    private void inTransaction(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> work.run());
    }

    private void assertEqualToRecount(long first, LocalDate today) {
        Rules.InForce inForce = rules.read();
        List<Long> mine = LongStream.range(first, first + COUNT).boxed().toList();
        Map<Long, Set<Long>> live = memberships.ofMembers(mine);
        for (Rule<Long> rule : inForce.segments()) {
            List<Long> members =
                    mine.stream()
                            .filter(id -> live.getOrDefault(id, Set.of()).contains(rule.key()))
                            .toList();
            assertThat(members)
                    .as("%s on %s", rule.name().en(), today)
                    .isEqualTo(bySql(rule.condition(), inForce.catalogue(), first, today));
        }
        int round = (int) today.toEpochDay();
        for (Rule<String> rule : inForce.tags()) {
            if (Math.floorMod(rule.key().hashCode() + round, 8) != 0) {
                continue; // an eighth of the tags each round, another one each day
            }
            List<Long> carriers =
                    traits.find(mine).stream()
                            .filter(row -> row.tags().contains(rule.key()))
                            .map(row -> row.memberId())
                            .sorted()
                            .toList();
            assertThat(carriers)
                    .as("%s on %s", rule.key(), today)
                    .isEqualTo(bySql(rule.condition(), inForce.catalogue(), first, today));
        }
    }

    private List<Long> bySql(
            Condition condition, Attributes catalogue, long first, LocalDate today) {
        if (SqlFace.compile(condition, catalogue, Vocabulary.SQL)
                instanceof Face.Carried<SqlFace.Where>(SqlFace.Where where)) {
            return recount.members(where, today).stream()
                    .filter(id -> id >= first && id < first + COUNT)
                    .toList();
        }
        throw new AssertionError("not carried: " + condition);
    }

    private static SetPlan plan(Condition condition, Attributes catalogue) {
        if (SetFace.compile(condition, catalogue) instanceof Face.Carried<SetPlan>(SetPlan plan)) {
            return plan;
        }
        throw new AssertionError("not carried: " + condition);
    }
}
