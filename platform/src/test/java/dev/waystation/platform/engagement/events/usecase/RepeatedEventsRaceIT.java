package dev.waystation.platform.engagement.events.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.engagement.events.model.Call;
import dev.waystation.platform.engagement.events.model.EventTime;
import dev.waystation.platform.engagement.events.model.Message;
import dev.waystation.platform.engagement.events.model.Parcel;
import dev.waystation.platform.engagement.events.store.ArrivalStore;
import dev.waystation.platform.engagement.events.store.DayStore;
import dev.waystation.testkit.Capability;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Storms of repetitions, also across midnight and through two nodes at once. */
@PlatformIT
class RepeatedEventsRaceIT {

    private static final int CLIENTS = 64;

    @Autowired private KeepSources sources;
    @Autowired private TakeEvents take;
    @Autowired private ArrivalStore store;
    @Autowired private DayStore days;
    @Autowired private JdbcClient jdbc;
    @Autowired private Clock clock;
    @Autowired private PlatformTransactionManager transactions;

    @Test
    @Capability("CDP-02")
    void aStormOfRepetitionsStoresEachMessageOnce() throws Exception {
        var made = source();
        for (boolean stamped : List.of(true, false)) {
            String prefix = stamped ? "s" : "n";
            List<Callable<TakeEvents.Outcome>> storm = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                int from = client % 8 * 25;
                storm.add(() -> take.handle(batch(made.key(), prefix, from, 100, stamped)));
            }
            int accepted = 0;
            for (TakeEvents.Outcome outcome : together(storm)) {
                var taken = (TakeEvents.Outcome.Taken) outcome;
                assertThat(taken.accepted() + taken.repeated()).isEqualTo(100);
                accepted += taken.accepted();
            }
            assertThat(accepted).as("told as new").isEqualTo(275);
            assertThat(count(made.source().id(), prefix)).isEqualTo(275);
        }
    }

    /** Two nodes on either side of midnight, each with the same message without a stamp. */
    @Test
    @Capability("CDP-02")
    void midnightBetweenTwoNodesMakesNoSecondEvent() throws Exception {
        assertThat(atMidnight(true)).isEqualTo(1);
    }

    /** The control: where only the key is asked, the two days each keep a copy. */
    @Test
    void withoutTheCarefulWayMidnightWouldMakeTwo() throws Exception {
        assertThat(atMidnight(false)).isEqualTo(2);
    }

    @Test
    @Capability("CDP-02")
    void aMessageIsKnownAgainADayLaterWhateverItsStamp() throws Exception {
        var made = source();
        Instant first = clock.instant();
        for (int hours : new int[] {-100, -30, -23, -1, 0, 1, 12, 23, 26, 100}) {
            String id = "h" + hours + ";";
            Instant claimed = first.plus(Duration.ofHours(hours));
            for (int later : new int[] {0, 5, 23}) {
                Instant received = first.plus(Duration.ofHours(later));
                Parcel parcel = parcel(made.source().id(), id, claimed, received);
                put(parcel, parcel.sure());
            }
            assertThat(count(made.source().id(), id)).as("stamp off by %d h", hours).isEqualTo(1);
        }
    }

    private int atMidnight(boolean careful) throws Exception {
        var made = source();
        Instant midnight =
                EventTime.day(clock.instant())
                        .plusDays(1)
                        .atStartOfDay(java.time.ZoneOffset.UTC)
                        .toInstant();
        List<Callable<Boolean>> nodes = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            Instant received = midnight.plusMillis(i % 2 == 0 ? -1 : 1);
            nodes.add(() -> put(parcel(made.source().id(), "m", null, received), !careful));
        }
        together(nodes);
        return count(made.source().id(), "m");
    }

    private boolean put(Parcel parcel, boolean straight) {
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        transaction.executeWithoutResult(status -> days.ensure(parcel.days()));
        return Boolean.TRUE.equals(
                transaction.execute(status -> {
                    try {
                        store.nextBatch();
                        if (!straight || !store.storeStraight(List.of(parcel))) {
                            store.storeCarefully(List.of(parcel));
                        }
                        return true;
                    } catch (java.sql.SQLException broken) {
                        throw new IllegalStateException(broken);
                    }
                }));
    }

    private static Parcel parcel(
            int source, String id, @Nullable Instant claimed, Instant received) {
        Parcel parcel = new Parcel();
        parcel.add(
                source,
                new Message(
                        id,
                        Call.TRACK,
                        "x",
                        "u",
                        null,
                        null,
                        null,
                        claimed,
                        null,
                        null,
                        null,
                        null,
                        0,
                        null,
                        "{}".getBytes(StandardCharsets.UTF_8)),
                EventTime.of(claimed, null, received),
                received);
        return parcel;
    }

    private TakeEvents.Command batch(
            String key, String prefix, int from, int count, boolean stamped) {
        StringBuilder body = new StringBuilder("{\"batch\":[");
        for (int i = from; i < from + count; i++) {
            body.append(i > from ? "," : "")
                    .append("{\"type\":\"track\",\"event\":\"x\",\"userId\":\"u\",\"messageId\":\"")
                    .append(prefix)
                    .append(i)
                    .append('"')
                    .append(stamped ? ",\"timestamp\":\"" + clock.instant() + "\"" : "")
                    .append('}');
        }
        body.append("]}");
        return new TakeEvents.Command(key, null, body.toString().getBytes(StandardCharsets.UTF_8));
    }

    private KeepSources.Outcome.Made source() {
        return (KeepSources.Outcome.Made)
                sources.make(
                        new KeepSources.Command(
                                "storm " + UUID.randomUUID(), "server", null, null));
    }

    private int count(int source, String prefix) {
        return jdbc.sql(
                        "select count(*) from events.event where source_id = :source"
                                + " and message_id like :prefix || '%'")
                .param("source", source)
                .param("prefix", prefix)
                .query(Integer.class)
                .single();
    }

    private static <T> List<T> together(List<Callable<T>> calls) throws Exception {
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<T> answers = new ArrayList<>();
            for (Future<T> each : clients.invokeAll(calls)) {
                answers.add(each.get());
            }
            return answers;
        }
    }
}
