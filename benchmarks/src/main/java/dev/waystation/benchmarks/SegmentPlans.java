package dev.waystation.benchmarks;

import dev.waystation.condition.SetPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Conditions as wide and deep as the builder makes them, over all kinds of leaves. */
final class SegmentPlans {

    static final int LEVELS = 5;
    static final int LEAVES = 30;

    private final SplittableRandom random;

    private SegmentPlans(long seed) {
        random = new SplittableRandom(seed);
    }

    static List<SetPlan> several(int count) {
        return IntStream.range(0, count)
                .mapToObj(seed -> new SegmentPlans(seed).level(1, "$"))
                .toList();
    }

    /** All, any and none take turns; each level holds leaves and one deeper group. */
    private SetPlan level(int level, String at) {
        List<SetPlan> parts = new ArrayList<>();
        for (int i = 0; i < LEAVES / LEVELS; i++) {
            parts.add(leaf(at + "." + i));
        }
        if (level < LEVELS) {
            parts.add(level(level + 1, at + "." + parts.size()));
        }
        return switch (level % 3) {
            case 0 -> new SetPlan.And(at, parts);
            case 1 -> new SetPlan.Or(at, parts);
            default -> new SetPlan.Not(at, new SetPlan.Or(at, parts));
        };
    }

    private SetPlan leaf(String at) {
        return switch (random.nextInt(6)) {
            case 0 -> {
                int young = random.nextInt(20, 60);
                yield new SetPlan.Between(at, "age", young, young + 20);
            }
            case 1 -> new SetPlan.Between(at, "points", 0, random.nextInt(100, 20_000));
            case 2 -> {
                String city = "c" + random.nextInt(SegmentPeople.CITIES);
                yield new SetPlan.Valued(at, "city", city::equals);
            }
            case 3 -> {
                String tag = "t" + random.nextInt(SegmentPeople.TAGS);
                yield new SetPlan.Valued(at, "tags", tag::equals);
            }
            case 4 -> new SetPlan.Flagged(at, "student", random.nextBoolean());
            default ->
                    new SetPlan.Times(
                            at,
                            "e" + random.nextInt(SegmentPeople.EVENTS),
                            random.nextInt(1, 4),
                            random.nextInt(7, SegmentPeople.DAYS),
                            null);
        };
    }
}
