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
import dev.waystation.platform.engagement.audience.model.Definition;
import dev.waystation.platform.engagement.audience.model.Extra;
import dev.waystation.platform.engagement.audience.model.MemberView;
import dev.waystation.platform.engagement.audience.model.Rule;
import dev.waystation.platform.engagement.audience.model.Vocabulary;
import dev.waystation.platform.engagement.audience.store.SegmentStore;
import dev.waystation.platform.engagement.audience.store.TagStore;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.testkit.Capability;
import dev.waystation.testkit.Draw;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Live membership, the evaluator, SQL and sets select the same members. */
@PlatformIT
class LiveSegmentsIT extends AudienceOnItsOwnClock {

    private static final long NOBODY_FROM = 8_000_000_000_000L;
    @Autowired private ReadyTags readyTags;
    @Autowired private SegmentStore segments;

    @Test
    void afterAnyStormOfChangesAndDaysLiveMembershipEqualsAFullRecount() {
        long first = 700_000_000L;
        Draw draw = new Draw(20_260_101);
        LoadMembers load = load();
        HearChanges hear = hear();
        FlipMembers flip = flip();
        nest();
        fill(draw, first, load);
        nested("日子近了", Map.of("tag_storm_dayDaysAgo", Map.of("$gte", -7)));
        nested("新近第一程", Map.of("$first", trip("withinDays", 45)));
        nested("大额乘车久远", Map.of("$last", trip("beforeDays", 60)));
        inTransaction(() -> fillAgain(load));
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
    @Capability("SEG-02")
    void evaluatorSqlAndSetsSelectTheSameMembers() {
        long first = 710_000_000L;
        Draw draw = new Draw(42);
        LoadMembers load = load();
        String nested = nest();
        fill(draw, first, load);
        List<MemberView> views =
                load.page(first - 1, COUNT).stream()
                        .filter(view -> view.traits().memberId() < first + COUNT)
                        .toList();
        MemberSets sets = new MemberSets(Extra::reading);
        views.forEach(view -> sets.put(view.values()));
        Attributes catalogue = vocabulary.attributes();
        for (int i = 0; i < 400; i++) {
            Map<String, Object> drawn = StormyAudience.condition(draw, 3);
            Map<String, Object> json =
                    draw.chance(70)
                            ? drawn
                            : Map.of(
                                    draw.oneOf("$and", "$or", "$nor"),
                                    List.of(drawn, in(draw.oneOf("$in", "$nin"), nested)));
            Condition condition = TypeCheck.parse(json, catalogue);
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

    /** A segment that asks for one which asks for one; the first published is asked first. */
    private String nest() {
        String outer = nested("外层", in("$in", nested("中层", in("$nin", ready()))));
        vocabulary.forget();
        return outer;
    }

    private String ready() {
        inTransaction(ready::install);
        return segments.named().stream()
                .filter(each -> each.name().zh().equals("认证学生"))
                .map(Definition::key)
                .findFirst()
                .orElseThrow();
    }

    private String nested(String name, Map<String, Object> condition) {
        long id =
                segments.insert(
                                Said.same(name + " " + UUID.randomUUID()),
                                Map.of("$and", List.of(condition, Map.of("senior", true))),
                                clock.instant())
                        .orElseThrow();
        segments.publish(id, clock.instant());
        return PublicId.encode("seg", id);
    }

    private static Map<String, Object> trip(String window, int days) {
        return Map.of(
                "event",
                Vocabulary.TRIP,
                window,
                days,
                "where",
                Map.of("amountMinor", Map.of("$gte", 30_000)));
    }

    private static Map<String, Object> in(String operator, String segment) {
        return Map.of("segments", Map.of(operator, List.of(segment)));
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
        if (SqlFace.compile(condition, catalogue, Vocabulary.sql(catalogue))
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
