package dev.waystation.platform.members.referral.usecase;

import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.members.referral.facts.InviteMilestoneReached;
import dev.waystation.platform.members.referral.model.Milestone;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Says that a milestone was reached, to the member and to whoever gives the prize. */
@Component
class MilestoneWords {

    private final InviteWords words;
    private final FactLog facts;

    MilestoneWords(InviteWords words, FactLog facts) {
        this.words = words;
        this.facts = facts;
    }

    String keep(long memberId, Milestone milestone) {
        Map<String, Object> values =
                Map.of(
                        "invites", milestone.invites(),
                        "prizeZh", milestone.name().zh(),
                        "prizeEn", milestone.name().en());
        return words.keep(
                memberId,
                "INVITE_MILESTONE_REACHED",
                values,
                List.of(words.reason("INVITE_MILESTONE_COUNTS_TRIPS", true, values)));
    }

    void tell(long memberId, long campaignId, Milestone milestone, String why, Instant now) {
        facts.append(
                new InviteMilestoneReached(
                        memberId,
                        campaignId,
                        milestone.invites(),
                        milestone.kind().name(),
                        milestone.prize(),
                        milestone.days(),
                        why,
                        now));
    }
}
