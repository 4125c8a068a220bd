package dev.waystation.audience;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.roaringbitmap.RoaringBitmap;

/**
 * Audiences that follow events one by one. Predicates are kept once however many audiences share
 * them: an event looks only at the predicates of its type, and only audiences that use one that
 * turned are asked again. Members are numbered from 0.
 */
public final class LiveAudiences {

    /** Done at least so often since the beginning. */
    public record Predicate(int event, int atLeast) {}

    /** All of these predicates and none of those. */
    public record Rule(List<Integer> all, List<Integer> none) {
        public Rule {
            all = List.copyOf(all);
            none = List.copyOf(none);
        }

        boolean holds(BitSet predicates) {
            return all.stream().allMatch(predicates::get)
                    && none.stream().noneMatch(predicates::get);
        }
    }

    private final int events;
    private final int[][] thresholds;
    private final int[][] predicatesOf;
    private final int[][] audiencesOf;
    private final long[][] wanted;
    private final long[][] barred;
    private final int masks;
    private final int[] counts;
    private final long[] held;
    private final RoaringBitmap[] audiences;

    /** Nobody has done anything yet. */
    public LiveAudiences(int members, int events, List<Predicate> predicates, List<Rule> rules) {
        this.events = events;
        masks = (predicates.size() + Long.SIZE - 1) / Long.SIZE;
        counts = new int[Math.multiplyExact(members, events)];
        held = new long[Math.multiplyExact(members, masks)];
        predicatesOf = new int[events][];
        thresholds = new int[events][];
        audiencesOf = new int[predicates.size()][];
        wanted = new long[rules.size()][masks];
        barred = new long[rules.size()][masks];
        audiences = new RoaringBitmap[rules.size()];
        index(predicates, rules);
        for (int a = 0; a < rules.size(); a++) {
            audiences[a] = new RoaringBitmap();
            if (rules.get(a).holds(new BitSet())) {
                audiences[a].add(0L, members);
            }
        }
    }

    private void index(List<Predicate> predicates, List<Rule> rules) {
        for (int event = 0; event < events; event++) {
            List<Integer> own = new ArrayList<>();
            for (int p = 0; p < predicates.size(); p++) {
                if (predicates.get(p).event() == event) {
                    own.add(p);
                }
            }
            predicatesOf[event] = own.stream().mapToInt(Integer::intValue).toArray();
            thresholds[event] = own.stream().mapToInt(p -> predicates.get(p).atLeast()).toArray();
        }
        for (int p = 0; p < predicates.size(); p++) {
            List<Integer> using = new ArrayList<>();
            for (int a = 0; a < rules.size(); a++) {
                if (rules.get(a).all().contains(p) || rules.get(a).none().contains(p)) {
                    using.add(a);
                }
            }
            audiencesOf[p] = using.stream().mapToInt(Integer::intValue).toArray();
        }
        for (int a = 0; a < rules.size(); a++) {
            for (int p : rules.get(a).all()) {
                wanted[a][p >>> 6] |= 1L << p;
            }
            for (int p : rules.get(a).none()) {
                barred[a][p >>> 6] |= 1L << p;
            }
        }
    }

    /** Takes in one event; answers how many audiences the member entered or left. */
    public int take(int member, int event) {
        int count = ++counts[member * events + event];
        int[] own = predicatesOf[event];
        int moved = 0;
        for (int i = 0; i < own.length; i++) {
            if (thresholds[event][i] == count) {
                int p = own[i];
                held[member * masks + (p >>> 6)] |= 1L << p;
                for (int audience : audiencesOf[p]) {
                    moved += place(member, audience) ? 1 : 0;
                }
            }
        }
        return moved;
    }

    private boolean place(int member, int audience) {
        boolean holds = true;
        for (int m = 0; m < masks; m++) {
            long bits = held[member * masks + m];
            long all = wanted[audience][m];
            holds &= (bits & all) == all && (bits & barred[audience][m]) == 0;
        }
        return holds
                ? audiences[audience].checkedAdd(member)
                : audiences[audience].checkedRemove(member);
    }

    /** Who is in an audience now. */
    public RoaringBitmap members(int audience) {
        return audiences[audience].clone();
    }
}
