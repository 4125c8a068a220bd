package dev.waystation.testkit;

/**
 * Runs a property on many generated inputs. Every run has its own seed; a failure names it, and
 * {@code -Dwaystation.seed=…} replays exactly that run.
 */
public final class Seeded {

    private static final long FIRST_SEED = 20_260_101L;

    private Seeded() {}

    /** A law that must hold for every draw. */
    @FunctionalInterface
    public interface Law {
        void holdsFor(Draw draw) throws Exception;
    }

    /** Checks the law {@code runs} times, or once with the seed the caller set. */
    public static void runs(int runs, Law law) {
        Long replay = Long.getLong("waystation.seed");
        if (replay != null) {
            check(replay, law);
            return;
        }
        for (int run = 0; run < runs; run++) {
            check(FIRST_SEED + run, law);
        }
    }

    private static void check(long seed, Law law) {
        try {
            law.holdsFor(new Draw(seed));
        } catch (Exception | AssertionError broken) {
            throw new AssertionError(
                    "seed "
                            + seed
                            + " breaks the law: "
                            + broken.getMessage()
                            + "\nMaybe replay it with -Dwaystation.seed="
                            + seed,
                    broken);
        }
    }
}
