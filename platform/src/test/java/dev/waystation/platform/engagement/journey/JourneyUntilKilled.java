package dev.waystation.platform.engagement.journey;

import dev.waystation.platform.Platform;
import dev.waystation.platform.engagement.journey.usecase.DrainDueEnrolments;
import dev.waystation.platform.engagement.journey.usecase.MakeCalls;
import dev.waystation.platform.foundation.wiring.WorldClock;
import java.time.Instant;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A worker in a process of its own, moving on whoever is due and asking what is to be asked, until
 * somebody kills it.
 */
final class JourneyUntilKilled {

    private JourneyUntilKilled() {}

    /** The properties that lead it to the database of the test. */
    public static void main(String[] arguments) {
        ConfigurableApplicationContext platform =
                new SpringApplicationBuilder(Platform.class).run(arguments);
        Instant now = platform.getBean(WorldClock.class).instant();
        platform.getBean(DrainDueEnrolments.class).handle(now);
        MakeCalls calls = platform.getBean(MakeCalls.class);
        while (calls.handle(now) > 0) {
            // until nobody is to be asked
        }
        // a worker that finished was not killed, and the test must know
        Runtime.getRuntime().halt(0);
    }
}
