package dev.waystation.platform.engagement.events.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * When an event happened, by our clock, and the day under which its message is kept.
 *
 * @param happenedAt corrected for the sender's clock, never later than five minutes from now
 * @param homeDay part of the message's key
 * @param sureHome whether a repetition within a day surely comes to the same home day; if not, the
 *     neighbouring days have to be searched
 */
public record EventTime(Instant happenedAt, LocalDate homeDay, boolean sureHome) {

    /** A message is recognised again for at least this long. */
    public static final Duration WINDOW = Duration.ofHours(24);

    /** How far ahead of us an event may lie. */
    public static final Duration AHEAD = Duration.ofMinutes(5);

    // A stamp farther ahead is still ahead when the message is repeated a day later, so it is
    // never taken for sure then; one hour more than the window keeps the two apart.
    private static final Duration FAR_AHEAD = WINDOW.plusHours(1);

    /**
     * Decides from the two stamps of the sender and our own.
     *
     * <p>A library repeats a message with the stamp it gave it first. So the stamp's day is a home
     * that every repetition finds by itself, unless the stamp is missing, too old or too far ahead.
     */
    public static EventTime of(
            @Nullable Instant claimed, @Nullable Instant sent, Instant received) {
        if (claimed == null) {
            return new EventTime(received, day(received), false);
        }
        boolean old = !claimed.isAfter(received.minus(WINDOW));
        boolean far = claimed.isAfter(received.plus(FAR_AHEAD));
        boolean ahead = claimed.isAfter(received.plus(AHEAD));
        return new EventTime(
                corrected(claimed, sent, received),
                day(old || far ? received : claimed),
                !old && !ahead);
    }

    /** What the sender's clock is off by shows in the moment of sending. */
    private static Instant corrected(Instant claimed, @Nullable Instant sent, Instant received) {
        Instant moved = sent == null ? claimed : claimed.plus(Duration.between(sent, received));
        Instant latest = received.plus(AHEAD);
        return moved.isAfter(latest) ? latest : moved;
    }

    public static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
