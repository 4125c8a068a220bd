package dev.waystation.platform.insight.prediction.usecase;

import dev.waystation.platform.foundation.jobs.JobView;
import dev.waystation.platform.foundation.jobs.Jobs;
import dev.waystation.platform.foundation.wiring.VenueZone;
import dev.waystation.platform.insight.prediction.model.PredictionModel;
import dev.waystation.platform.insight.prediction.model.TrainedModel;
import dev.waystation.platform.insight.prediction.store.ModelRows;
import dev.waystation.platform.insight.prediction.store.ScoringRows;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Has all members scored by the version in force, every night or when somebody asks. */
@Service
public class AskForScores {

    private static final int NIGHT = 3;

    private final ModelRows versions;
    private final ScoringRows scorings;

    /** Asked for late: timers are known to jobs, and this one to its timer. */
    private final ObjectProvider<Jobs> jobs;

    private final Clock clock;

    AskForScores(ModelRows versions, ScoringRows scorings, ObjectProvider<Jobs> jobs, Clock clock) {
        this.versions = versions;
        this.scorings = scorings;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Empty while the model was never trained. */
    @Transactional
    public Optional<JobView> now(PredictionModel model) {
        LocalDate day = LocalDate.ofInstant(clock.instant(), VenueZone.DEFAULT);
        return versions.inForce(model)
                .map(trained -> {
                    claim(trained, day);
                    return submit(trained, day);
                });
    }

    /** Once a day per model, from three in the morning on, whichever node comes first. */
    @Transactional
    public void nightly(Instant now) {
        ZonedDateTime local = now.atZone(VenueZone.DEFAULT);
        if (local.getHour() < NIGHT) {
            return;
        }
        for (PredictionModel model : PredictionModel.values()) {
            versions.inForce(model)
                    .filter(trained -> claim(trained, local.toLocalDate()))
                    .ifPresent(trained -> submit(trained, local.toLocalDate()));
        }
    }

    private boolean claim(TrainedModel trained, LocalDate day) {
        return scorings.claim(trained.model(), day, trained.version(), trained.reference().empty());
    }

    private JobView submit(TrainedModel trained, LocalDate day) {
        return jobs.getObject()
                .submit(
                        ScoreMembers.KIND,
                        new ScoreMembers.Parameters(
                                trained.model().code(), trained.version(), day));
    }
}
