package dev.waystation.benchmarks;

import dev.waystation.platform.engagement.journey.model.HeardFact;
import dev.waystation.platform.engagement.journey.usecase.HearFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A hundred triggers of one member at the same moment into a journey he may enter once. */
final class JourneyTriggers {

    private static final int TRIGGERS = 100;
    private static final long MEMBER = 999_999;

    private JourneyTriggers() {}

    static boolean run(ApplicationContext platform, Instant now, Report report) throws Exception {
        HearFacts hear = platform.getBean(HearFacts.class);
        JdbcClient jdbc = platform.getBean(JdbcClient.class);
        together(
                TRIGGERS,
                number -> {
                    hear.handle(
                            List.of(
                                    new HeardFact(
                                            number,
                                            "TripCompleted",
                                            MEMBER,
                                            now,
                                            Map.of("memberId", MEMBER, "ticketId", number))));
                    return number;
                });
        long entries = count(jdbc, "journey.enrolment");
        report.say("triggers: %d at once, %d entry".formatted(TRIGGERS, entries));

        jdbc.sql("create table careless (member_id bigint)").update();
        CyclicBarrier asked = new CyclicBarrier(8);
        together(
                8,
                _ -> {
                    long before = count(jdbc, "careless");
                    asked.await();
                    return before > 0
                            ? 0
                            : jdbc.sql("insert into careless values (:member)")
                                    .param("member", MEMBER)
                                    .update();
                });
        long careless = count(jdbc, "careless");
        report.say("control: asking first and entering then let %d in".formatted(careless));
        return entries == 1 && careless > 1;
    }

    private static long count(JdbcClient jdbc, String table) {
        return jdbc.sql("select count(*) from " + table + " where member_id = :member")
                .param("member", MEMBER)
                .query((row, number) -> row.getLong(1))
                .single();
    }

    private interface Client {
        Object call(int number) throws Exception;
    }

    private static void together(int clients, Client client) throws Exception {
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Object>> calls = new ArrayList<>();
            for (int i = 1; i <= clients; i++) {
                int number = i;
                calls.add(() -> client.call(number));
            }
            for (Future<Object> answer : pool.invokeAll(calls)) {
                answer.get();
            }
        }
    }
}
