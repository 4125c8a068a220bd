package dev.waystation.platform.demo;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.foundation.jobs.JobView;
import dev.waystation.platform.foundation.jobs.Jobs;
import dev.waystation.platform.foundation.wiring.WorldClock;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** "Play a day": only where the clock is simulated. */
@RestController
class PlayController {

    private static final int MOST_HOURS = 72;

    private final Jobs jobs;
    private final WorldClock clock;

    PlayController(Jobs jobs, WorldClock clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    record PlayRequest(int hours) {}

    @PostMapping("/v1/world/play")
    @Permission("demo.play")
    @ResponseStatus(HttpStatus.ACCEPTED)
    JobView play(@RequestBody PlayRequest request) {
        Malformed.require(
                request.hours() >= 1 && request.hours() <= MOST_HOURS,
                "hours",
                request.hours(),
                "give 1 to " + MOST_HOURS + " hours");
        if (!clock.simulated()) {
            throw Refusal.of("CLOCK_IS_REAL", HttpStatus.CONFLICT, Map.of());
        }
        return jobs.submit(PlayDay.KIND, Map.of("hours", request.hours()));
    }
}
