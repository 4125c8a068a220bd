package dev.waystation.platform.selling.release.usecase;

import dev.waystation.platform.selling.release.model.Plan;
import dev.waystation.platform.selling.release.store.Plans;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Versions of plans, newest first. */
@Service
public class ListReleasePlans {

    private final Plans plans;

    ListReleasePlans(Plans plans) {
        this.plans = plans;
    }

    public Optional<PlanCard> one(long planId) {
        return plans.find(planId).map(PlanCard::of);
    }

    /** Number of the plan in force where this one would be put, 0 when there is none. */
    public long inForceBeside(PlanCard plan) {
        return plans.published(plan.trainCode(), plan.seatClass()).map(Plan::id).orElse(0L);
    }

    public List<Plan> handle(long before, int limit) {
        return plans.list(before, limit);
    }
}
