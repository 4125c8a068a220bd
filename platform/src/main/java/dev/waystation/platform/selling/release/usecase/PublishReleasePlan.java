package dev.waystation.platform.selling.release.usecase;

import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.selling.catalogue.Run;
import dev.waystation.platform.selling.release.facts.ReleasePlanPublished;
import dev.waystation.platform.selling.release.model.Plan;
import dev.waystation.platform.selling.release.model.PlanState;
import dev.waystation.platform.selling.release.store.Plans;
import dev.waystation.release.PlanFault;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts a draft in force for every coming run of its train. The limits follow when the fact is
 * heard, after the commit.
 */
@Service
public class PublishReleasePlan {

    public record Command(long planId, String author) {}

    public sealed interface Outcome {
        record Published(Plan plan) implements Outcome {}

        record Refused(ReleaseRefusal code, @Nullable Explanation why) implements Outcome {}
    }

    private final Plans plans;
    private final CoverTrain cover;
    private final CheckPlan check;
    private final FactLog facts;
    private final Clock clock;

    PublishReleasePlan(Plans plans, CoverTrain cover, CheckPlan check, FactLog facts, Clock clock) {
        this.plans = plans;
        this.cover = cover;
        this.check = check;
        this.facts = facts;
        this.clock = clock;
    }

    @Transactional
    public Outcome handle(Command command) {
        Optional<Plan> found = plans.find(command.planId());
        if (found.isEmpty()) {
            return new Outcome.Refused(ReleaseRefusal.UNKNOWN_PLAN, null);
        }
        Plan plan = found.get();
        if (plan.state() != PlanState.DRAFT) {
            return new Outcome.Refused(ReleaseRefusal.PLAN_IS_NOT_A_DRAFT, null);
        }
        Optional<Run> sample = cover.nextRun(plan.trainCode());
        if (sample.isEmpty()) {
            return new Outcome.Refused(ReleaseRefusal.UNKNOWN_TRAIN, null);
        }
        List<PlanFault> faults = check.faults(plan, sample.get());
        if (!faults.isEmpty()) {
            return new Outcome.Refused(ReleaseRefusal.PLAN_DOES_NOT_FIT, CheckPlan.explain(faults));
        }
        if (!plans.publish(plan, command.author(), clock.instant())) {
            return new Outcome.Refused(ReleaseRefusal.PLAN_IS_NOT_A_DRAFT, null);
        }
        facts.append(
                new ReleasePlanPublished(
                        plan.id(),
                        plan.trainCode(),
                        plan.seatClass(),
                        plan.version(),
                        command.author(),
                        clock.instant()));
        return new Outcome.Published(plans.find(plan.id()).orElseThrow());
    }
}
