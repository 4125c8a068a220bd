package dev.waystation.benchmarks;

import dev.waystation.platform.Platform;
import dev.waystation.platform.engagement.audience.Segments;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Events over HTTP into the default install, at a steady pace, with everything running that runs
 * there: how long after an event was due to be sent its member is read to be in the segment.
 * Whoever waits for an answer makes the next event late, never its clock. At the end the segment
 * must hold exactly those who were sent for.
 */
public final class LiveBench {

    private static final int RATE = Integer.getInteger("rate", 1_000);
    private static final int SECONDS = Integer.getInteger("seconds", 40);
    private static final int WARM_SECONDS = Integer.getInteger("warm-seconds", 15);
    private static final double BAR_SECONDS = 2;
    private static final long PATIENCE_SECONDS = 60;

    private LiveBench() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int status;
        try (Scratch data = Scratch.open("live-bench");
                ConfigurableApplicationContext platform =
                        new SpringApplicationBuilder(Platform.class)
                                .run(
                                        "--server.port=0",
                                        "--waystation.data=" + data.folder(),
                                        "--logging.level.root=WARN")) {
            status = measure(platform);
        }
        System.exit(status);
    }

    private static int measure(ConfigurableApplicationContext platform)
            throws InterruptedException {
        BenchReport report = new BenchReport("live");
        LiveWorld world = new LiveWorld(platform);
        report.say(
                "%,d events a second for %d s, %d a request; %,d members, %d live segments, %d tags"
                        .formatted(
                                RATE,
                                SECONDS,
                                LiveSender.EVENTS,
                                LiveWorld.MEMBERS,
                                world.segments(),
                                world.tags()));
        int port =
                Integer.parseInt(
                        String.valueOf(platform.getEnvironment().getProperty("local.server.port")));
        var watch = new LiveWatch(platform.getBean(Segments.class), world.segment());
        LiveSender sender = new LiveSender(port, world.key(), watch);
        round(sender, watch, WARM_SECONDS);
        watch.forget();
        round(sender, watch, SECONDS);
        List<Double> lags = watch.sorted();
        double p95 = at(lags, 0.95);
        report.say(
                String.format(
                        Locale.ROOT,
                        "visible after %.2f s (p50), %.2f s (p95), %.2f s (p99), %.2f s (last); %,d"
                                + " looked for",
                        at(lags, 0.5),
                        p95,
                        at(lags, 0.99),
                        at(lags, 1),
                        lags.size()));
        long in = platform.getBean(Segments.class).count(world.segment());
        report.say("%,d events sent, %,d members, all in".formatted(sender.sent(), in));
        if (in != sender.members()) {
            throw new IllegalStateException(in + " are in instead of " + sender.members());
        }
        return report.finish(new Ratio("live", 1, List.of(BAR_SECONDS / p95)));
    }

    private static void round(LiveSender sender, LiveWatch watch, int seconds)
            throws InterruptedException {
        Thread eyes = Thread.ofPlatform().start(watch::look);
        sender.send(RATE, seconds);
        long since = System.nanoTime();
        while (watch.open() > 0
                && System.nanoTime() - since < TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        watch.close();
        eyes.join();
        if (watch.open() > 0) {
            throw new IllegalStateException(watch.open() + " members never came in");
        }
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.get((int) ((sorted.size() - 1) * share));
    }
}
