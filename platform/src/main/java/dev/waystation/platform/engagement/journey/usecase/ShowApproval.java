package dev.waystation.platform.engagement.journey.usecase;

import dev.waystation.platform.engagement.journey.model.JourneyLimits;
import dev.waystation.platform.engagement.journey.store.ApprovalRows;
import dev.waystation.platform.engagement.journey.store.DefinitionRow;
import dev.waystation.platform.engagement.journey.store.DefinitionRows;
import dev.waystation.platform.engagement.journey.store.LimitRows;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.operators.access.StaffNames;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a launch would come to beside the limits, and whose word there is for what is drawn now. */
@Service
public class ShowApproval {

    /** Somebody who agreed; one's own word lets nobody launch. */
    public record Agreed(Said by, Instant at, boolean mine) {}

    /**
     * Whether one may launch.
     *
     * @param limits from when a second person must agree; zero for never
     * @param needed whether the estimate reaches one of them
     * @param free whether whoever asks may launch it as it is
     */
    public record Approval(
            JourneyLimits.Estimate estimate,
            JourneyLimits limits,
            boolean needed,
            boolean free,
            List<Agreed> agreed) {}

    private final DefinitionRows definitions;
    private final ApprovalRows approvals;
    private final ApproveLaunch approve;
    private final LimitRows limits;
    private final StaffNames staff;

    ShowApproval(
            DefinitionRows definitions,
            ApprovalRows approvals,
            ApproveLaunch approve,
            LimitRows limits,
            StaffNames staff) {
        this.definitions = definitions;
        this.approvals = approvals;
        this.approve = approve;
        this.limits = limits;
        this.staff = staff;
    }

    @Transactional(readOnly = true)
    public Optional<Approval> handle(long journeyId, String asking) {
        return definitions.one(journeyId).map(journey -> approval(journey, asking));
    }

    private Approval approval(DefinitionRow journey, String asking) {
        JourneyLimits.Estimate estimate = approve.estimate(journey.code(), journey.draft());
        JourneyLimits set = limits.read();
        return new Approval(
                estimate,
                set,
                set.needsApproval(estimate),
                approve.isFree(journey, asking),
                approvals.agreements(journey.journeyId()).stream()
                        .map(one ->
                                new Agreed(staff.who(one.by()), one.at(), one.by().equals(asking)))
                        .toList());
    }
}
