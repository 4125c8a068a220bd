package dev.waystation.platform.members.loyalty.triggers;

import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.facts.Fact;
import dev.waystation.platform.foundation.facts.FactReader;
import dev.waystation.platform.foundation.facts.RecordedFact;
import dev.waystation.platform.members.loyalty.model.EarningEvent;
import dev.waystation.platform.members.loyalty.usecase.RecordEarning;
import dev.waystation.platform.selling.admission.facts.TripCompleted;
import dev.waystation.platform.selling.catalogue.Call;
import dev.waystation.platform.selling.catalogue.RunId;
import dev.waystation.platform.selling.catalogue.Timetables;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Awards trips that are over. */
@Component
class WhenTripCompleted implements FactReader {

    private final RecordEarning record;
    private final Timetables timetables;

    WhenTripCompleted(RecordEarning record, Timetables timetables) {
        this.record = record;
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
        record.handle(
                batch.stream()
                        .map(RecordedFact::fact)
                        .filter(TripCompleted.class::isInstance)
                        .map(TripCompleted.class::cast)
                        .map(this::ride)
                        .toList());
    }

    private EarningEvent ride(TripCompleted trip) {
        Optional<Call> from = call(trip.runId(), trip.fromStation());
        Optional<Call> to = call(trip.runId(), trip.toStation());
        return new EarningEvent(
                "rail",
                "trip.completed",
                "ticket-" + trip.ticketId(),
                trip.memberId(),
                trip.occurredAt(),
                trip.toStation(),
                List.of(EarningEvent.Line.paid("ticket", trip.seatClass(), trip.fareMinor())),
                Map.of(
                        "seatClass", trip.seatClass(),
                        "senior", trip.passengerIsSenior(),
                        "student", trip.passengerIsStudent()),
                new Said(
                        from.map(Call::nameZh).orElse(trip.fromStation())
                                + " → "
                                + to.map(Call::nameZh).orElse(trip.toStation()),
                        from.map(Call::nameEn).orElse(trip.fromStation())
                                + " to "
                                + to.map(Call::nameEn).orElse(trip.toStation())));
    }

    private Optional<Call> call(long runId, String stationCode) {
        return timetables.run(new RunId(runId)).stream()
                .flatMap(run -> run.calls().stream())
                .filter(call -> call.stationCode().equals(stationCode))
                .findFirst();
    }
}
