package dev.waystation.platform.selling.release.triggers;

import dev.waystation.platform.foundation.facts.Fact;
import dev.waystation.platform.foundation.facts.FactReader;
import dev.waystation.platform.foundation.facts.RecordedFact;
import dev.waystation.platform.selling.catalogue.facts.RunsScheduled;
import dev.waystation.platform.selling.release.facts.ReleasePlanPublished;
import dev.waystation.platform.selling.release.usecase.ApplyDueBatches;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * A plan that came into force reaches the runs on sale, a run that came on sale its plan. Heard
 * twice, it changes nothing more.
 */
@Component
class WhenPlansOrRunsChange implements FactReader {

    private final ApplyDueBatches applyDueBatches;

    WhenPlansOrRunsChange(ApplyDueBatches applyDueBatches) {
        this.applyDueBatches = applyDueBatches;
    }

    @Override
    public String name() {
        return "release-put-limits-in-force";
    }

    @Override
    public Set<Class<? extends Fact>> hears() {
        return Set.of(ReleasePlanPublished.class, RunsScheduled.class);
    }

    @Override
    public void read(List<RecordedFact> batch) {
        applyDueBatches.handle();
    }
}
