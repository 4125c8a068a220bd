package dev.waystation.benchmarks;

import static java.util.Objects.requireNonNull;

import dev.waystation.audience.MemberValues;
import dev.waystation.audience.Reading;
import dev.waystation.condition.SetPlan;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Members drawn from so many different ones, whom conditions can also be asked one by one. */
final class SegmentPeople {

    static final Map<String, Reading> READINGS = Map.of("age", Reading.YEARS_SINCE);
    static final long TODAY = LocalDate.of(2026, 7, 1).toEpochDay();
    static final int DAYS = 365;
    static final int CITIES = 40;
    static final int TAGS = 60;
    static final int EVENTS = 8;

    private static final int DIFFERENT = 1 << 16;

    private final List<MemberValues> different = new ArrayList<>(DIFFERENT);

    SegmentPeople() {
        var random = new SplittableRandom(20_261_123);
        for (int i = 0; i < DIFFERENT; i++) {
            different.add(drawn(random, i));
        }
    }

    MemberValues member(long id) {
        MemberValues like = different.get(likeness(id));
        return new MemberValues(id, like.wholes(), like.flags(), like.texts(), like.deeds());
    }

    /** Members of every combination of the plans, asked one after another. */
    Map<Integer, Integer> recount(int members, List<SetPlan> plans) {
        int[] in = new int[DIFFERENT];
        for (int i = 0; i < DIFFERENT; i++) {
            for (int plan = 0; plan < plans.size(); plan++) {
                in[i] |= holds(plans.get(plan), different.get(i)) ? 1 << plan : 0;
            }
        }
        Map<Integer, Integer> regions = new TreeMap<>();
        for (int id = 0; id < members; id++) {
            int bits = in[likeness(id)];
            if (bits != 0) {
                regions.merge(bits, 1, Integer::sum);
            }
        }
        return regions;
    }

    private static int likeness(long id) {
        return (int) ((id * 0x9E3779B97F4A7C15L) >>> 48);
    }

    private static MemberValues drawn(SplittableRandom random, int i) {
        List<String> tags =
                random.ints(random.nextInt(8), 0, TAGS)
                        .distinct()
                        .mapToObj(tag -> "t" + tag)
                        .toList();
        Map<String, Map<Long, Integer>> deeds = new HashMap<>();
        for (int deed = random.nextInt(24); deed > 0; deed--) {
            deeds.computeIfAbsent("e" + random.nextInt(EVENTS), _ -> new TreeMap<>())
                    .merge(TODAY - random.nextInt(DAYS), 1, Integer::sum);
        }
        return new MemberValues(
                i,
                Map.of(
                        "age",
                        TODAY - random.nextInt(6 * 366, 90 * 366),
                        "points",
                        (long) random.nextInt(1, 30_000)),
                Map.of("student", random.nextInt(10) == 0),
                Map.of("city", List.of("c" + random.nextInt(CITIES)), "tags", tags),
                deeds);
    }

    private static boolean holds(SetPlan plan, MemberValues member) {
        return switch (plan) {
            case SetPlan.And and -> and.parts().stream().allMatch(part -> holds(part, member));
            case SetPlan.Or or -> or.parts().stream().anyMatch(part -> holds(part, member));
            case SetPlan.Not not -> !holds(not.part(), member);
            case SetPlan.Between range -> {
                long value = read(member, range.attribute());
                yield range.least() <= value && value <= range.most();
            }
            case SetPlan.Flagged flag ->
                    member.flags().getOrDefault(flag.attribute(), false) == flag.value();
            case SetPlan.Valued valued ->
                    member.texts().getOrDefault(valued.attribute(), List.of()).stream()
                            .anyMatch(valued.value());
            case SetPlan.Times times ->
                    member.deeds().getOrDefault(times.event(), Map.of()).entrySet().stream()
                                    .filter(done -> done.getKey() > TODAY - times.withinDays())
                                    .mapToInt(Map.Entry::getValue)
                                    .sum()
                            >= times.atLeast();
            default -> throw new IllegalArgumentException("not asked here: " + plan);
        };
    }

    private static long read(MemberValues member, String attribute) {
        long stored = requireNonNull(member.wholes().get(attribute));
        return attribute.equals("age")
                ? ChronoUnit.YEARS.between(
                        LocalDate.ofEpochDay(stored), LocalDate.ofEpochDay(TODAY))
                : stored;
    }
}
