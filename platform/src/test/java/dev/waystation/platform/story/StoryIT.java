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
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * One business story from timetable to message, by API and then in the browser, on a platform that
 * runs as a demo.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoryIT {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate ELDER_BORN = LocalDate.of(1962, 3, 8);
    private static final LocalDate YOUNG_BORN = LocalDate.of(1996, 7, 21);

    @TempDir private static Path data = Path.of("");
    private final StoryBook book = new StoryBook(root().resolve("benchmarks/results/story.txt"));
    private @Nullable RunningPlatform running;
    private Visitor staff = new Visitor("");
    private Visitor elder = new Visitor("");
    private Visitor young = new Visitor("");
    private String runId = "";
    private String elderTicketCode = "";
    private String elderId = "";

    @BeforeAll
    void start() {
        book.step(
                "the platform starts and seeds a small sample world",
                () -> {
                    RunningPlatform platform = new RunningPlatform(data, 400);
                    running = platform;
                    staff = new Visitor(platform.url());
                    elder = new Visitor(platform.url());
                    young = new Visitor(platform.url());
                    return platform.url();
                });
    }

    @AfterAll
    void stop() {
        if (running != null) {
            running.close();
        }
    }

    @Test
    @Order(1)
    void staffSignsIn() {
        book.step(
                "staff signs in; a wrong password is refused",
                () -> {
                    assertThat(signIn("wrong-password").status()).isEqualTo(401);
                    Visitor.Answer session = signIn(platform().password());
                    assertThat(session.status()).isLessThan(300);
                    return session.body().path("caller").path("roles").toString();
                });
    }

    @Test
    @Order(2)
    void anOperatorImportsATimetable() {
        book.step(
                "a broken GTFS feed is reported by file, line and column, and loads nothing",
                () -> {
                    JsonNode report = importFeed(SmallFeed.broken(today(), today().plusDays(20)));
                    JsonNode problem = report.path("problems").path(0);
                    assertThat(problem.path("file").asString()).isEqualTo("stop_times.txt");
                    assertThat(problem.path("line").asInt()).isEqualTo(3);
                    assertThat(problem.path("remedy").path("zh").asString()).isNotBlank();
                    assertThat(staff.get("/v1/trains?q=S9001").body().path("items")).isEmpty();
                    return problem.path("value").asString();
                });
        book.step(
                "the repaired feed loads; its train runs past midnight",
                () -> {
                    JsonNode report = importFeed(SmallFeed.whole(today(), today().plusDays(20)));
                    assertThat(report.path("problems")).isEmpty();
                    assertThat(staff.get("/v1/trains?q=S9001").body().path("items")).hasSize(1);
                    return report.path("summary").toString();
                });
    }

    @Test
    @Order(3)
    void theReleasePlanKeepsSeatsForThroughPassengers() {
        book.step(
                "G1158 is released by plan: the board says why the first leg is closed",
                () -> {
                    LocalDate day = today().plusDays(3);
                    JsonNode found =
                            staff.get("/v1/journeys?from=HGG&to=WUH&date=" + day + "&group=general")
                                    .body();
                    runId = "";
                    for (JsonNode item : found.path("items")) {
                        if (item.path("trainCode").asString().equals("G1158")) {
                            runId = item.path("runId").asString();
                        }
                    }
                    assertThat(runId).isNotBlank();
                    JsonNode board = staff.get("/v1/runs/" + runId + "/board?class=second").body();
                    JsonNode first = board.path("cells").path(0);
                    assertThat(board.path("cells").size()).isGreaterThan(10);
                    assertThat(first.path("available").asInt())
                            .isLessThan(first.path("free").asInt());
                    return "first leg "
                            + first.path("available")
                            + " of "
                            + first.path("free")
                            + " free seats";
                });
    }

    @Test
    @Order(4)
    void aPersonRegistersAndBuys() {
        book.step(
                "a person of 64 registers as a member",
                () -> {
                    elderId = register(elder, "19900008801", "张长者", ELDER_BORN, 11);
                    return elderId;
                });
        book.step(
                "searches Huanggang to Guangzhou, holds a seat, pays, gets a ticket",
                () -> {
                    JsonNode order = buy(elder, "HGG", "CAN", runId);
                    elderTicketCode = order.path("tickets").path(0).path("code").asString();
                    assertThat(order.path("status").asString()).isEqualTo("paid");
                    assertThat(elderTicketCode).isNotBlank();
                    return order.path("tickets").path(0).path("seat") + " " + order.path("amount");
                });
    }

    @Test
    @Order(5)
    void twoTravellersOnTheSameTripNeverShareASeat() {
        book.step(
                "two travellers on the same trip never share a seat",
                () -> {
                    register(young, "19900008802", "李青年", YOUNG_BORN, 22);
                    JsonNode order = buyAnyOverlap();
                    List<String> seats = new ArrayList<>();
                    order.path("tickets")
                            .forEach(ticket -> seats.add(ticket.path("seat").toString()));
                    JsonNode elderSeat =
                            elder.get("/v1/orders")
                                    .body()
                                    .path("items")
                                    .path(0)
                                    .path("tickets")
                                    .path(0)
                                    .path("seat");
                    assertThat(seats).isNotEmpty().doesNotContain(elderSeat.toString());
                    return seats.getFirst();
                });
    }

    @Test
    @Order(6)
    void theGateLetsATicketInOnce() {
        book.step(
                "the gate admits the ticket before departure, and refuses the second scan",
                () -> {
                    Instant departs =
                            Instant.parse(
                                    elder.get("/v1/orders")
                                            .body()
                                            .path("items")
                                            .path(0)
                                            .path("run")
                                            .path("from")
                                            .path("time")
                                            .asString());
                    moveTo(departs.minus(Duration.ofMinutes(15)));
                    JsonNode first = check(elderTicketCode);
                    assertThat(first.path("decision").asString())
                            .as(first.toString())
                            .isEqualTo("admit");
                    JsonNode second = check(elderTicketCode);
                    assertThat(second.path("decision").asString()).isEqualTo("refuse");
                    assertThat(check(elderTicketCode + "x").path("decision").asString())
                            .isEqualTo("refuse");
                    return second.path("reasonCode").asString();
                });
    }

    @Test
    @Order(7)
    void pointsTierTagSegmentJourneyAndMessageFollow() {
        book.step(
                "the trip completes: 15 points a yuan, rounded once, in a lot that expires",
                () -> {
                    JsonNode trip = elder.get("/v1/orders").body().path("items").path(0);
                    moveTo(
                            Instant.parse(trip.path("run").path("to").path("time").asString())
                                    .plus(Duration.ofMinutes(10)));
                    await(
                            "points",
                            () ->
                                    !elder.get("/v1/me/points")
                                            .body()
                                            .path("postings")
                                            .path("items")
                                            .isEmpty());
                    JsonNode points = elder.get("/v1/me/points").body();
                    long expected =
                            Math.round(trip.path("amount").path("minor").asLong() * 15 / 100.0);
                    assertThat(expected).isPositive();
                    assertThat(
                                    points.path("postings")
                                            .path("items")
                                            .path(0)
                                            .path("amount")
                                            .asLong())
                            .isEqualTo(expected);
                    assertThat(points.path("lots").path(0).path("lastDay").asString()).isNotBlank();
                    return expected + " points";
                });
        book.step(
                "facts flow on: tag, segment, journey, message through the consent gate",
                () -> {
                    await(
                            "a message or a withheld one",
                            () -> {
                                String text = timeline();
                                return text.contains("message") && text.contains("segment");
                            });
                    JsonNode member = staff.get("/v1/members/" + elderId).body();
                    assertThat(member.path("tags")).isNotEmpty();
                    assertThat(member.path("segments")).isNotEmpty();
                    return member.path("tags").size()
                            + " tags, "
                            + member.path("segments").size()
                            + " segments";
                });
    }

    @Test
    @Order(8)
    void playingADayMovesEveryScreen() {
        book.step(
                "a simulated day is played through the same code",
                () -> {
                    Instant before = platform().bean(WorldClock.class).instant();
                    Visitor.Answer started = staff.post("/v1/world/play", "{\"hours\":24}");
                    assertThat(started.status()).isEqualTo(202);
                    JsonNode job = awaitJob(started.body().path("id").asString());
                    assertThat(job.path("state").asString()).as(job.toString()).isEqualTo("done");
                    assertThat(platform().bean(WorldClock.class).instant())
                            .isAfter(before.plus(Duration.ofHours(23)));
                    return job.path("result").toString();
                });
    }

    @Test
    @Order(9)
    void theBrowserShowsIt() {
        try (StoryBrowser browser =
                new StoryBrowser(
                        platform().url(),
                        platform().password(),
                        root().resolve("platform/target/screenshots"))) {
            book.step(
                    "staff and member screens in the browser, zh and en",
                    () -> browser.walk(elderId, runId));
        }
    }

    private RunningPlatform platform() {
        return Objects.requireNonNull(running, "the platform did not start");
    }

    private Visitor.Answer signIn(String password) {
        return staff.post("/v1/session", "{\"login\":\"admin\",\"password\":\"" + password + "\"}");
    }

    private JsonNode importFeed(byte[] zip) {
        Visitor.Answer accepted = staff.upload("/v1/timetable-imports", "feed.zip", zip);
        assertThat(accepted.status()).as(accepted.body().toString()).isEqualTo(202);
        String job = accepted.body().path("id").asString();
        JsonNode ended = awaitJob(job);
        String id = ended.path("result").path("importId").asString(job);
        return staff.get("/v1/timetable-imports/" + id).body();
    }

    private String register(
            Visitor visitor, String phone, String name, LocalDate born, int sequence) {
        assertThat(
                        visitor.post("/v1/member-session/code", "{\"phone\":\"" + phone + "\"}")
                                .status())
                .isLessThan(300);
        String code = sentCode(visitor, phone);
        Visitor.Answer answer =
                visitor.post(
                        "/v1/members",
                        """
                        {"phone":"%s","code":"%s","name":"%s","document":{"type":"identity_card","number":"%s"},\
                        "birthDate":"%s","gender":"female","city":"HGG"}\
                        """
                                .formatted(
                                        phone,
                                        code,
                                        name,
                                        Documents.identityCard(born, sequence),
                                        born));
        assertThat(answer.status()).as(answer.body().toString()).isLessThan(300);
        if (!visitor.get("/v1/session")
                .body()
                .path("caller")
                .path("kind")
                .asString()
                .equals("member")) {
            visitor.post("/v1/member-session/code", "{\"phone\":\"" + phone + "\"}");
            String again = "";
            for (JsonNode sent : items(visitor.get("/v1/sandbox/codes").body())) {
                if (sent.path("phone").asString().equals(phone)) {
                    again = sent.path("code").asString();
                }
            }
            visitor.post(
                    "/v1/member-session",
                    "{\"phone\":\"" + phone + "\",\"code\":\"" + again + "\"}");
        }
        allowMarketing(visitor);
        return visitor.get("/v1/me").body().path("id").asString();
    }

    private static String sentCode(Visitor visitor, String phone) {
        return items(visitor.get("/v1/sandbox/codes").body()).stream()
                .filter(sent -> sent.path("phone").asString().equals(phone))
                .map(sent -> sent.path("code").asString())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no code was sent to " + phone));
    }

    private static void allowMarketing(Visitor visitor) {
        visitor.put(
                "/v1/me/consents",
                "{\"choices\":[{\"channel\":\"sms\",\"purpose\":\"marketing\",\"granted\":true},"
                        + "{\"channel\":\"sms\",\"purpose\":\"service\",\"granted\":true}]}");
    }

    private JsonNode buy(Visitor visitor, String fromCity, String toCity, String run) {
        String date = today().plusDays(3).toString();
        JsonNode found =
                visitor.get(
                                "/v1/journeys?from="
                                        + fromCity
                                        + "&to="
                                        + toCity
                                        + "&date="
                                        + date
                                        + "&group=general")
                        .body();
        JsonNode offer = found.path("items").path(0);
        for (JsonNode item : found.path("items")) {
            if (item.path("runId").asString().equals(run)) {
                offer = item;
            }
        }
        String traveller =
                items(visitor.get("/v1/me/travellers").body()).getFirst().path("id").asString();
        String body =
                "{\"runId\":\"%s\",\"fromCall\":%s,\"toCall\":%s,\"seatClass\":\"second\",\"travellerIds\":[\"%s\"]}"
                        .formatted(
                                offer.path("runId").asString(),
                                offer.path("fromCall"),
                                offer.path("toCall"),
                                traveller);
        String key = UUID.randomUUID().toString();
        Visitor.Answer placed = visitor.post("/v1/orders", body, key);
        assertThat(placed.status()).as(placed.body().toString()).isEqualTo(201);
        assertThat(visitor.post("/v1/orders", body, key).body().path("id"))
                .isEqualTo(placed.body().path("id"));
        String order = placed.body().path("id").asString();
        String intent =
                visitor.post("/v1/orders/" + order + ":pay", "{}")
                        .body()
                        .path("intentId")
                        .asString();
        visitor.post("/v1/sandbox-payments/" + intent + ":approve", "{}");
        await(
                "payment",
                () ->
                        visitor.get("/v1/orders/" + order)
                                .body()
                                .path("status")
                                .asString()
                                .equals("paid"));
        return visitor.get("/v1/orders/" + order).body();
    }

    private JsonNode buyAnyOverlap() {
        return buy(young, "HGG", "CAN", runId);
    }

    private JsonNode check(String code) {
        return staff.post(
                        "/v1/gate/check",
                        "{\"code\":\""
                                + code
                                + "\",\"gate\":\"A7\",\"stationCode\":\""
                                + boardingStation()
                                + "\"}")
                .body();
    }

    private String boardingStation() {
        return elder.get("/v1/orders")
                .body()
                .path("items")
                .path(0)
                .path("run")
                .path("from")
                .path("station")
                .asString();
    }

    private String timeline() {
        return staff.get("/v1/members/" + elderId + "/timeline?limit=100").body().toString();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(platform().bean(WorldClock.class).instant(), ZONE);
    }

    private void moveTo(Instant instant) {
        platform().bean(WorldClock.class).moveTo(instant);
        platform().bean(TimerWheel.class).runDue();
    }

    private JsonNode awaitJob(String id) {
        await(
                "job " + id,
                () ->
                        List.of("done", "failed", "partial", "cancelled")
                                .contains(
                                        staff.get("/v1/jobs/" + id)
                                                .body()
                                                .path("state")
                                                .asString()));
        return staff.get("/v1/jobs/" + id).body();
    }

    private static List<JsonNode> items(JsonNode answer) {
        List<JsonNode> items = new ArrayList<>();
        (answer.isArray() ? answer : answer.path("items")).forEach(items::add);
        return items;
    }

    private static void await(String what, BooleanSupplier reached) {
        long deadline = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited 90 s for " + what).isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return here.endsWith("platform") ? here.resolveSibling("") : here;
    }
}
