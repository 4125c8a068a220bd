package dev.waystation.benchmarks;

import dev.waystation.platform.Platform;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.operators.access.Role;
import dev.waystation.platform.operators.access.usecase.IssueApiKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The page of a member at ten million members: all its parts over HTTP, asked together as a browser
 * does, by several members of staff at once, each time for somebody not looked at before. The bar
 * is 300 ms at the 95th of a hundred pages; the ratio is that over what was measured.
 */
public final class ProfileBench {

    private static final int MEMBERS = Integer.getInteger("members", 10_000_000);
    private static final int SAMPLE = Integer.getInteger("sample", 3_000);
    private static final int PAGES = Integer.getInteger("pages", 2_000);
    private static final int STAFF = 4;
    private static final String SIZE =
            "select pg_size_pretty(pg_database_size(current_database()))";
    private static final double BAR_SECONDS = 0.3;
    private static final List<String> PARTS =
            List.of(
                    "/v1/members/%s",
                    "/v1/members/%s/timeline?limit=50",
                    "/v1/members/%s/points",
                    "/v1/members/%s/benefits",
                    "/v1/orders?member=%s",
                    "/v1/messages?member=%s");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicLong bytes = new AtomicLong();
    private final String address;
    private final String key;

    private ProfileBench(String address, String key) {
        this.address = address;
        this.key = key;
    }

    public static void main(String[] arguments)
            throws IOException, SQLException, InterruptedException, ExecutionException {
        int status;
        try (Scratch data = Scratch.open("profile-bench");
                ConfigurableApplicationContext platform =
                        new SpringApplicationBuilder(Platform.class)
                                .profiles("demo")
                                .run(
                                        "--server.port=0",
                                        "--waystation.data=" + data.folder(),
                                        "--waystation.background=false",
                                        "--waystation.demo-members=" + SAMPLE,
                                        "--waystation.limits.client-per-second=100000",
                                        "--logging.level.root=WARN")) {
            status = measure(platform);
        }
        System.exit(status);
    }

    private static int measure(ConfigurableApplicationContext platform)
            throws SQLException, InterruptedException, ExecutionException {
        BenchReport report = new BenchReport("profile");
        JdbcClient jdbc = platform.getBean(JdbcClient.class);
        List<Long> known =
                new ArrayList<>(
                        jdbc.sql("select id from membership.member order by id")
                                .query(Long.class)
                                .list());
        Collections.shuffle(known, new Random(20_261_123));
        new ProfileCrowd(platform.getBean(DataSource.class), MEMBERS - known.size()).gather();
        jdbc.sql("checkpoint").update();
        report.say(
                "%,d members, one row each in %d tables, %,d of them whole; %s on disk"
                        .formatted(
                                jdbc.sql("select count(*) from membership.member")
                                        .query(Long.class)
                                        .single(),
                                ProfileCrowd.tables(),
                                known.size(),
                                jdbc.sql(SIZE).query(String.class).single()));
        String port = String.valueOf(platform.getEnvironment().getProperty("local.server.port"));
        String key =
                platform.getBean(IssueApiKey.class)
                        .handle(
                                new IssueApiKey.Command(
                                        "bench", Role.allPermissions(), 1, Role.allPermissions()))
                        .key();
        ProfileBench bench = new ProfileBench("http://localhost:" + port, key);
        bench.pages(known.subList(0, known.size() - PAGES));
        bench.bytes.set(0);
        List<Double> took = bench.pages(known.subList(known.size() - PAGES, known.size()));
        double p95 = at(took, 0.95);
        report.say(
                String.format(
                        Locale.ROOT,
                        "%,d pages of %d parts, %d members of staff at once, %,d bytes a page:"
                                + " %.0f ms (p50), %.0f ms (p95), %.0f ms (p99), %.0f ms (last)",
                        took.size(),
                        PARTS.size(),
                        STAFF,
                        bench.bytes.get() / took.size(),
                        1e3 * at(took, 0.5),
                        1e3 * p95,
                        1e3 * at(took, 0.99),
                        1e3 * at(took, 1)));
        return report.finish(new Ratio("profile", 1, List.of(BAR_SECONDS / p95)));
    }

    /** Seconds each page took, from asking to the last of its parts. */
    private List<Double> pages(List<Long> members) throws InterruptedException, ExecutionException {
        AtomicInteger next = new AtomicInteger();
        List<Double> took = Collections.synchronizedList(new ArrayList<>());
        try (ExecutorService staff = Executors.newFixedThreadPool(STAFF)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < STAFF; i++) {
                all.add(
                        staff.submit(() -> {
                            for (int n = next.getAndIncrement();
                                    n < members.size();
                                    n = next.getAndIncrement()) {
                                took.add(page(members.get(n)));
                            }
                        }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        }
        return took.stream().sorted().toList();
    }

    private double page(long member) {
        String id = PublicId.encode("mbr", member);
        long begin = System.nanoTime();
        CompletableFuture.allOf(
                        PARTS.stream()
                                .map(part -> ask(part.formatted(id)))
                                .toArray(CompletableFuture[]::new))
                .join();
        return (System.nanoTime() - begin) / 1e9;
    }

    private CompletableFuture<Void> ask(String part) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address + part))
                        .header("Authorization", "Bearer " + key)
                        .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                .thenAccept(answer -> {
                    if (answer.statusCode() != 200) {
                        throw new IllegalStateException(part + ": " + answer.body());
                    }
                    bytes.addAndGet(answer.body().length());
                });
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.get((int) ((sorted.size() - 1) * share));
    }
}
