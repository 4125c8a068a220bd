package dev.waystation.platform.members.loyalty.triggers;

import dev.waystation.platform.foundation.facts.Fact;
import dev.waystation.platform.foundation.facts.FactReader;
import dev.waystation.platform.foundation.facts.RecordedFact;
import dev.waystation.platform.members.loyalty.model.Ride;
import dev.waystation.platform.members.loyalty.usecase.AwardTrips;
import dev.waystation.platform.selling.admission.facts.TripCompleted;
import dev.waystation.platform.selling.catalogue.Call;
import dev.waystation.platform.selling.catalogue.RunId;
import dev.waystation.platform.selling.catalogue.Timetables;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Awards trips that are over. */
@Component
class WhenTripCompleted implements FactReader {

    private final AwardTrips award;
    private final Timetables timetables;

    WhenTripCompleted(AwardTrips award, Timetables timetables) {
        this.award = award;
        this.timetables = timetables;
    }

    @Override
    public String name() {
        return "loyalty.award-trips";
    }

    @Override
    public Set<Class<? extends Fact>> hears() {
        return Set.of(TripCompleted.class);
    }

    @Override
    public void read(List<RecordedFact> batch) {
        award.handle(
                batch.stream()
                        .map(RecordedFact::fact)
                        .filter(TripCompleted.class::isInstance)
                        .map(TripCompleted.class::cast)
                        .map(this::ride)
                        .toList());
    }

    private Ride ride(TripCompleted trip) {
        Optional<Call> from = call(trip.runId(), trip.fromStation());
        Optional<Call> to = call(trip.runId(), trip.toStation());
        return new Ride(
                trip.ticketId(),
                trip.memberId(),
                trip.fareMinor(),
                trip.seatClass(),
                trip.passengerIsSenior(),
                trip.passengerIsStudent(),
                from.map(Call::nameZh).orElse(trip.fromStation()),
                from.map(Call::nameEn).orElse(trip.fromStation()),
                to.map(Call::nameZh).orElse(trip.toStation()),
                to.map(Call::nameEn).orElse(trip.toStation()),
                trip.occurredAt());
    }

    private Optional<Call> call(long runId, String stationCode) {
        return timetables.run(new RunId(runId)).stream()
                .flatMap(run -> run.calls().stream())
                .filter(call -> call.stationCode().equals(stationCode))
                .findFirst();
    }
}
