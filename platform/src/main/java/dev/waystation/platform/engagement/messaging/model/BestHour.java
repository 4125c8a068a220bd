package dev.waystation.platform.engagement.messaging.model;

import dev.waystation.platform.engagement.messaging.MessageOffer;
import dev.waystation.platform.foundation.edge.Malformed;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Advertising leaves at the hour at which its reader opens what we send; a day later at most.
 *
 * @param channels over which it waits for that hour
 * @param usually the local hour for readers of whom too little is known
 */
public record BestHour(List<String> channels, int usually) {

    private static final int LAST = 23;

    public BestHour {
        channels = List.copyOf(channels);
        Malformed.require(!channels.isEmpty(), "bestHour.channels", channels, "name a channel");
        Malformed.require(
                usually >= 0 && usually <= LAST, "bestHour.usually", usually, "give 0 to 23");
    }

    boolean concerns(String purpose, String channel) {
        return purpose.equals(MessageOffer.MARKETING) && channels.contains(channel);
    }

    /** When to leave: from {@code loud} on, in an hour that is not quiet. */
    Instant due(Instant loud, @Nullable ReadingHabit habit, QuietHours quiet) {
        ZonedDateTime here = loud.atZone(quiet.zone());
        int hour =
                habit == null
                        ? usually
                        : habit.best(here.toLocalDate(), at -> !quiet.covers(LocalTime.of(at, 0)))
                                .orElse(usually);
        if (here.getHour() == hour) {
            return loud;
        }
        ZonedDateTime today = here.toLocalDate().atTime(hour, 0).atZone(quiet.zone());
        ZonedDateTime next =
                today.toInstant().isBefore(loud)
                        ? here.toLocalDate().plusDays(1).atTime(hour, 0).atZone(quiet.zone())
                        : today;
        return quiet.firstLoudInstant(next.toInstant());
    }
}
