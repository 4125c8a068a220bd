package dev.waystation.platform.members.passes.usecase;

import dev.waystation.platform.foundation.jobs.JobView;
import dev.waystation.platform.foundation.jobs.Jobs;
import dev.waystation.platform.members.passes.PassRefusal;
import dev.waystation.platform.members.passes.model.Closure;
import dev.waystation.platform.members.passes.store.PassProductStore;
import dev.waystation.platform.members.passes.store.PauseStore;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shuts a site for some days; a job gives the days back to every pass they touch. */
@Service
public class CloseSite {

    private final PassProductStore products;
    private final PauseStore pauses;
    private final Jobs jobs;
    private final Clock clock;

    CloseSite(PassProductStore products, PauseStore pauses, Jobs jobs, Clock clock) {
        this.products = products;
        this.pauses = pauses;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** The answer. */
    public sealed interface Outcome {
        record Closed(long closureId, JobView job) implements Outcome {}

        record Refused(PassRefusal code) implements Outcome {}
    }

    @Transactional
    public Outcome handle(Closure closure) {
        if (!products.sites().containsKey(closure.site())) {
            return new Outcome.Refused(PassRefusal.PASS_SITE_UNKNOWN);
        }
        long id = pauses.close(closure, clock.instant());
        return new Outcome.Closed(id, jobs.submit(ExtendPasses.KIND, Map.of("closureId", id)));
    }
}
