package dev.waystation.platform.engagement.outreach.triggers;

import dev.waystation.platform.engagement.outreach.usecase.ReconcileContacts;
import dev.waystation.platform.foundation.jobs.Timer;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Reads contacts and groups anew. */
@Component
class EveryHourReconcileContacts implements Timer {

    private final ReconcileContacts work;

    EveryHourReconcileContacts(ReconcileContacts work) {
        this.work = work;
    }

    @Override
    public String name() {
        return "outreach.reconcile";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run(Instant now) {
        work.handle(now);
    }
}
