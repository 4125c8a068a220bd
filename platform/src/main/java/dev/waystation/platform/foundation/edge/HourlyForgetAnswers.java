package dev.waystation.platform.foundation.edge;

import dev.waystation.platform.foundation.jobs.Timer;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Removes stored answers that nobody repeats any more. */
@Component
class HourlyForgetAnswers implements Timer {

    private final StoredAnswers answers;

    HourlyForgetAnswers(StoredAnswers answers) {
        this.answers = answers;
    }

    @Override
    public String name() {
        return "edge.forget-answers";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run(Instant now) {
        answers.forgetOld();
    }
}
