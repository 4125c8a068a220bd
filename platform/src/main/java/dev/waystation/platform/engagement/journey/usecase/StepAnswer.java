package dev.waystation.platform.engagement.journey.usecase;

import dev.waystation.platform.engagement.messaging.SendOutcome;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Said;

/**
 * What those who carry out effects said to one: the line of trace that it makes.
 *
 * @param withheld whether the member did not get what the step wanted to give
 */
record StepAnswer(String code, Explanation why, boolean withheld) {

    static StepAnswer of(SendOutcome outcome) {
        return switch (outcome) {
            case SendOutcome.Queued _ -> new StepAnswer("MESSAGE_QUEUED", outcome.why(), false);
            case SendOutcome.Delayed _ -> new StepAnswer("MESSAGE_DELAYED", outcome.why(), false);
            case SendOutcome.Withheld _ -> new StepAnswer("MESSAGE_WITHHELD", outcome.why(), true);
        };
    }

    static StepAnswer given(Said how) {
        return new StepAnswer("GRANT_GIVEN", Explanation.of(how), false);
    }

    static StepAnswer withheld(String code, Said why) {
        return new StepAnswer(code, Explanation.of(why), true);
    }
}
