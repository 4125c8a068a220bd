package dev.waystation.benchmarks;

import dev.waystation.audience.MemberSets;
import dev.waystation.audience.MemberValues;
import dev.waystation.audience.Regions;
import dev.waystation.audience.Selection;
import dev.waystation.condition.SetPlan;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What somebody who writes a segment waits for, at ten million members: the estimate from the
 * sample (bar: 1 s), the exact count of a condition of thirty leaves on five levels with a count
 * for every leaf (bar: 5 s), and how four such conditions overlap (bar: 5 s). Each ratio is the
 * allowed time over the median time. Every count is compared with one member by member.
 */
public final class SegmentBench {

    private static final int MEMBERS = Integer.getInteger("members", 10_000_000);
    private static final int SAMPLE = 20_000;
    private static final int ROUNDS = 7;
    private static final double ESTIMATE_SECONDS = 1;
    private static final double COUNT_SECONDS = 5;

    private static final Map<String, Double> SECONDS = new TreeMap<>();

    private SegmentBench() {}

    public static void main(String[] arguments) {
        BenchReport report = new BenchReport("segment");
        SegmentPeople people = new SegmentPeople();
        MemberSets all = new MemberSets(SegmentPeople.READINGS);
        MemberSets sample = new MemberSets(SegmentPeople.READINGS);
        int every = Math.max(1, Integer.highestOneBit(MEMBERS / SAMPLE));
        for (int id = 0; id < MEMBERS; id++) {
            MemberValues member = people.member(id);
            all.put(member);
            if (id % every == 0) {
                sample.put(member);
            }
        }
        all.optimize();
        sample.optimize();
        List<SetPlan> plans = SegmentPlans.several(Regions.MOST);
        report.say(
                "%,d members, %,d of them the sample; %d leaves on %d levels, %d leaves read"
                        .formatted(
                                all.size(),
                                sample.size(),
                                SegmentPlans.LEAVES,
                                SegmentPlans.LEVELS,
                                Selection.of(all, plans.getFirst(), SegmentPeople.TODAY)
                                        .counts()
                                        .size()));
        Map<Integer, Integer> expected = people.recount(MEMBERS, plans);
        int exact =
                expected.entrySet().stream()
                        .filter(each -> (each.getKey() & 1) == 1)
                        .mapToInt(Map.Entry::getValue)
                        .sum();
        report.part(
                timed(
                        "segment-estimate",
                        ESTIMATE_SECONDS,
                        () -> near(exact, count(sample, plans.getFirst()), sample.size())));
        report.part(
                timed(
                        "segment-overlap",
                        COUNT_SECONDS,
                        () -> same(expected, Regions.of(all, plans, SegmentPeople.TODAY))));
        Ratio whole =
                timed("segment", COUNT_SECONDS, () -> same(exact, count(all, plans.getFirst())));
        SECONDS.forEach(
                (part, took) -> report.say(String.format(Locale.ROOT, "%s: %.3f s", part, took)));
        report.say("%,d selected, as by a count member by member".formatted(exact));
        System.exit(report.finish(whole));
    }

    private static int count(MemberSets sets, SetPlan plan) {
        return Selection.of(sets, plan, SegmentPeople.TODAY).count();
    }

    /** The allowed time over the median one. */
    private static Ratio timed(String part, double allowed, Runnable work) {
        double[] took = new double[ROUNDS];
        work.run();
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            work.run();
            took[round] = (System.nanoTime() - start) / 1e9;
        }
        Arrays.sort(took);
        SECONDS.put(part, took[ROUNDS / 2]);
        return new Ratio(part, 1, Arrays.stream(took).mapToObj(each -> allowed / each).toList());
    }

    private static void same(Object expected, Object counted) {
        if (!expected.equals(counted)) {
            throw new IllegalStateException("counted " + counted + ", not " + expected);
        }
    }

    /** Within five standard errors of a sample of that size. */
    private static void near(int exact, int found, int sample) {
        double share = exact / (double) MEMBERS;
        double error = Math.sqrt(share * (1 - share) / sample);
        if (Math.abs(found / (double) sample - share) > 5 * error) {
            throw new IllegalStateException(found + " of the sample for " + exact);
        }
    }
}
