package dev.waystation.platform.engagement.journey.usecase;

import dev.waystation.journey.Node;
import dev.waystation.platform.engagement.audience.Segments;
import dev.waystation.platform.engagement.journey.model.Content;
import dev.waystation.platform.engagement.journey.model.JourneyLimits;
import dev.waystation.platform.engagement.journey.model.Timetable;
import dev.waystation.platform.engagement.journey.store.ApprovalRows;
import dev.waystation.platform.engagement.journey.store.DefinitionRow;
import dev.waystation.platform.engagement.journey.store.LimitRows;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.members.membership.Members;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Two persons for what is large or costly. How many members a launch may reach is the size of its
 * segment; a journey that any fact may open, or anybody's birthday, may reach everybody.
 */
@Component
class ApproveLaunch {

    private final LimitRows limits;
    private final ApprovalRows approvals;
    private final Segments segments;
    private final Members members;

    ApproveLaunch(LimitRows limits, ApprovalRows approvals, Segments segments, Members members) {
        this.limits = limits;
        this.approvals = approvals;
        this.segments = segments;
        this.members = members;
    }

    /** Whether it may be launched by this person as it is drawn now. */
    boolean isFree(DefinitionRow journey, String by) {
        return !limits.read().needsApproval(estimate(journey.code(), journey.draft()))
                || approvals.isApprovedByAnother(journey.journeyId(), by);
    }

    JourneyLimits.Estimate estimate(String code, Content draft) {
        long reached = reached(draft);
        long points = 0;
        long texts = 0;
        for (Node node : draft.graphOf(code).nodes()) {
            if (node instanceof Node.Grant gift && gift.kind().equals("points")) {
                points += gift.amount();
            }
            if (node instanceof Node.Message message && message.channel().equals("sms")) {
                texts++;
            }
        }
        return new JourneyLimits.Estimate(
                reached, points * reached, texts * reached * limits.read().smsPriceMinor());
    }

    private long reached(Content draft) {
        Timetable at = draft.trigger().at();
        Map<String, Object> when = draft.trigger().when();
        if (at != null && at.segment() != null) {
            return segments.count(PublicId.decode("seg", at.segment()));
        }
        if (when.get("segment") instanceof String segment && PublicId.isOne("seg", segment)) {
            return segments.count(PublicId.decode("seg", segment));
        }
        return when.containsKey("memberId") ? 1 : members.count();
    }
}
