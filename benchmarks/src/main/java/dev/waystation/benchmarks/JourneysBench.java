package dev.waystation.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import dev.waystation.platform.Platform;
import dev.waystation.platform.engagement.journey.usecase.DrainDueEnrolments;
import dev.waystation.platform.foundation.wiring.WorldClock;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Members leave a wait at the same instant: each is claimed, asked about by a branch, judged by the
 * send gate with consent, caps and quiet hours, gets a message in the outbox with its explanation,
 * leaves its traces and counters, and waits again; all of it durable. First the crowd while members
 * of another journey come due: a million within two minutes, and the others within ten seconds.
 * Then against db-scheduler on the same PostgreSQL that locks, fetches and deletes as many
 * executions whose handler does nothing (bar 1). At the end every member must have exactly one
 * message.
 */
public final class JourneysBench {

    private static final int MEMBERS = Integer.getInteger("members", 200_000);
    private static final int PAIRS = Integer.getInteger("pairs", 4);
    private static final int WARM = 50_000;

    private final BenchReport report = new BenchReport("journeys");
    private final DrainDueEnrolments drain;
    private final JourneysWorld world;
    private final WorldClock clock;
    private long moved;
    private double pace;

    private JourneysBench(ConfigurableApplicationContext platform) {
        this.drain = platform.getBean(DrainDueEnrolments.class);
        this.clock = platform.getBean(WorldClock.class);
        this.world = new JourneysWorld(platform);
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int status;
        try (Scratch data = Scratch.open("journeys-bench");
                ConfigurableApplicationContext platform =
                        new SpringApplicationBuilder(Platform.class)
                                .run(
                                        "--server.port=0",
                                        "--waystation.data=" + data.folder(),
                                        "--waystation.background=false",
                                        "--waystation.clock.mode=simulated",
                                        "--waystation.clock.start=10:00",
                                        "--logging.level.root=WARN")) {
            status = new JourneysBench(platform).measure(platform);
        }
        System.exit(status);
    }

    private int measure(ConfigurableApplicationContext platform) throws InterruptedException {
        report.say(
                "%,d members a round, %d rounds and one to warm up; db-scheduler as many executions"
                        .formatted(MEMBERS, PAIRS));
        perSecond(WARM); // the classes, not the tables: what follows is measured in seconds
        new JourneysNeighbours(platform, world).measure(MEMBERS, clock, report);
        moved += MEMBERS;
        Ratio ratio;
        try (EmptyTasks tasks = new EmptyTasks(platform.getBean(HikariDataSource.class))) {
            ratio =
                    report.pairs(
                            "journeys",
                            1,
                            PAIRS,
                            () -> tasks.perSecond(MEMBERS),
                            () -> perSecond(MEMBERS));
        }
        moved += new JourneysHalfRate(drain, world, clock).measure(pace, report);
        long[] messages = world.messages();
        boolean once = messages[0] == moved && messages[1] == moved && world.at("nap") == moved;
        report.say(
                "%,d members moved, %,d messages for %,d members"
                        .formatted(moved, messages[0], messages[1]));
        return report.finish(ratio) | (once ? 0 : 1);
    }

    private double perSecond(int members) {
        // as fine as the database keeps it, or the last microsecond of the wait is still ahead
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        world.due(members, now);
        long start = System.nanoTime();
        moved += drain.handle(now);
        double seconds = (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1);
        if (world.at("rest") != 0) {
            throw new IllegalStateException(world.at("rest") + " members were left behind");
        }
        pace = members / seconds;
        return pace;
    }
}
