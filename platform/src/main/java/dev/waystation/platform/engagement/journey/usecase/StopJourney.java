package dev.waystation.platform.engagement.journey.usecase;

import dev.waystation.platform.engagement.journey.facts.JourneyStopped;
import dev.waystation.platform.engagement.journey.model.JourneyRefusal;
import dev.waystation.platform.engagement.journey.store.DefinitionRow;
import dev.waystation.platform.engagement.journey.store.DefinitionRows;
import dev.waystation.platform.engagement.journey.store.EnrolmentRows;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.foundation.jobs.Jobs;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends a journey for everybody. At once nobody enters and nobody moves; a job takes those inside
 * out with that reason, and back what was queued for them but not sent.
 */
@Service
public class StopJourney {

    private final DefinitionRows definitions;
    private final EnrolmentRows enrolments;
    private final Jobs jobs;
    private final FactLog facts;
    private final Clock clock;

    StopJourney(
            DefinitionRows definitions,
            EnrolmentRows enrolments,
            Jobs jobs,
            FactLog facts,
            Clock clock) {
        this.definitions = definitions;
        this.enrolments = enrolments;
        this.jobs = jobs;
        this.facts = facts;
        this.clock = clock;
    }

    @Transactional
    public PublishJourney.Outcome handle(long journeyId, String by) {
        Optional<DefinitionRow> found = definitions.locked(journeyId);
        if (found.isEmpty()) {
            return refused(JourneyRefusal.UNKNOWN_JOURNEY);
        }
        DefinitionRow journey = found.get();
        if (journey.version() == 0) {
            return refused(JourneyRefusal.JOURNEY_IS_NOT_PUBLISHED);
        }
        definitions.setState(journeyId, "stopped", journey.version(), null);
        // entries under way held a share of the row locked above: these are all there will be
        EnrolmentRows.Inside inside = enrolments.inside(journeyId);
        jobs.submit(
                TakeOutOfStopped.KIND,
                new TakeOutOfStopped.Stopped(journeyId, inside.newest(), inside.members()));
        facts.append(
                new JourneyStopped(
                        journeyId,
                        journey.code(),
                        journey.version(),
                        inside.members(),
                        by,
                        clock.instant()));
        return new PublishJourney.Outcome.Done(journeyId);
    }

    private static PublishJourney.Outcome refused(JourneyRefusal code) {
        return new PublishJourney.Outcome.Refused(code, List.of());
    }
}
