package dev.waystation.benchmarks;

import dev.waystation.platform.engagement.events.usecase.TakeEvents;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.Registration;
import dev.waystation.platform.selling.admission.facts.TripCompleted;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The same purchases and trips reach two crowds: one is told cleanly and in order, the other as the
 * world tells it. Afterwards every member has the same purchases, segment, journey, points and tier
 * as the twin in the other crowd. The control is a third crowd whose sender names a message by its
 * arrival and not by what happened.
 */
final class EventMess {

    private static final int EVENTS = Integer.getInteger("events", 100_000);
    private static final int OF_A_MEMBER = 90;
    private static final int CARELESS = 50;
    private static final int REQUEST = 500;
    private static final int SPOILED = 6;
    private static final Duration FUTURE = Duration.ofDays(700);

    private final Members members;
    private final TakeEvents take;
    private final FactLog facts;
    private final FactPump pump;
    private final TransactionTemplate transaction;
    private final Instant now;
    private final MessWorld world;
    private int registered;
    private int arrivals;
    private int bad;

    EventMess(ApplicationContext platform, Instant now) {
        this.members = platform.getBean(Members.class);
        this.take = platform.getBean(TakeEvents.class);
        this.facts = platform.getBean(FactLog.class);
        this.pump = platform.getBean(FactPump.class);
        this.transaction = platform.getBean(TransactionTemplate.class);
        this.now = now;
        this.world = new MessWorld(platform, OF_A_MEMBER / 3);
    }

    boolean run(Report report) {
        long begun = System.nanoTime();
        int size = EVENTS / (OF_A_MEMBER + MessyEvents.TRIPS_OF_A_MEMBER);
        List<Long> clean = crowd(size);
        List<Long> messy = crowd(size);
        List<Long> careless = crowd(Math.min(size, CARELESS));
        List<MessyEvents.Bought> bought = MessyEvents.bought(size, OF_A_MEMBER, now);
        List<MessyEvents.Bought> mess = MessyEvents.repeatedAndShuffled(bought);

        send(bought, clean, false, (it, user) -> message(it, user, "c", now));
        refusedWhole();
        int sent = send(mess, messy, true, (it, user) -> message(it, user, "m", now.plus(FUTURE)));
        send(
                mess.stream().filter(it -> it.member() < careless.size()).toList(),
                careless,
                false,
                (it, user) -> it.message(user, "arrived-" + arrivals++, it.at()));
        travel(MessyEvents.trips(1_000_000_000L, clean, now));
        sent += travel(withNobody(MessyEvents.trips(2_000_000_000L, messy, now)));
        travel(MessyEvents.trips(3_000_000_000L, careless, now));

        List<String> expected = world.states(clean);
        List<String> found = world.states(messy);
        long differing = differing(expected, found);
        long caught = differing(expected.subList(0, careless.size()), world.states(careless));
        long inside = found.stream().filter(it -> it.contains(" segment 1 journey 1")).count();
        report.say(
                "mess: %,d events and trips sent for %,d that happened to %,d members, %d s"
                        .formatted(
                                sent,
                                bought.size() + (long) size * MessyEvents.TRIPS_OF_A_MEMBER,
                                size,
                                Duration.ofNanos(System.nanoTime() - begun).toSeconds()));
        report.say(
                "mess: %,d members end otherwise than their twins told in order; %,d of them are in the segment and its journey"
                        .formatted(differing, inside));
        report.say(
                "control: ids made on arrival leave %,d of %,d members otherwise"
                        .formatted(caught, careless.size()));
        return differing == 0 && caught > 0 && inside > 0 && inside < size;
    }

    /** Some happen this minute; a clock that runs ahead dates them in another year. */
    private static String message(
            MessyEvents.Bought it, String user, String crowd, Instant thisMinute) {
        boolean justNow = it.number() % 50 == 0;
        return it.message(user, id(crowd, it), justNow ? thisMinute : it.at());
    }

    private static String id(String crowd, MessyEvents.Bought it) {
        return crowd + "-" + it.member() + "-" + it.number();
    }

    private List<Long> crowd(int size) {
        return IntStream.range(0, size).mapToObj(_ -> register(registered++)).toList();
    }

    private long register(int number) {
        return members.register(
                        new Registration(
                                "+8529%07d".formatted(number),
                                "Mess Crowd",
                                "passport",
                                "M%08d".formatted(number),
                                LocalDate.of(1990, 1, 1),
                                "unknown",
                                "WUH",
                                "web"))
                .value();
    }

    private int send(
            List<MessyEvents.Bought> events,
            List<Long> to,
            boolean spoiled,
            BiFunction<MessyEvents.Bought, String, String> message) {
        for (int from = 0; from < events.size(); from += REQUEST) {
            var batch = new ArrayList<String>();
            for (MessyEvents.Bought it :
                    events.subList(from, Math.min(events.size(), from + REQUEST))) {
                batch.add(message.apply(it, PublicId.encode("mbr", to.get(it.member()))));
            }
            for (int i = 0; spoiled && i < SPOILED; i++) {
                batch.add(
                        i * batch.size() / SPOILED,
                        MessyEvents.spoiled(bad++, PublicId.encode("mbr", to.getFirst())));
            }
            post(batch);
        }
        drain();
        return events.size() + bad;
    }

    private void post(List<String> batch) {
        String body = "{\"batch\":[" + String.join(",", batch) + "]}";
        var outcome =
                take.handle(
                        new TakeEvents.Command(
                                world.key(), null, body.getBytes(StandardCharsets.UTF_8)));
        if (!(outcome instanceof TakeEvents.Outcome.Taken)) {
            throw new IllegalStateException("not taken: " + outcome);
        }
    }

    /** A request that is no JSON to its end is refused as a whole. */
    private void refusedWhole() {
        try {
            post(List.of("{\"type\":\"track\""));
        } catch (Malformed expected) {
            return;
        }
        throw new IllegalStateException("half a request was taken");
    }

    /** Somebody nobody knows travels among them, and keeps none of them from their points. */
    private static List<TripCompleted> withNobody(List<TripCompleted> trips) {
        var all = MessyEvents.repeatedAndShuffled(trips);
        TripCompleted last = all.getLast();
        all.add(
                all.size() / 2,
                new TripCompleted(
                        last.ticketId() + 1_000_000,
                        Long.MAX_VALUE / 2,
                        1,
                        "second",
                        100,
                        false,
                        false,
                        "WUH",
                        "CAN",
                        last.occurredAt()));
        return all;
    }

    private int travel(List<TripCompleted> trips) {
        for (int from = 0; from < trips.size(); from += REQUEST) {
            List<TripCompleted> batch = trips.subList(from, Math.min(trips.size(), from + REQUEST));
            transaction.executeWithoutResult(_ -> facts.append(List.copyOf(batch)));
        }
        drain();
        return trips.size();
    }

    /** What one reader writes another reads: until nothing is new. */
    private void drain() {
        for (int i = 0; i < 4; i++) {
            pump.drain();
        }
    }

    private static long differing(List<String> expected, List<String> found) {
        return IntStream.range(0, expected.size())
                .filter(i -> !expected.get(i).equals(found.get(i)))
                .count();
    }
}
