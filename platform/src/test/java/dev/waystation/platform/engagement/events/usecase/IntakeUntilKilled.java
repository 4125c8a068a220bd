package dev.waystation.platform.engagement.events.usecase;

import com.zaxxer.hikari.HikariDataSource;
import dev.waystation.platform.engagement.events.model.Call;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.foundation.facts.FactTypes;
import dev.waystation.platform.foundation.lanes.LaneConnections;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/**
 * The intake in a process of its own, until it is killed. Every message that was acknowledged is
 * noted in a file; a hasty one notes it before it asks.
 */
@ImportAutoConfiguration({
    DataSourceTransactionManagerAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    TransactionAutoConfiguration.class
})
@ComponentScan(
        basePackages = {
            "dev.waystation.platform.engagement.events.store",
            "dev.waystation.platform.engagement.events.usecase"
        },
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = ".*(HookStore|KeepSources|TakeWebhook|IntakeUntilKilled|IT)"))
@ComponentScan(
        basePackages = "dev.waystation.platform.foundation",
        useDefaultFilters = false,
        includeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = ".*\\.(ClockWiring|MachineTime|Remedies)"))
@ComponentScan(
        basePackages = "dev.waystation.platform.operators.venues",
        useDefaultFilters = false,
        includeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = ".*\\.(KeepVenues|VenueStore|OneOperator)"))
@Import({FactLog.class, FactTypes.class, LaneConnections.class})
class IntakeUntilKilled {

    private static final int CLIENTS = 16;

    @Bean
    HikariDataSource dataSource() {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(System.getProperty("till.url"));
        pool.setUsername(System.getProperty("till.user"));
        pool.setPassword(System.getProperty("till.password"));
        pool.setMaximumPoolSize(8);
        return pool;
    }

    /** Key, file of notes, manner, and how many messages to note before dying in the middle. */
    public static void main(String[] arguments) {
        String key = arguments[0];
        Path notes = Path.of(arguments[1]);
        boolean hasty = arguments[2].equals("hasty");
        int most = Integer.parseInt(arguments[3]);
        TakeEvents take =
                new SpringApplicationBuilder(IntakeUntilKilled.class)
                        .web(WebApplicationType.NONE)
                        .properties(Map.of("logging.level.root", "ERROR"))
                        .lazyInitialization(true)
                        .run()
                        .getBean(TakeEvents.class);
        AtomicInteger next = new AtomicInteger();
        AtomicInteger noted = new AtomicInteger();
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            for (int i = 0; i < CLIENTS; i++) {
                clients.execute(() -> {
                    while (true) {
                        String id = "k" + next.getAndIncrement();
                        if (hasty) {
                            note(notes, id);
                        }
                        if (noted.incrementAndGet() > most) {
                            // no finally, no shutdown hook, nothing is flushed
                            Runtime.getRuntime().halt(137);
                        }
                        take.handle(new TakeEvents.Command(key, Call.TRACK, message(id)));
                        if (!hasty) {
                            note(notes, id);
                        }
                    }
                });
            }
        }
    }

    static byte[] message(String id) {
        return "{\"messageId\":\"%s\",\"userId\":\"u\",\"event\":\"x\"}"
                .formatted(id)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static synchronized void note(Path notes, String id) {
        try {
            Files.writeString(
                    notes, id + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
