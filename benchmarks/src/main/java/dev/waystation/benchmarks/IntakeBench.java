package dev.waystation.benchmarks;

import com.sun.net.httpserver.HttpServer;
import dev.waystation.platform.Platform;
import dev.waystation.platform.engagement.events.usecase.KeepSources;
import dev.waystation.platform.engagement.events.usecase.PublishSchema;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.operators.venues.Venue;
import dev.waystation.platform.operators.venues.Venues;
import dev.waystation.platform.operators.venues.usecase.KeepVenues;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.DoubleSupplier;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events of about 300 bytes, a hundred a request, over HTTP into the whole platform: read, checked
 * against their schema, stored once by message id, durable before the answer. Against the same rows
 * by the database's own bulk copy into the same table (bar 0.5), against one insert per event (10),
 * and against a bare HTTP server that reads the same bodies and drops them (0.4). Nobody reads the
 * events meanwhile, on neither side. At the end the last requests are sent again: none may count.
 */
public final class IntakeBench {

    private static final int PAIRS = Integer.getInteger("pairs", 5);
    // Some seconds a side: a round of one second tells how fast the compiler is, not the intake.
    private static final int REQUESTS = Integer.getInteger("requests", 4_000);
    private static final String KEY_EVENT = "bench.hotel_booked";

    private final BenchReport report = new BenchReport("intake");

    private final JdbcClient jdbc;
    private final IntakeRows rows;
    private final String key;
    private final int port;
    private int round;

    private IntakeBench(ConfigurableApplicationContext platform) {
        this.jdbc = platform.getBean(JdbcClient.class);
        this.port =
                Integer.parseInt(
                        String.valueOf(platform.getEnvironment().getProperty("local.server.port")));
        var made =
                (KeepSources.Outcome.Made)
                        platform.getBean(KeepSources.class)
                                .make(new KeepSources.Command("bench", "server", null, null));
        this.key = made.key();
        this.rows =
                new IntakeRows(platform.getBean(javax.sql.DataSource.class), made.source().id());
        platform.getBean(KeepVenues.class)
                .keep(
                        new Venue(
                                IntakeClients.VENUE,
                                Said.same("bench"),
                                platform.getBean(Venues.class).businessLines().getFirst().code(),
                                List.of()));
        platform.getBean(PublishSchema.class)
                .handle(
                        new PublishSchema.Command(
                                KEY_EVENT,
                                Said.same("booked"),
                                platform.getBean(JsonMapper.class).readTree(IntakeClients.SCHEMA)));
    }

    public static void main(String[] arguments) throws IOException {
        int status;
        try (Scratch data = Scratch.open("intake-bench");
                ConfigurableApplicationContext platform =
                        new SpringApplicationBuilder(Platform.class)
                                .run(
                                        "--server.port=0",
                                        "--waystation.data=" + data.folder(),
                                        "--waystation.background=false",
                                        "--logging.level.root=WARN")) {
            status = new IntakeBench(platform).measure();
        }
        System.exit(status);
    }

    private int measure() throws IOException {
        report.say(
                "%,d requests of %d events, %d connections, %d bytes an event"
                        .formatted(
                                REQUESTS,
                                IntakeClients.EVENTS,
                                IntakeClients.CONNECTIONS,
                                IntakeClients.bytesAnEvent()));
        for (String name : List.of("fsync", "full_page_writes", "synchronous_commit")) {
            String value = jdbc.sql("show " + name).query(String.class).single();
            report.say("PostgreSQL " + name + " = " + value);
            if (!"on".equals(value)) {
                throw new IllegalStateException(name + " must be on");
            }
        }
        DoubleSupplier ours = () -> ours(REQUESTS);
        HttpServer sink = sink();
        try {
            int sinkPort = sink.getAddress().getPort();
            report.part(
                    report.pairs(
                            "intake-http",
                            0.4,
                            PAIRS,
                            () -> new IntakeClients(sinkPort, key, ++round).send(REQUESTS * 4),
                            ours));
        } finally {
            sink.stop(0);
        }
        report.part(
                report.pairs(
                        "intake-single",
                        10,
                        PAIRS,
                        () -> fresh(() -> rows.insertOneByOne(++round, REQUESTS)),
                        ours));
        Ratio main =
                report.pairs(
                        "intake",
                        0.5,
                        PAIRS,
                        () -> fresh(() -> rows.copy(++round, REQUESTS * IntakeClients.EVENTS)),
                        ours);
        repeat();
        return report.finish(main);
    }

    private double ours(int requests) {
        return fresh(() -> {
            IntakeClients clients = new IntakeClients(port, key, ++round);
            double rate = clients.send(requests);
            long stored = count();
            if (stored != (long) requests * IntakeClients.EVENTS) {
                throw new IllegalStateException("stored " + stored);
            }
            return rate;
        });
    }

    private void repeat() {
        long before = count();
        IntakeClients clients = new IntakeClients(port, key, round);
        double rate = clients.send(REQUESTS);
        long after = count();
        report.say(
                "the last requests once more: %,.0f repetitions/s, %d counted"
                        .formatted(rate, after - before));
        if (after != before) {
            throw new IllegalStateException((after - before) + " events were stored twice");
        }
    }

    private double fresh(DoubleSupplier measured) {
        jdbc.sql("truncate events.event").update();
        jdbc.sql("checkpoint").update();
        return measured.getAsDouble();
    }

    private long count() {
        return jdbc.sql("select count(*) from events.event").query(Long.class).single();
    }

    /** Reads the body to its end and says nothing. */
    private static HttpServer sink() throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        byte[] answer =
                "{\"accepted\":100,\"repeated\":0}"
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        server.createContext(
                "/",
                exchange -> {
                    try (InputStream body = exchange.getRequestBody()) {
                        body.transferTo(OutputStream.nullOutputStream());
                    }
                    exchange.sendResponseHeaders(202, answer.length);
                    try (OutputStream out = exchange.getResponseBody()) {
                        out.write(answer);
                    }
                });
        server.start();
        return server;
    }
}
