package dev.waystation.platform.foundation.wiring;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows a refused start as two lines instead of a stack trace. */
class SayWhyNotStarted extends AbstractFailureAnalyzer<StartRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable root, StartRefused cause) {
        return new FailureAnalysis(cause.what(), "Maybe " + cause.remedy(), cause);
    }
}
