package dev.waystation.platform.engagement.journey.usecase;

import dev.waystation.journey.Standing;
import dev.waystation.platform.engagement.messaging.SendOutcome;
import dev.waystation.platform.engagement.messaging.WithheldReason;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Said;
import org.jspecify.annotations.Nullable;

/**
 * What those who carry out effects said to one: the line of trace that it makes.
 *
 * @param why null for what the send gate said: it stands with the message
 * @param withheld whether the member did not get what the step wanted to give
 * @param gate the answer as a message that asks is told it
 */
record StepAnswer(String code, @Nullable Explanation why, boolean withheld, String gate) {

    static StepAnswer of(SendOutcome outcome) {
        return switch (outcome) {
            case SendOutcome.Queued _ ->
                    new StepAnswer("MESSAGE_QUEUED", null, false, Standing.SENT);
            case SendOutcome.Delayed _ ->
                    new StepAnswer("MESSAGE_DELAYED", null, false, Standing.SENT);
            case SendOutcome.Withheld no ->
                    new StepAnswer(
                            "MESSAGE_WITHHELD",
                            null,
                            true,
                            no.reason() == WithheldReason.FREQUENCY_CAP
                                    ? Standing.CAPPED
                                    : Standing.WITHHELD);
        };
    }

    static StepAnswer given(Said how) {
        return new StepAnswer("GRANT_GIVEN", Explanation.of(how), false, Standing.SENT);
    }

    static StepAnswer done(Said how) {
        return new StepAnswer("DEED_DONE", Explanation.of(how), false, Standing.SENT);
    }

    static StepAnswer withheld(String code, Said why) {
        return new StepAnswer(code, Explanation.of(why), true, Standing.WITHHELD);
    }
}
