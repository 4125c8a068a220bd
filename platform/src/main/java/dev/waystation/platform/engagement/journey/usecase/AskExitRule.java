package dev.waystation.platform.engagement.journey.usecase;

import dev.waystation.condition.Condition;
import dev.waystation.condition.Evaluator;
import dev.waystation.journey.Graph;
import dev.waystation.journey.Node;
import dev.waystation.platform.engagement.journey.model.Definition;
import dev.waystation.platform.engagement.journey.model.Enrolment;
import dev.waystation.platform.engagement.journey.store.EnrolmentRows;
import dev.waystation.platform.engagement.messaging.SendObjection;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Asks the exit rule of a journey once more when one of its messages is about to leave. */
@Component
class AskExitRule implements SendObjection {

    private static final String JOURNEY = "journey/";
    private static final Evaluator EVALUATOR = Evaluator.declared();

    private final LiveJourneys journeys;
    private final EnrolmentRows enrolments;
    private final Walkers walkers;

    AskExitRule(LiveJourneys journeys, EnrolmentRows enrolments, Walkers walkers) {
        this.journeys = journeys;
        this.enrolments = enrolments;
        this.walkers = walkers;
    }

    @Override
    public boolean objects(String source, long memberId, UUID reference, Instant now) {
        boolean concerns =
                source.startsWith(JOURNEY)
                        && journeys.hasExitRule(source.substring(JOURNEY.length()));
        return concerns
                && enrolments.ofMember(memberId, source.substring(JOURNEY.length())).stream()
                        .anyMatch(one -> offered(one, reference) && wantsOut(one, now));
    }

    private boolean offered(Enrolment enrolment, UUID reference) {
        return definition(enrolment).graph().nodes().stream()
                .filter(Node.Message.class::isInstance)
                .anyMatch(node -> enrolment.effectReference(node.id()).equals(reference));
    }

    private boolean wantsOut(Enrolment enrolment, Instant now) {
        Definition definition = definition(enrolment);
        return Optional.of(definition.graph())
                .map(Graph::exitWhen)
                .filter(rule -> holds(rule, enrolment, definition, now))
                .isPresent();
    }

    private boolean holds(Condition rule, Enrolment enrolment, Definition definition, Instant now) {
        return EVALUATOR.test(rule, walkers.member(enrolment, definition, now));
    }

    private Definition definition(Enrolment enrolment) {
        return journeys.version(enrolment.journeyId(), enrolment.version());
    }
}
