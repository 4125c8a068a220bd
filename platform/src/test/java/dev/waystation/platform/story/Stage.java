package dev.waystation.platform.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.foundation.jobs.TimerWheel;
import dev.waystation.platform.foundation.wiring.WorldClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Where the story happens: one running platform, its clock, and who takes part. */
final class Stage implements AutoCloseable {

    static final String PAYMENT_SECRET = "known to the story and to the sandbox";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Supplier<Path> data;
    private @Nullable RunningPlatform running;
    private int strangers;
    private @Nullable Visitor staff;
    private @Nullable Person elder;
    private @Nullable Person young;

    Stage(Supplier<Path> data) {
        this.data = data;
    }

    void open() {
        RunningPlatform platform = new RunningPlatform(data.get(), 400, PAYMENT_SECRET);
        running = platform;
        staff = new Visitor(platform.url());
        elder = person("19900008801", "张长者", LocalDate.of(1962, 3, 8));
        young = person("19900008802", "李青年", LocalDate.of(1996, 7, 21));
    }

    /** Somebody who has not registered yet. */
    Person person(String phone, String name, LocalDate born) {
        return new Person(platform().url(), phone, name, born);
    }

    /** Somebody new, for parts without a name. */
    Person stranger() {
        int number = ++strangers;
        return person(
                "19900009%03d".formatted(number), "路人" + ordinal(number), LocalDate.of(1985, 6, 1));
    }

    /** Tells invented people apart with the characters a name may have. */
    static String ordinal(int number) {
        String stems = "甲乙丙丁戊己庚辛壬癸";
        return String.valueOf(stems.charAt(number / 10)) + stems.charAt(number % 10);
    }

    RunningPlatform platform() {
        return Objects.requireNonNull(running, "the platform did not start");
    }

    Visitor staff() {
        return Objects.requireNonNull(staff, "the platform did not start");
    }

    /** Of 64: the one whose trip is followed to the message. */
    Person elder() {
        return Objects.requireNonNull(elder, "the platform did not start");
    }

    Person young() {
        return Objects.requireNonNull(young, "the platform did not start");
    }

    LocalDate today() {
        return LocalDate.ofInstant(now(), ZONE);
    }

    Instant now() {
        return platform().bean(WorldClock.class).instant();
    }

    /** Moves the world on; whatever is due by then happens before this returns. */
    void moveTo(Instant instant) {
        platform().bean(WorldClock.class).moveTo(instant);
        platform().bean(TimerWheel.class).runDue();
    }

    /** G1158 from one city to another, as everybody finds it. */
    Trip trip(String from, String to, LocalDate date) {
        JsonNode found =
                staff().get(
                                "/v1/journeys?from=%s&to=%s&date=%s&group=general"
                                        .formatted(from, to, date))
                        .body();
        return Stage.items(found).stream()
                .filter(item -> item.path("trainCode").asString().equals("G1158"))
                .map(Trip::of)
                .findFirst()
                .orElseThrow(() -> new AssertionError("G1158 is not in " + found));
    }

    JsonNode awaitJob(String id) {
        List<String> ended = List.of("done", "failed", "partial", "cancelled");
        await(
                "job " + id,
                () ->
                        ended.contains(
                                staff().get("/v1/jobs/" + id).body().path("state").asString()));
        return staff().get("/v1/jobs/" + id).body();
    }

    static void await(String what, BooleanSupplier reached) {
        await(() -> what, reached);
    }

    /** Says at the end of its patience how far things came. */
    static void await(Supplier<String> what, BooleanSupplier reached) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime())
                    .as(() -> "waited %s for %s".formatted(PATIENCE, what.get()))
                    .isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    static List<JsonNode> items(JsonNode answer) {
        List<JsonNode> items = new ArrayList<>();
        (answer.isArray() ? answer : answer.path("items")).forEach(items::add);
        return items;
    }

    @Override
    public void close() {
        if (running != null) {
            running.close();
        }
    }
}
