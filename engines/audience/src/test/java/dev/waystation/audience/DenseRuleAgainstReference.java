package dev.waystation.audience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.testkit.Draw;
import dev.waystation.testkit.Seeded;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;

/** Rules over frozen sets against the plainest sets there are; live audiences against a recount. */
class DenseRuleAgainstReference {

    private static final int UNIVERSE = 200_001;

    private record Both(DenseRule rule, BitSet plain) {}

    @Test
    void anyRuleSelectsWhatPlainSetsSelect() {
        Seeded.runs(
                60,
                draw -> {
                    Both both = rule(draw, 3);
                    assertThat(DenseRule.count(both.rule(), UNIVERSE))
                            .isEqualTo(both.plain().cardinality());
                });
    }

    private static Both rule(Draw draw, int depth) {
        if (depth == 0 || draw.chance(30)) {
            return leaf(draw);
        }
        if (draw.chance(25)) {
            Both part = rule(draw, depth - 1);
            BitSet rest = new BitSet();
            rest.set(0, UNIVERSE);
            rest.andNot(part.plain());
            return new Both(new DenseRule.Not(part.rule()), rest);
        }
        List<DenseRule> parts = new ArrayList<>();
        boolean and = draw.chance(50);
        BitSet plain = new BitSet();
        if (and) {
            plain.set(0, UNIVERSE);
        }
        for (int i = draw.between(1, 4); i > 0; i--) {
            Both part = rule(draw, depth - 1);
            parts.add(part.rule());
            if (and) {
                plain.and(part.plain());
            } else {
                plain.or(part.plain());
            }
        }
        return new Both(and ? new DenseRule.And(parts) : new DenseRule.Or(parts), plain);
    }

    /** Empty, sparse, dense and full chunks, the last one only partly in the universe. */
    private static Both leaf(Draw draw) {
        RoaringBitmap set = new RoaringBitmap();
        BitSet plain = new BitSet();
        for (int from = 0; from < UNIVERSE; from += DenseSet.CHUNK) {
            int step = draw.oneOf(0, 1, 3, 977);
            for (int member = from; step > 0 && member < from + DenseSet.CHUNK; member += step) {
                if (member < UNIVERSE && (step == 1 || draw.chance(90))) {
                    set.add(member);
                    plain.set(member);
                }
            }
        }
        return new Both(new DenseRule.Leaf(DenseSet.of(set)), plain);
    }

    @Test
    void audiencesThatFollowEventsEqualARecount() {
        Seeded.runs(
                40,
                draw -> {
                    int members = 50;
                    int events = 4;
                    List<LiveAudiences.Predicate> predicates =
                            draw.listOf(
                                    1,
                                    70,
                                    next ->
                                            new LiveAudiences.Predicate(
                                                    next.between(0, events - 1),
                                                    next.between(1, 5)));
                    List<LiveAudiences.Rule> rules =
                            draw.listOf(
                                    1,
                                    12,
                                    next ->
                                            new LiveAudiences.Rule(
                                                    some(next, predicates.size()),
                                                    some(next, predicates.size())));
                    var live = new LiveAudiences(members, events, predicates, rules);
                    int[][] done = new int[members][events];
                    for (int i = 0; i < 300; i++) {
                        int member = draw.between(0, members - 1);
                        int event = draw.between(0, events - 1);
                        done[member][event]++;
                        live.take(member, event);
                    }
                    for (int a = 0; a < rules.size(); a++) {
                        for (int member = 0; member < members; member++) {
                            BitSet held = new BitSet();
                            for (int p = 0; p < predicates.size(); p++) {
                                LiveAudiences.Predicate predicate = predicates.get(p);
                                held.set(p, done[member][predicate.event()] >= predicate.atLeast());
                            }
                            assertThat(live.members(a).contains(member))
                                    .isEqualTo(rules.get(a).holds(held));
                        }
                    }
                });
    }

    private static List<Integer> some(Draw draw, int of) {
        return draw.listOf(0, 3, next -> next.between(0, of - 1));
    }
}
