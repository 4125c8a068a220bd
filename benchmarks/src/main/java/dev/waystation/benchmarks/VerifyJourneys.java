package dev.waystation.benchmarks;

import dev.waystation.platform.Platform;
import dev.waystation.platform.foundation.wiring.WorldClock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Proves of journeys what a member would ask of them; every check shows first that it can fail. */
public final class VerifyJourneys {

    private VerifyJourneys() {}

    public static void main(String[] arguments) throws Exception {
        Report report = new Report("verify-journeys");
        boolean ok = JourneySimulation.run(report);
        try (Scratch data = Scratch.open("verify-journeys");
                ConfigurableApplicationContext platform =
                        new SpringApplicationBuilder(Platform.class)
                                .initializers(context ->
                                        ((GenericApplicationContext) context)
                                                .registerBean(ProofPost.class, ProofPost::new))
                                .run(
                                        "--server.port=0",
                                        "--waystation.data=" + data.folder(),
                                        "--waystation.background=false",
                                        "--waystation.clock.mode=simulated",
                                        "--waystation.clock.start=10:00",
                                        "--logging.level.root=WARN")) {
            Instant now =
                    platform.getBean(WorldClock.class).instant().truncatedTo(ChronoUnit.MILLIS);
            var world = new JourneysWorld(platform);
            ok &= new EventMess(platform, now).run(report);
            ok &= JourneyTriggers.run(platform, now, report);
            ok &= new JourneyOptOuts(platform, world).run(now, report);
        }
        report.say("journeys %s".formatted(ok ? "ok" : "short"));
        report.write();
        System.exit(ok ? 0 : 1);
    }
}
