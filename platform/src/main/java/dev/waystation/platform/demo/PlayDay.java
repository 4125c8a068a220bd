package dev.waystation.platform.demo;

import dev.waystation.platform.foundation.jobs.JobProgress;
import dev.waystation.platform.foundation.jobs.JobWork;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Plays simulated hours as a job that shows its progress and can be stopped. */
@Component
class PlayDay implements JobWork {

    static final String KIND = "play-day";

    private final SimulatedHours hours;

    PlayDay(SimulatedHours hours) {
        this.hours = hours;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Object run(JsonNode parameters, JobProgress progress) {
        return hours.play(
                parameters.path("hours").asInt(24),
                (done, steps) -> {
                    progress.total(steps);
                    progress.done(done);
                    return !progress.cancelled();
                });
    }
}
