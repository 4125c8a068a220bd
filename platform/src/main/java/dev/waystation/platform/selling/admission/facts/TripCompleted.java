package dev.waystation.platform.selling.admission.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A checked-in traveller arrived; exactly once per ticket.
 *
 * @param memberId the account to credit: the buyer
 * @param travellerMemberId the member who travelled, 0 for somebody who is none, null where an
 *     older fact does not say
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
        @Nullable Long travellerMemberId,
        Instant occurredAt)
        implements Fact {

    /** A trip of somebody nobody looked up. */
    public TripCompleted(
            long ticketId,
            long memberId,
            long runId,
            String seatClass,
            long fareMinor,
            boolean passengerIsSenior,
            boolean passengerIsStudent,
            String fromStation,
            String toStation,
            Instant occurredAt) {
        this(
                ticketId,
                memberId,
                runId,
                seatClass,
                fareMinor,
                passengerIsSenior,
                passengerIsStudent,
                fromStation,
                toStation,
                null,
                occurredAt);
    }

    /** Whose journey it was: the buyer's where nobody looked it up, 0 for somebody unknown. */
    public long traveller() {
        return travellerMemberId == null ? memberId : travellerMemberId;
    }

    @Override
    public long subject() {
        return memberId;
    }
}
