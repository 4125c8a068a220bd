package dev.waystation.release;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/** When a batch opens. */
public sealed interface Trigger {

    /** The instant the batch is due, where time alone decides. */
    Optional<Instant> dueAt(Instant departure, ZoneId zone);

    /** Whether the batch is due now. */
    default boolean isDue(Instant now, Instant departure, ZoneId zone, double soldShare) {
        return dueAt(departure, zone).map(due -> !now.isBefore(due)).orElse(false);
    }

    /** At one instant, whatever the departure. */
    record At(Instant instant) implements Trigger {
        @Override
        public Optional<Instant> dueAt(Instant departure, ZoneId zone) {
            return Optional.of(instant);
        }
    }

    /** A time before departure: two hours, thirty minutes. */
    record BeforeDeparture(Duration before) implements Trigger {
        @Override
        public Optional<Instant> dueAt(Instant departure, ZoneId zone) {
            return Optional.of(departure.minus(before));
        }
    }

    /** A clock time a number of days before the day of departure, in the venue's zone. */
    record DaysBefore(int days, LocalTime time) implements Trigger {
        @Override
        public Optional<Instant> dueAt(Instant departure, ZoneId zone) {
            return Optional.of(
                    departure
                            .atZone(zone)
                            .toLocalDate()
                            .minusDays(days)
                            .atTime(time)
                            .atZone(zone)
                            .toInstant());
        }
    }

    /** When so many thousandths of the seats on the fullest leg are sold. */
    record SoldShare(int permille) implements Trigger {
        @Override
        public Optional<Instant> dueAt(Instant departure, ZoneId zone) {
            return Optional.empty();
        }

        @Override
        public boolean isDue(Instant now, Instant departure, ZoneId zone, double soldShare) {
            return soldShare * 1000 >= permille;
        }
    }
}
