package dev.waystation.benchmarks;

/** Proves of journeys what a member would ask of them; every check shows first that it can fail. */
public final class VerifyJourneys {

    private VerifyJourneys() {}

    public static void main(String[] arguments) throws Exception {
        Report report = new Report("verify-journeys");
        boolean ok = JourneySimulation.run(report);
        report.say("journeys %s".formatted(ok ? "ok" : "short"));
        report.write();
        System.exit(ok ? 0 : 1);
    }
}
