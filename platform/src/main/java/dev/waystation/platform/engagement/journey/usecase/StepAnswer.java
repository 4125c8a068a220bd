package dev.waystation.platform.engagement.journey.usecase;

import dev.waystation.journey.Standing;
import dev.waystation.platform.engagement.messaging.SendOutcome;
import dev.waystation.platform.engagement.messaging.WithheldReason;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Said;

/**
 * What those who carry out effects said to one: the line of trace that it makes.
 *
 * @param withheld whether the member did not get what the step wanted to give
 * @param gate the answer as a message that asks is told it
 */
record StepAnswer(String code, Explanation why, boolean withheld, String gate) {

    static StepAnswer of(SendOutcome outcome) {
        return switch (outcome) {
            case SendOutcome.Queued _ ->
                    new StepAnswer("MESSAGE_QUEUED", outcome.why(), false, Standing.SENT);
            case SendOutcome.Delayed _ ->
                    new StepAnswer("MESSAGE_DELAYED", outcome.why(), false, Standing.SENT);
            case SendOutcome.Withheld no ->
                    new StepAnswer(
                            "MESSAGE_WITHHELD",
                            outcome.why(),
                            true,
                            no.reason() == WithheldReason.FREQUENCY_CAP
                                    ? Standing.CAPPED
                                    : Standing.WITHHELD);
        };
    }

    static StepAnswer given(Said how) {
        return new StepAnswer("GRANT_GIVEN", Explanation.of(how), false, Standing.SENT);
    }

    static StepAnswer withheld(String code, Said why) {
        return new StepAnswer(code, Explanation.of(why), true, Standing.WITHHELD);
    }
}
