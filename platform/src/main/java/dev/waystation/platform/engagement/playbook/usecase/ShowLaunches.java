package dev.waystation.platform.engagement.playbook.usecase;

import dev.waystation.platform.engagement.journey.LaunchedJourneys;
import dev.waystation.platform.engagement.playbook.model.Drawing;
import dev.waystation.platform.engagement.playbook.model.Launch;
import dev.waystation.platform.engagement.playbook.store.LaunchRows;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Launches with what came of them so far. */
@Service
public class ShowLaunches {

    /** How many of one arm took part, and how many of them reached the goal. */
    public record Arm(long members, long reached) {}

    /** A launch and its two arms. */
    public record Result(Launch launch, long entered, Arm control, Arm offer) {}

    private final LaunchRows launches;
    private final LaunchedJourneys journeys;

    ShowLaunches(LaunchRows launches, LaunchedJourneys journeys) {
        this.launches = launches;
        this.journeys = journeys;
    }

    @Transactional(readOnly = true)
    public List<Result> all() {
        return launches.all().stream().map(this::result).toList();
    }

    @Transactional(readOnly = true)
    public Optional<Result> one(long launchId) {
        return launches.find(launchId).map(this::result);
    }

    private Result result(Launch launch) {
        Map<String, Long> came = journeys.cameTo(launch.journeyId());
        return new Result(
                launch,
                came.getOrDefault("in", 0L),
                arm(came, Drawing.WATCH, Drawing.WATCH_DONE),
                arm(came, Drawing.HOPE, Drawing.HOPE_DONE));
    }

    private static Arm arm(Map<String, Long> came, String watch, String done) {
        return new Arm(came.getOrDefault(watch, 0L), came.getOrDefault(done, 0L));
    }
}
