package dev.waystation.platform.selling.booking.usecase;

import dev.waystation.amounts.Money;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.selling.booking.model.Fares;
import dev.waystation.platform.selling.booking.model.Plenty;
import dev.waystation.platform.selling.catalogue.ClassOffer;
import dev.waystation.platform.selling.catalogue.Connection;
import dev.waystation.platform.selling.catalogue.Fare;
import dev.waystation.platform.selling.catalogue.RunId;
import dev.waystation.platform.selling.catalogue.Timetables;
import dev.waystation.platform.selling.inventory.Availability;
import dev.waystation.platform.selling.inventory.SeatAvailability;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/** What can be bought from one city to another on a date, by departure. */
@Service
public class SearchTrips {

    private static final Set<String> GROUPS = Set.of("general", "student", "senior", "child");

    private final Timetables timetables;
    private final SeatAvailability seats;
    private final SearchTerms terms;
    private final Clock clock;

    SearchTrips(Timetables timetables, SeatAvailability seats, SearchTerms terms, Clock clock) {
        this.timetables = timetables;
        this.seats = seats;
        this.terms = terms;
        this.clock = clock;
    }

    /**
     * @param date the date on which a train leaves its first stop
     * @param group whose seats and fares are asked for
     */
    public record Query(String fromCity, String toCity, LocalDate date, String group) {
        public Query {
            Malformed.require(
                    GROUPS.contains(group),
                    "group",
                    group,
                    "give general, student, senior or child");
        }
    }

    /** A train that still can be caught, with its classes, best first. */
    public record Found(Connection connection, List<Offer> offers) {
        public Found {
            offers = List.copyOf(offers);
        }
    }

    /**
     * @param fare what one person of the group pays
     */
    public record Offer(String seatClass, Plenty plenty, Money fare, Availability seats) {}

    /** Why a search has no answer at all; a way without a train is an empty answer. */
    public enum SearchRefusal {
        DATE_IS_OVER,
        CITY_IS_UNKNOWN
    }

    /** What was found, or why nothing could be looked for. */
    public sealed interface Outcome {

        record Trips(List<Found> found) implements Outcome {}

        record Refused(SearchRefusal code, Map<String, Object> values) implements Outcome {}
    }

    public Outcome handle(Query query) {
        LocalDate today = LocalDate.now(clock);
        if (query.date().isBefore(today)) {
            return new Outcome.Refused(
                    SearchRefusal.DATE_IS_OVER, Map.of("date", query.date(), "today", today));
        }
        for (String city : List.of(query.fromCity(), query.toCity())) {
            if (!known(city)) {
                return new Outcome.Refused(SearchRefusal.CITY_IS_UNKNOWN, Map.of("city", city));
            }
        }
        Instant now = clock.instant();
        List<Connection> open =
                timetables.connections(query.fromCity(), query.toCity(), query.date()).stream()
                        .filter(connection -> connection.from().departs().isAfter(now))
                        .toList();
        // One question loads all runs together; asked singly, each would wait for the one before.
        seats.loads(runs(open));
        return new Outcome.Trips(
                open.stream().map(connection -> found(connection, query.group())).toList());
    }

    private boolean known(String code) {
        return timetables.cities(code).stream().anyMatch(city -> city.code().equals(code));
    }

    private static List<RunId> runs(List<Connection> connections) {
        return connections.stream().map(connection -> connection.run().id()).distinct().toList();
    }

    private Found found(Connection connection, String group) {
        return new Found(
                connection,
                connection.run().classes().stream()
                        .flatMap(offered -> offer(connection, offered, group).stream())
                        .toList());
    }

    /** A class without a fare on this way cannot be bought, so it is not offered. */
    private Optional<Offer> offer(Connection way, ClassOffer offered, String group) {
        RunId run = way.run().id();
        String seatClass = offered.seatClass();
        Optional<Fare> fare = timetables.fare(run, way.fromCall(), way.toCall(), seatClass);
        return fare.map(full -> {
            Availability left =
                    seats.available(run, seatClass, way.fromCall(), way.toCall(), group);
            return new Offer(
                    seatClass,
                    terms.plenty(left.count()),
                    Fares.of(new Money(full.minor(), full.currency()), group, seatClass),
                    left);
        });
    }
}
