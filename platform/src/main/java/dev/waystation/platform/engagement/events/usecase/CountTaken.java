package dev.waystation.platform.engagement.events.usecase;

import dev.waystation.platform.engagement.events.facts.EventsTaken;
import dev.waystation.platform.engagement.events.store.SourceTally;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the figures of sources. */
@Service
public class CountTaken {

    private final SourceTally tally;

    CountTaken(SourceTally tally) {
        this.tally = tally;
    }

    @Transactional
    public void handle(EventsTaken taken) {
        tally.count(taken.batch());
    }
}
