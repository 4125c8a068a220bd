package dev.waystation.platform.selling.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A train on a date, with the calls it was put on sale with.
 *
 * @param serviceDate the date at the first call; later calls may lie on the next day
 * @param classes what may be sold, best class first
 */
public record Run(
        RunId id,
        long trainId,
        String trainCode,
        LocalDate serviceDate,
        List<Call> calls,
        List<ClassOffer> classes) {

    public Call origin() {
        return calls.getFirst();
    }

    public Call destination() {
        return calls.getLast();
    }

    public Instant departs() {
        return calls.getFirst().departs();
    }

    public Instant arrives() {
        return calls.getLast().arrives();
    }

    public Optional<ClassOffer> offer(String seatClass) {
        return classes.stream().filter(offer -> offer.seatClass().equals(seatClass)).findFirst();
    }
}
