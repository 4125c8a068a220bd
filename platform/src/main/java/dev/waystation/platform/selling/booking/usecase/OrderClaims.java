package dev.waystation.platform.selling.booking.usecase;

import dev.waystation.platform.selling.awards.Awards;
import dev.waystation.platform.selling.booking.Order;
import dev.waystation.platform.selling.booking.Ticket;
import dev.waystation.platform.selling.booking.model.Fares;
import dev.waystation.platform.selling.booking.model.StudentRules;
import dev.waystation.platform.selling.booking.store.StudentJourneys;
import dev.waystation.platform.selling.booking.store.TripClaims;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What an order takes from the persons who travel: their time, and of students one journey of the
 * year. All of it or nothing; it comes back with the ticket.
 */
@Component
class OrderClaims {

    /** What became of the claims. */
    enum Claimed {
        ALL,
        PERSON_IS_ELSEWHERE,
        STUDENT_JOURNEYS_ARE_USED
    }

    private final TripClaims times;
    private final StudentJourneys journeys;
    private final StudentTerms terms;
    private final Awards awards;
    private final Clock clock;

    OrderClaims(
            TripClaims times,
            StudentJourneys journeys,
            StudentTerms terms,
            Awards awards,
            Clock clock) {
        this.awards = awards;
        this.times = times;
        this.journeys = journeys;
        this.terms = terms;
        this.clock = clock;
    }

    /**
     * @param persons by the lines of the order
     */
    Claimed claim(Order order, List<String> persons) {
        if (!times.claim(order, persons)) {
            return Claimed.PERSON_IS_ELSEWHERE;
        }
        StudentRules rules = terms.now();
        int year = rules.year(order.trip().serviceDate());
        // two orders of the same two students meet in the same order, whoever is named first
        List<Ticket> students =
                order.tickets().stream()
                        .filter(each ->
                                Fares.countsAsStudent(each.group(), order.trip().seatClass()))
                        .sorted(Comparator.comparing(each -> persons.get(each.line() - 1)))
                        .toList();
        for (Ticket each : students) {
            if (!journeys.take(
                    order,
                    each.line(),
                    persons.get(each.line() - 1),
                    year,
                    rules.journeysAYear(),
                    clock.instant())) {
                drop(order);
                return Claimed.STUDENT_JOURNEYS_ARE_USED;
            }
        }
        return Claimed.ALL;
    }

    /**
     * One person's claims go from one ticket to another. When they cannot, they are back where they
     * were: until this transaction ends nobody else gets what it let go.
     */
    Claimed move(Order fromOrder, Ticket from, Order toOrder, Ticket to, String person) {
        drop(fromOrder, from);
        Claimed claimed = claim(toOrder, to, person, terms.now().journeysAYear());
        if (claimed != Claimed.ALL
                && claim(fromOrder, from, person, Integer.MAX_VALUE) != Claimed.ALL) {
            throw new IllegalStateException(
                    "the time of ticket %d was let go and could not be taken again"
                            .formatted(from.id().value()));
        }
        return claimed;
    }

    private Claimed claim(Order order, Ticket ticket, String person, int mostJourneys) {
        if (!times.claim(ticket, person)) {
            return Claimed.PERSON_IS_ELSEWHERE;
        }
        boolean taken =
                !Fares.countsAsStudent(ticket.group(), ticket.trip().seatClass())
                        || journeys.take(
                                order,
                                ticket.line(),
                                person,
                                terms.now().year(ticket.trip().serviceDate()),
                                mostJourneys,
                                clock.instant());
        if (!taken) {
            times.drop(ticket.memberId(), order.id().value(), ticket.line());
            return Claimed.STUDENT_JOURNEYS_ARE_USED;
        }
        return Claimed.ALL;
    }

    /** Whatever ended the order: an award counts for its member no longer either. */
    void drop(Order order) {
        times.drop(order);
        journeys.giveBack(order.memberId(), order.id().value(), null);
        awards.giveUp(order.reference());
    }

    /** The ticket was taken back; an award is the only one of its order. */
    void returned(Order order, Ticket ticket) {
        drop(order, ticket);
        awards.giveUp(order.reference());
    }

    /** Another ticket took its place: an award seat of its wave is not the member's any more. */
    void changed(Order order) {
        awards.giveUp(order.reference());
    }

    void drop(Order order, Ticket ticket) {
        times.drop(order.memberId(), order.id().value(), ticket.line());
        journeys.giveBack(order.memberId(), order.id().value(), ticket.line());
    }
}
