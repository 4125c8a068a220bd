package dev.waystation.platform.foundation.wiring;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes the clock: {@code waystation.clock.mode} is real, simulated (ticks) or frozen. A simulated
 * one begins at {@code waystation.clock.start}: an instant, a time of today, or now when empty.
 */
@Configuration(proxyBeanMethods = false)
class ClockWiring {

    private static final int TIME_OF_DAY = "06:00".length();

    private static final String FIND =
            """
            select world_at, machine_at, ticking from foundation.world_clock
            """;

    private static final String KEEP =
            """
            insert into foundation.world_clock (only_row, world_at, machine_at, ticking)
            values (true, :worldAt, :machineAt, :ticking)
            on conflict (only_row) do update
            set world_at = excluded.world_at,
                machine_at = excluded.machine_at,
                ticking = excluded.ticking
            """;

    private enum Mode {
        REAL,
        SIMULATED,
        FROZEN
    }

    @Bean
    @DependsOnDatabaseInitialization
    WorldClock worldClock(
            JdbcClient jdbc,
            @Value("${waystation.clock.mode:real}") String mode,
            @Value("${waystation.clock.start:}") String start) {
        Clock machine = Clock.systemUTC();
        Mode chosen = Mode.valueOf(mode.toUpperCase(Locale.ROOT));
        if (chosen == Mode.REAL) {
            return WorldClock.real(machine);
        }
        boolean ticking = chosen == Mode.SIMULATED;
        WorldClock.Reading reading =
                jdbc.sql(FIND)
                        .query((row, index) ->
                                new WorldClock.Reading(
                                        at(row.getTimestamp("world_at")),
                                        at(row.getTimestamp("machine_at")),
                                        ticking))
                        .optional()
                        .orElseGet(() -> first(machine, start, ticking));
        keep(jdbc, reading);
        return WorldClock.simulated(machine, reading, kept -> keep(jdbc, kept));
    }

    static WorldClock.Reading first(Clock machine, String start, boolean ticking) {
        Instant now = machine.instant();
        return new WorldClock.Reading(beginning(now, start), now, ticking);
    }

    private static Instant beginning(Instant now, String start) {
        if (start.isBlank()) {
            return now;
        }
        try {
            return start.length() == TIME_OF_DAY
                    ? LocalDate.ofInstant(now, VenueZone.DEFAULT)
                            .atTime(LocalTime.parse(start))
                            .atZone(VenueZone.DEFAULT)
                            .toInstant()
                    : Instant.parse(start);
        } catch (DateTimeParseException unreadable) {
            throw new IllegalArgumentException(
                    "waystation.clock.start is "
                            + start
                            + ", neither an instant nor a time of day"
                            + "\nMaybe write 2026-12-01T00:00:00Z or 06:00",
                    unreadable);
        }
    }

    private static void keep(JdbcClient jdbc, WorldClock.Reading reading) {
        jdbc.sql(KEEP)
                .param("worldAt", utc(reading.worldAt()))
                .param("machineAt", utc(reading.machineAt()))
                .param("ticking", reading.ticking())
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant at(Timestamp timestamp) {
        return timestamp.toInstant();
    }
}
