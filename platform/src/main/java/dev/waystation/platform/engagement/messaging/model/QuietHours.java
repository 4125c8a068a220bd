package dev.waystation.platform.engagement.messaging.model;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** The part of the day in which nobody is disturbed; it may span midnight. */
public record QuietHours(LocalTime from, LocalTime until, ZoneId zone) {

    /** The custom of the trade: nothing between nine in the evening and eight in the morning. */
    public static QuietHours customary(ZoneId zone) {
        return new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0), zone);
    }

    /** Whether nobody is disturbed at that time of day. */
    public boolean covers(LocalTime clock) {
        return from.isAfter(until)
                ? !clock.isBefore(from) || clock.isBefore(until)
                : !clock.isBefore(from) && clock.isBefore(until);
    }

    /** The first instant from {@code at} on that is not quiet: {@code at} itself by day. */
    public Instant firstLoudInstant(Instant at) {
        ZonedDateTime here = at.atZone(zone);
        LocalTime clock = here.toLocalTime();
        if (!covers(clock)) {
            return at;
        }
        boolean endsTomorrow = from.isAfter(until) && !clock.isBefore(from);
        return here.toLocalDate()
                .plusDays(endsTomorrow ? 1 : 0)
                .atTime(until)
                .atZone(zone)
                .toInstant();
    }
}
