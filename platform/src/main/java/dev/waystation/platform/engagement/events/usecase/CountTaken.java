package dev.waystation.platform.engagement.events.usecase;

import dev.waystation.platform.engagement.events.facts.EventsTaken;
import dev.waystation.platform.engagement.events.model.Batches;
import dev.waystation.platform.engagement.events.store.SourceTally;
import java.util.List;
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
    public void handle(List<EventsTaken> commits) {
        tally.count(Batches.of(commits));
    }
}
