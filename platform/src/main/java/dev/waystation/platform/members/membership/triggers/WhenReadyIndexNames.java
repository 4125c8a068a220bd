package dev.waystation.platform.members.membership.triggers;

import dev.waystation.platform.foundation.jobs.Jobs;
import dev.waystation.platform.members.membership.usecase.IndexNames;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts the indexing that a migration of this start left to do. */
@Component
class WhenReadyIndexNames {

    private final IndexNames index;
    private final Jobs jobs;

    WhenReadyIndexNames(IndexNames index, Jobs jobs) {
        this.index = index;
        this.jobs = jobs;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        index.begin(jobs);
    }
}
