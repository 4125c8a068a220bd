package dev.waystation.platform.engagement.journey.usecase;

import dev.waystation.journey.Interpreter;
import dev.waystation.platform.engagement.journey.model.Definition;
import dev.waystation.platform.engagement.journey.model.Enrolment;
import dev.waystation.platform.engagement.journey.model.JourneyRefusal;
import dev.waystation.platform.engagement.journey.store.DefinitionRow;
import dev.waystation.platform.engagement.journey.store.DefinitionRows;
import dev.waystation.platform.engagement.journey.store.EnrolmentRows;
import dev.waystation.platform.foundation.wiring.VenueZone;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends a journey for everybody: nobody enters, everybody inside leaves with that reason, and what
 * it had queued but not sent is taken back.
 */
@Service
public class StopJourney {

    private static final int BATCH = 500;

    private final DefinitionRows definitions;
    private final EnrolmentRows enrolments;
    private final LiveJourneys journeys;
    private final MoveEnrolments move;
    private final Clock clock;

    StopJourney(
            DefinitionRows definitions,
            EnrolmentRows enrolments,
            LiveJourneys journeys,
            MoveEnrolments move,
            Clock clock) {
        this.definitions = definitions;
        this.enrolments = enrolments;
        this.journeys = journeys;
        this.move = move;
        this.clock = clock;
    }

    @Transactional
    public PublishJourney.Outcome handle(long journeyId) {
        Optional<DefinitionRow> found = definitions.locked(journeyId);
        if (found.isEmpty()) {
            return new PublishJourney.Outcome.Refused(JourneyRefusal.UNKNOWN_JOURNEY, List.of());
        }
        if (found.get().version() == 0) {
            return new PublishJourney.Outcome.Refused(
                    JourneyRefusal.JOURNEY_IS_NOT_PUBLISHED, List.of());
        }
        definitions.setState(journeyId, "stopped", found.get().version(), null);
        Instant now = clock.instant();
        List<Enrolment> inside = enrolments.insideOf(journeyId, BATCH);
        while (!inside.isEmpty()) {
            move.handle(inside.stream().map(one -> out(one, now)).toList());
            inside = enrolments.insideOf(journeyId, BATCH);
        }
        return new PublishJourney.Outcome.Done(journeyId);
    }

    private MoveEnrolments.Moved out(Enrolment one, Instant now) {
        Definition definition = journeys.version(one.journeyId(), one.version());
        var walker = new Interpreter(definition.graph(), VenueZone.DEFAULT, null);
        return new MoveEnrolments.Moved(one, definition.code(), walker.stop(one.standing(), now));
    }
}
