package dev.waystation.platform.selling.booking.usecase;

import dev.waystation.amounts.Money;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.TravellerIdentity;
import dev.waystation.platform.selling.booking.OrderRefusal;
import dev.waystation.platform.selling.booking.OrderRequest;
import dev.waystation.platform.selling.booking.Trip;
import dev.waystation.platform.selling.booking.model.Draft;
import dev.waystation.platform.selling.booking.model.Fares;
import dev.waystation.platform.selling.booking.model.Passenger;
import dev.waystation.platform.selling.booking.store.TripClaims;
import dev.waystation.platform.selling.catalogue.Call;
import dev.waystation.platform.selling.catalogue.Fare;
import dev.waystation.platform.selling.catalogue.Run;
import dev.waystation.platform.selling.catalogue.RunId;
import dev.waystation.platform.selling.catalogue.Timetables;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Looks at a wish to travel from all sides but the seats: the train, the travellers, the fare. The
 * first reason found is the answer; {@link OrderRefusal} lists them in this order.
 */
@Component
class DraftOrder {

    private final Timetables timetables;
    private final Members members;
    private final TripClaims claims;
    private final StudentFare studentFare;
    private final Clock clock;

    DraftOrder(
            Timetables timetables,
            Members members,
            TripClaims claims,
            StudentFare studentFare,
            Clock clock) {
        this.timetables = timetables;
        this.members = members;
        this.claims = claims;
        this.studentFare = studentFare;
        this.clock = clock;
    }

    Draft draft(OrderRequest request) {
        Optional<Run> found = timetables.run(new RunId(request.runId()));
        if (found.isEmpty()) {
            return refused(OrderRefusal.TRAIN_NOT_FOUND, Map.of());
        }
        Run run = found.get();
        if (request.toCall() >= run.calls().size()) {
            return refused(
                    OrderRefusal.STOP_NOT_SERVED,
                    Map.of("train", run.trainCode(), "stops", run.calls().size()));
        }
        if (run.offer(request.seatClass()).isEmpty()) {
            return refused(
                    OrderRefusal.CLASS_NOT_OFFERED,
                    Map.of("train", run.trainCode(), "seatClass", request.seatClass()));
        }
        Trip trip = trip(run, request);
        if (!clock.instant().isBefore(trip.from().at())) {
            return refused(
                    OrderRefusal.TRAIN_HAS_DEPARTED,
                    Map.of("train", run.trainCode(), "departed", trip.from().at()));
        }
        return withTravellers(request, run, trip);
    }

    private Draft withTravellers(OrderRequest request, Run run, Trip trip) {
        List<TravellerIdentity> travellers = new ArrayList<>();
        Set<String> persons = new HashSet<>();
        for (long travellerId : request.travellerIds()) {
            Optional<TravellerIdentity> traveller =
                    members.traveller(request.memberId(), travellerId);
            if (traveller.isEmpty()) {
                return refused(OrderRefusal.TRAVELLER_NOT_FOUND, Map.of());
            }
            travellers.add(traveller.get());
        }
        for (TravellerIdentity traveller : travellers) {
            if (!persons.add(traveller.documentKey())) {
                return refused(
                        OrderRefusal.SAME_PERSON_TWICE,
                        Map.of("traveller", traveller.maskedName()));
            }
        }
        Optional<Fare> fare =
                timetables.fare(
                        new RunId(trip.runId()), trip.fromCall(), trip.toCall(), trip.seatClass());
        if (fare.isEmpty()) {
            return refused(OrderRefusal.NO_FARE, Map.of("train", trip.trainCode()));
        }
        Optional<TripClaims.Overlap> overlap =
                claims.overlapping(List.copyOf(persons), trip, request);
        if (overlap.isPresent()) {
            return overlapping(overlap.get(), travellers);
        }
        for (TravellerIdentity traveller : travellers) {
            Optional<Draft.Refused> no = studentRefused(request, run, trip, traveller);
            if (no.isPresent()) {
                return no.get();
            }
        }
        Money full = new Money(fare.get().minor(), fare.get().currency());
        return new Draft.Ready(
                trip,
                travellers.stream().map(each -> passenger(request, each, trip, full)).toList());
    }

    private static Draft overlapping(
            TripClaims.Overlap overlap, List<TravellerIdentity> travellers) {
        String name =
                travellers.stream()
                        .filter(each -> each.documentKey().equals(overlap.person()))
                        .findFirst()
                        .map(TravellerIdentity::maskedName)
                        .orElse("");
        return refused(
                OrderRefusal.TRAVELLER_HAS_OVERLAPPING_TRIP,
                Map.of(
                        "traveller", name,
                        "train", overlap.trainCode(),
                        "departs", overlap.departs()));
    }

    private Optional<Draft.Refused> studentRefused(
            OrderRequest request, Run run, Trip trip, TravellerIdentity traveller) {
        return Fares.countsAsStudent(group(request, traveller, trip), trip.seatClass())
                ? studentFare.refused(
                        traveller,
                        trip.serviceDate(),
                        run.calls().get(trip.fromCall()).cityCode(),
                        run.calls().get(trip.toCall()).cityCode())
                : Optional.empty();
    }

    /** A student who pays the full fare travels like everybody else. */
    private static String group(OrderRequest request, TravellerIdentity traveller, Trip trip) {
        String group = traveller.passengerGroup(trip.serviceDate());
        return group.equals("student") && request.atFullFare().contains(traveller.travellerId())
                ? "general"
                : group;
    }

    private static Passenger passenger(
            OrderRequest request, TravellerIdentity traveller, Trip trip, Money full) {
        String group = group(request, traveller, trip);
        return new Passenger(
                traveller.travellerId(),
                traveller.documentKey(),
                group,
                Fares.of(full, group, trip.seatClass()));
    }

    private static Trip trip(Run run, OrderRequest request) {
        Call from = run.calls().get(request.fromCall());
        Call to = run.calls().get(request.toCall());
        return new Trip(
                run.id().value(),
                run.trainCode(),
                run.serviceDate(),
                request.seatClass(),
                request.fromCall(),
                request.toCall(),
                new Trip.Stop(
                        from.stationCode(), new Said(from.nameZh(), from.nameEn()), from.departs()),
                new Trip.Stop(to.stationCode(), new Said(to.nameZh(), to.nameEn()), to.arrives()));
    }

    private static Draft refused(OrderRefusal code, Map<String, Object> values) {
        return new Draft.Refused(code, values);
    }
}
