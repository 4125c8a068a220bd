package dev.waystation.audience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.condition.Condition;
import dev.waystation.condition.Evaluator;
import dev.waystation.condition.Face;
import dev.waystation.condition.SetFace;
import dev.waystation.condition.SetPlan;
import dev.waystation.testkit.Draw;
import dev.waystation.testkit.Seeded;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The sets against reading every member one after another, after any history of updates. */
class MemberSetsAgainstReference {

    @Test
    void selectsExactlyTheMembersWhoMeetTheConditionOnAnyDay() {
        Seeded.runs(
                300,
                draw -> {
                    Map<Long, MemberValues> members = new TreeMap<>();
                    MemberSets sets = storm(draw, members);
                    for (int i = 0; i < 10; i++) {
                        Condition condition = SmallWorld.condition(draw);
                        long today = SmallWorld.TODAY + draw.between(0, 400);
                        List<Long> expected =
                                members.values().stream()
                                        .filter(m -> holds(condition, m, today))
                                        .map(MemberValues::memberId)
                                        .toList();

                        Selection selection = Selection.of(sets, plan(condition), today);

                        assertThat(selection.members(Long.MIN_VALUE, 1_000))
                                .as("%s", condition)
                                .isEqualTo(expected);
                        assertThat(selection.count()).isEqualTo(expected.size());
                    }
                });
    }

    @Test
    void countsEveryNodeByItself() {
        Seeded.runs(
                200,
                draw -> {
                    Map<Long, MemberValues> members = new TreeMap<>();
                    MemberSets sets = storm(draw, members);
                    Condition condition = SmallWorld.condition(draw);
                    Selection selection = Selection.of(sets, plan(condition), SmallWorld.TODAY);

                    assertThat(selection.counts()).containsEntry(condition.at(), selection.count());
                    assertThat(selection.countWith(plan(condition))).isEqualTo(selection.count());
                });
    }

    @Test
    void partsTheMembersAmongUpToFourConditionsAsReadingEachOfThemDoes() {
        Seeded.runs(
                200,
                draw -> {
                    Map<Long, MemberValues> members = new TreeMap<>();
                    MemberSets sets = storm(draw, members);
                    List<Condition> asked =
                            Stream.generate(() -> SmallWorld.condition(draw))
                                    .limit(draw.between(1, Regions.MOST))
                                    .toList();
                    Map<Integer, Integer> expected = new TreeMap<>();
                    for (MemberValues member : members.values()) {
                        int bits = 0;
                        for (int i = 0; i < asked.size(); i++) {
                            bits |= holds(asked.get(i), member, SmallWorld.TODAY) ? 1 << i : 0;
                        }
                        if (bits > 0) {
                            expected.merge(bits, 1, Integer::sum);
                        }
                    }

                    List<SetPlan> plans =
                            asked.stream().map(MemberSetsAgainstReference::plan).toList();

                    assertThat(Regions.of(sets, plans, SmallWorld.TODAY)).isEqualTo(expected);
                });
    }

    /** Members put in, changed and taken out in any order. */
    private static MemberSets storm(Draw draw, Map<Long, MemberValues> members) {
        MemberSets sets = new MemberSets(SmallWorld.READINGS);
        for (int i = draw.between(0, 120); i > 0; i--) {
            long id = draw.between(1, 60);
            if (draw.chance(10)) {
                members.remove(id);
                sets.remove(id);
            } else {
                MemberValues values = SmallWorld.member(draw, id);
                members.put(id, values);
                sets.put(values);
            }
        }
        sets.optimize();
        assertThat(sets.size()).isEqualTo(members.size());
        return sets;
    }

    private static boolean holds(Condition condition, MemberValues member, long today) {
        return Evaluator.declared().test(condition, SmallWorld.row(member, today));
    }

    private static SetPlan plan(Condition condition) {
        if (SetFace.compile(condition, SmallWorld.CATALOGUE)
                instanceof Face.Carried<SetPlan>(SetPlan plan)) {
            return plan;
        }
        throw new AssertionError("not carried: " + condition);
    }
}
