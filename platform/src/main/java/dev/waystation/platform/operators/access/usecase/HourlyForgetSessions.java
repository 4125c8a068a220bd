package dev.waystation.platform.operators.access.usecase;

import dev.waystation.platform.foundation.jobs.Timer;
import dev.waystation.platform.operators.access.store.SessionStore;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Removes sessions that have expired. */
@Component
class HourlyForgetSessions implements Timer {

    private final SessionStore sessions;

    HourlyForgetSessions(SessionStore sessions) {
        this.sessions = sessions;
    }

    @Override
    public String name() {
        return "access.forget-sessions";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run(Instant now) {
        sessions.forgetExpired();
    }
}
