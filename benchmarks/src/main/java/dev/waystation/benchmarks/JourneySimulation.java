package dev.waystation.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** Many seeds of ninety virtual days, engine against reference, and faults that must be found. */
final class JourneySimulation {

    private static final long SEEDS = Long.getLong("seeds", 2_000);

    private JourneySimulation() {}

    static boolean run(Report report) {
        Optional<Long> apart = firstApart(JourneyReplay.Fault.NONE);
        apart.ifPresent(seed -> say(report, seed));
        long steps =
                seeds().map(seed -> new JourneyOracle(JourneyStory.draw(seed)).way().path().size())
                        .sum();
        report.say(
                "simulation: %d seeds x 90 virtual days, %d steps, engine and reference %s"
                        .formatted(SEEDS, steps, apart.isEmpty() ? "agree" : "differ"));
        List<JourneyReplay.Fault> faults =
                Arrays.stream(JourneyReplay.Fault.values())
                        .filter(fault -> fault != JourneyReplay.Fault.NONE)
                        .toList();
        long found = 0;
        for (JourneyReplay.Fault fault : faults) {
            Optional<Long> seed = firstApart(fault);
            report.say(
                    "control: %s is %s"
                            .formatted(
                                    fault, seed.map(it -> "found by seed " + it).orElse("missed")));
            found += seed.isPresent() ? 1 : 0;
        }
        report.say("controls: %d of %d faults found".formatted(found, faults.size()));
        return apart.isEmpty() && found == faults.size();
    }

    private static LongStream seeds() {
        return LongStream.rangeClosed(1, SEEDS);
    }

    private static Optional<Long> firstApart(JourneyReplay.Fault fault) {
        return seeds().filter(seed -> !agree(JourneyStory.draw(seed), fault)).boxed().findFirst();
    }

    private static boolean agree(JourneyStory story, JourneyReplay.Fault fault) {
        return new JourneyReplay(story, fault).way().equals(new JourneyOracle(story).way());
    }

    private static void say(Report report, long seed) {
        JourneyStory story = JourneyStory.draw(seed);
        report.say("seed %d: %s".formatted(seed, story.graph()));
        report.say("  engine    " + new JourneyReplay(story, JourneyReplay.Fault.NONE).way());
        report.say("  reference " + new JourneyOracle(story).way());
    }
}
