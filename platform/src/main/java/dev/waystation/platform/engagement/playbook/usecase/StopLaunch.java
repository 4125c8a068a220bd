package dev.waystation.platform.engagement.playbook.usecase;

import dev.waystation.platform.engagement.experiment.Trials;
import dev.waystation.platform.engagement.journey.LaunchedJourneys;
import dev.waystation.platform.engagement.playbook.model.Launch;
import dev.waystation.platform.engagement.playbook.store.LaunchRows;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends a launch: nobody enters, those inside are taken out, what was not sent yet is not sent any
 * more, the experiment stands. What was given stays given.
 */
@Service
public class StopLaunch {

    private final LaunchRows launches;
    private final LaunchedJourneys journeys;
    private final Trials trials;
    private final Clock clock;

    StopLaunch(LaunchRows launches, LaunchedJourneys journeys, Trials trials, Clock clock) {
        this.launches = launches;
        this.journeys = journeys;
        this.trials = trials;
        this.clock = clock;
    }

    /** The launch as it now stands; empty where there is none. */
    @Transactional
    public Optional<Launch> handle(long launchId, String by) {
        Optional<Launch> found = launches.find(launchId);
        if (found.isPresent() && launches.stop(launchId, clock.instant())) {
            journeys.stop(found.get().journeyId(), by);
            String trial = found.get().trialKey();
            if (trial != null) {
                trials.end(trial);
            }
        }
        return launches.find(launchId);
    }
}
