package dev.waystation.platform.engagement.journey.usecase;

import dev.waystation.journey.GraphProblem;
import dev.waystation.platform.engagement.journey.model.JourneyRefusal;
import dev.waystation.platform.engagement.journey.store.ApprovalRows;
import dev.waystation.platform.engagement.journey.store.DefinitionRow;
import dev.waystation.platform.engagement.journey.store.DefinitionRows;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes a draft the next version, if nothing is wrong with it; and pauses and resumes what is live.
 * Members inside stay on the version they entered.
 */
@Service
public class PublishJourney {

    /** It is done, or why not, with every problem of the draft. */
    public sealed interface Outcome {
        record Done(long journeyId) implements Outcome {}

        record Refused(JourneyRefusal code, List<GraphProblem> problems) implements Outcome {}
    }

    private final DefinitionRows definitions;
    private final FindProblems problems;
    private final ApproveLaunch approve;
    private final ApprovalRows approvals;
    private final Clock clock;

    PublishJourney(
            DefinitionRows definitions,
            FindProblems problems,
            ApproveLaunch approve,
            ApprovalRows approvals,
            Clock clock) {
        this.approve = approve;
        this.approvals = approvals;
        this.definitions = definitions;
        this.problems = problems;
        this.clock = clock;
    }

    @Transactional
    public Outcome handle(long journeyId, String by) {
        Optional<DefinitionRow> found = definitions.locked(journeyId);
        if (found.isEmpty()) {
            return refused(JourneyRefusal.UNKNOWN_JOURNEY);
        }
        DefinitionRow journey = found.get();
        List<GraphProblem> wrong = problems.handle(journey.code(), journey.draft());
        if (!wrong.isEmpty()) {
            return new Outcome.Refused(JourneyRefusal.JOURNEY_HAS_PROBLEMS, wrong);
        }
        if (!approve.isFree(journey, by)) {
            return refused(JourneyRefusal.JOURNEY_NEEDS_APPROVAL);
        }
        boolean unchanged =
                journey.version() > 0
                        && definitions
                                .content(journeyId, journey.version())
                                .equals(journey.draft());
        if (unchanged) {
            definitions.setState(journeyId, "published", journey.version(), null);
        } else {
            definitions.publish(journeyId, journey.version() + 1, by, clock.instant());
        }
        return new Outcome.Done(journeyId);
    }

    /** Agrees to what is drawn now; whoever agrees cannot be the one who publishes. */
    @Transactional
    public Outcome approve(long journeyId, String by) {
        if (definitions.locked(journeyId).isEmpty()) {
            return refused(JourneyRefusal.UNKNOWN_JOURNEY);
        }
        approvals.approve(journeyId, by, clock.instant());
        return new Outcome.Done(journeyId);
    }

    /** Nobody enters and nobody moves until it is published again. */
    @Transactional
    public Outcome pause(long journeyId) {
        Optional<DefinitionRow> found = definitions.locked(journeyId);
        if (found.isEmpty()) {
            return refused(JourneyRefusal.UNKNOWN_JOURNEY);
        }
        if (found.get().version() == 0) {
            return refused(JourneyRefusal.JOURNEY_IS_NOT_PUBLISHED);
        }
        definitions.setState(journeyId, "paused", found.get().version(), null);
        return new Outcome.Done(journeyId);
    }

    /** Goes on after a pause; what became due meanwhile follows the lateness rule of its node. */
    @Transactional
    public Outcome resume(long journeyId) {
        Optional<DefinitionRow> found = definitions.locked(journeyId);
        if (found.isEmpty()) {
            return refused(JourneyRefusal.UNKNOWN_JOURNEY);
        }
        if (!found.get().state().equals("paused")) {
            return refused(JourneyRefusal.JOURNEY_IS_NOT_PAUSED);
        }
        definitions.setState(journeyId, "published", found.get().version(), null);
        return new Outcome.Done(journeyId);
    }

    private static Outcome refused(JourneyRefusal code) {
        return new Outcome.Refused(code, List.of());
    }
}
