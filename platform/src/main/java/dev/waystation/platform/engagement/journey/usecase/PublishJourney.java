package dev.waystation.platform.engagement.journey.usecase;

import dev.waystation.journey.GraphCheck;
import dev.waystation.journey.GraphProblem;
import dev.waystation.platform.engagement.journey.model.JourneyRefusal;
import dev.waystation.platform.engagement.journey.store.DefinitionRow;
import dev.waystation.platform.engagement.journey.store.DefinitionRows;
import dev.waystation.platform.engagement.messaging.Templates;
import java.time.Clock;
import java.util.ArrayList;
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

    /** The journey now, or why not, with every problem of the draft. */
    public sealed interface Outcome {
        record Done(DefinitionRow journey) implements Outcome {}

        record Refused(JourneyRefusal code, List<GraphProblem> problems) implements Outcome {}
    }

    private final DefinitionRows definitions;
    private final Templates templates;
    private final MemberFacts facts;
    private final Clock clock;

    PublishJourney(
            DefinitionRows definitions, Templates templates, MemberFacts facts, Clock clock) {
        this.definitions = definitions;
        this.templates = templates;
        this.facts = facts;
        this.clock = clock;
    }

    @Transactional
    public Outcome handle(long journeyId, String by) {
        Optional<DefinitionRow> found = definitions.locked(journeyId);
        if (found.isEmpty()) {
            return refused(JourneyRefusal.UNKNOWN_JOURNEY);
        }
        DefinitionRow journey = found.get();
        List<GraphProblem> problems = problems(journey);
        if (!problems.isEmpty()) {
            return new Outcome.Refused(JourneyRefusal.JOURNEY_HAS_PROBLEMS, problems);
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
        return new Outcome.Done(definitions.one(journeyId).orElseThrow());
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
        return new Outcome.Done(definitions.one(journeyId).orElseThrow());
    }

    /** Everything that stands between the draft and its publication. */
    public List<GraphProblem> problems(DefinitionRow journey) {
        var check = new GraphCheck(templates::isPublished, facts::isKnown);
        var problems = new ArrayList<>(check.problems(journey.draft().graphOf(journey.code())));
        String trigger = journey.draft().trigger().fact();
        if (!facts.isKnown(trigger)) {
            problems.addFirst(new GraphProblem(GraphProblem.Kind.UNKNOWN_FACT, "", trigger));
        }
        return List.copyOf(problems);
    }

    private static Outcome refused(JourneyRefusal code) {
        return new Outcome.Refused(code, List.of());
    }
}
