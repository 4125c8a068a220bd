package dev.waystation.platform.selling.admission.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/**
 * A checked-in traveller arrived; exactly once per ticket.
 *
 * @param memberId the account to credit
 * @param occurredAt arrival by the timetable, not when it was noticed
 */
public record TripCompleted(
        long ticketId,
        long memberId,
        long runId,
        String seatClass,
        long fareMinor,
        boolean passengerIsSenior,
        boolean passengerIsStudent,
        String fromStation,
        String toStation,
        Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return memberId;
    }
}
