package dev.waystation.benchmarks;

import dev.waystation.platform.selling.admission.facts.TripCompleted;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * What a crowd of members did within ten days, drawn from a seed, as a careful sender tells it and
 * as the world does: twice and three times, in no order, days late, dated in the future, between
 * events nobody knows and events that are spoiled.
 */
final class MessyEvents {

    static final String BOUGHT = "mess.bought";
    static final int TRIPS_OF_A_MEMBER = 10;
    private static final int DAYS = 10;

    /** One purchase of the member at that place in the crowd. */
    record Bought(int member, int number, Instant at, int amount) {

        /** As the sender writes it; the id makes a repetition one. */
        String message(String user, String id, Instant dated) {
            return """
            {"type":"track","messageId":"%s","userId":"%s","event":"%s","timestamp":"%s",\
            "properties":{"amount":%d}}\
            """
                    .formatted(id, user, BOUGHT, dated, amount);
        }
    }

    private MessyEvents() {}

    /** In the order in which they happened. */
    static List<Bought> bought(int members, int each, Instant now) {
        var random = new Random(20_261_123);
        var all = new ArrayList<Bought>();
        for (int member = 0; member < members; member++) {
            int habit = random.nextInt(1, 100);
            for (int number = 0; number < each; number++) {
                Instant at = now.minus(Duration.ofMinutes(random.nextInt(1, DAYS * 24 * 60)));
                all.add(new Bought(member, number, at, random.nextInt(1, 1 + habit)));
            }
        }
        all.sort((one, other) -> one.at().compareTo(other.at()));
        return all;
    }

    /** Trips of the same days; the ticket's number makes a repetition one. */
    static List<TripCompleted> trips(long firstTicket, List<Long> members, Instant now) {
        var random = new Random(20_261_124);
        var all = new ArrayList<TripCompleted>();
        long ticket = firstTicket;
        for (long member : members) {
            for (int trip = 0; trip < TRIPS_OF_A_MEMBER; trip++) {
                Instant at = now.minus(Duration.ofMinutes(random.nextInt(1, DAYS * 24 * 60)));
                long fare = 100L * random.nextInt(20, 300);
                all.add(
                        new TripCompleted(
                                ticket++, member, 1, "second", fare, false, false, "WUH", "CAN",
                                at));
            }
        }
        all.sort((one, other) -> one.occurredAt().compareTo(other.occurredAt()));
        return all;
    }

    /** Some of them twice, some three times, in no order at all. */
    static <T> List<T> repeatedAndShuffled(List<T> events) {
        var random = new Random(20_261_125);
        var all = new ArrayList<>(events);
        for (T event : events) {
            int chance = random.nextInt(100);
            for (int more = chance < 5 ? 2 : chance < 35 ? 1 : 0; more > 0; more--) {
                all.add(event);
            }
        }
        Collections.shuffle(all, random);
        return all;
    }

    /** Messages that must change nothing, one after another. */
    static String spoiled(int number, String user) {
        String head =
                "{\"type\":\"track\",\"messageId\":\"spoiled-%d\",\"userId\":\"%s\",\"event\":\"%s\","
                        .formatted(number, user, BOUGHT);
        return switch (number % 6) {
            case 0 -> head + "\"properties\":{\"amount\":\"much\"}}";
            case 1 -> head + "\"properties\":{\"amount\":1e400}}";
            case 2 -> head + "\"properties\":{\"amount\":-5}}";
            case 3 -> head + "\"timestamp\":\"yesterday\",\"properties\":{\"amount\":5}}";
            case 4 -> head.replace(BOUGHT, "mess.unheard_of") + "\"properties\":{\"amount\":5}}";
            default ->
                    "{\"type\":\"track\",\"messageId\":\"spoiled-%d\",\"event\":\"%s\"}"
                            .formatted(number, BOUGHT);
        };
    }
}
