package dev.waystation.platform.engagement.journey.usecase;

import dev.waystation.journey.Node;
import dev.waystation.platform.engagement.audience.Segments;
import dev.waystation.platform.engagement.journey.model.Content;
import dev.waystation.platform.engagement.journey.model.JourneyLimits;
import dev.waystation.platform.engagement.journey.model.Timetable;
import dev.waystation.platform.engagement.journey.store.ApprovalRows;
import dev.waystation.platform.engagement.journey.store.DefinitionRow;
import dev.waystation.platform.engagement.journey.store.DefinitionRows;
import dev.waystation.platform.engagement.journey.store.LimitRows;
import dev.waystation.platform.engagement.journey.store.VersionRows;
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
    private final DefinitionRows definitions;
    private final VersionRows versions;
    private final Segments segments;
    private final Members members;

    ApproveLaunch(
            LimitRows limits,
            ApprovalRows approvals,
            DefinitionRows definitions,
            VersionRows versions,
            Segments segments,
            Members members) {
        this.limits = limits;
        this.approvals = approvals;
        this.definitions = definitions;
        this.versions = versions;
        this.segments = segments;
        this.members = members;
    }

    /** Whether it may be launched by this person as it is drawn now. */
    boolean isFree(DefinitionRow journey, String by) {
        return !limits.read().needsApproval(estimate(journey.code(), journey.draft()))
                || approvals.isApprovedByAnother(journey.journeyId(), by);
    }

    /** Whether this person may let so many in by hand, together with all who came before. */
    boolean isFreeFor(DefinitionRow live, int named, String by) {
        JourneyLimits set = limits.read();
        if (!set.asksForApproval()) {
            return true;
        }
        Content content = definitions.content(live.journeyId(), live.version());
        long reached = named + versions.enteredInto(live.journeyId(), live.version());
        return !set.needsApproval(estimate(live.code(), content, reached))
                || approvals.isVersionApprovedByAnother(live.journeyId(), live.version(), by);
    }

    JourneyLimits.Estimate estimate(String code, Content draft) {
        return estimate(code, draft, reached(draft));
    }

    private JourneyLimits.Estimate estimate(String code, Content draft, long reached) {
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
        // a condition may let many in; a number is one member
        return when.get("memberId") instanceof Number ? 1 : members.count();
    }
}
