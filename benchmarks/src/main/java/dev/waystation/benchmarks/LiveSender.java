package dev.waystation.benchmarks;

import dev.waystation.platform.foundation.edge.PublicId;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Sends at the pace of the calendar, whatever the answers take. The first event of each request is
 * the first one of a member, who is looked for; the others are by members drawn from all.
 */
final class LiveSender {

    static final int EVENTS = Integer.getInteger("events", 10);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final SplittableRandom random = new SplittableRandom(20_261_123);
    private final Set<Long> members = new HashSet<>();
    private final URI to;
    private final String authorization;
    private final LiveWatch watch;
    private long newcomer = LiveWorld.NEWCOMERS;
    private long sent;

    LiveSender(int port, String key, LiveWatch watch) {
        this.to = URI.create("http://localhost:" + port + "/v1/batch");
        this.authorization =
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString((key + ":").getBytes(StandardCharsets.UTF_8));
        this.watch = watch;
    }

    long sent() {
        return sent;
    }

    /** How many different members were sent for. */
    int members() {
        return members.size();
    }

    /** Until every request is answered. */
    void send(int perSecond, int seconds) throws InterruptedException {
        long begin = System.nanoTime();
        int requests = perSecond * seconds / EVENTS;
        List<CompletableFuture<Void>> answers = new ArrayList<>();
        for (int i = 0; i < requests; i++) {
            long due = begin + i * (long) EVENTS * TimeUnit.SECONDS.toNanos(1) / perSecond;
            String body = body();
            long ahead = due - System.nanoTime();
            if (ahead > 0) {
                TimeUnit.NANOSECONDS.sleep(ahead);
            }
            watch.expect(newcomer, due);
            answers.add(post(body));
        }
        answers.forEach(CompletableFuture::join);
    }

    private CompletableFuture<Void> post(String body) {
        HttpRequest request =
                HttpRequest.newBuilder(to)
                        .header("Authorization", authorization)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                .thenAccept(answer -> {
                    if (answer.statusCode() != 202
                            || !answer.body().contains("\"accepted\":" + EVENTS)) {
                        throw new IllegalStateException(answer.statusCode() + answer.body());
                    }
                });
    }

    private String body() {
        newcomer++;
        StringBuilder body = new StringBuilder("{\"batch\":[").append(event(newcomer));
        for (int i = 1; i < EVENTS; i++) {
            body.append(',').append(event(LiveWorld.FIRST + random.nextInt(LiveWorld.MEMBERS)));
        }
        return body.append("]}").toString();
    }

    private String event(long member) {
        members.add(member);
        return """
        {"type":"track","messageId":"live-%d","userId":"%s","event":"%s","timestamp":"%s",\
        "properties":{"city":"%s","nights":%d}}\
        """
                .formatted(
                        sent++,
                        PublicId.encode("mbr", member),
                        LiveWorld.EVENT,
                        Clock.systemUTC().instant(),
                        random.nextBoolean() ? "WUH" : "SHA",
                        1 + random.nextInt(9));
    }
}
