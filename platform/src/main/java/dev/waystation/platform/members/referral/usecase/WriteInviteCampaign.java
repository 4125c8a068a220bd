package dev.waystation.platform.members.referral.usecase;

import dev.waystation.platform.members.referral.model.Campaign;
import dev.waystation.platform.members.referral.model.Terms;
import dev.waystation.platform.members.referral.store.InviteCampaignStore;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Drafts campaigns and revises them; what was promised before stays promised. */
@Service
public class WriteInviteCampaign {

    /** What became of a revision. */
    public sealed interface Outcome {
        record Revised(Campaign campaign) implements Outcome {}

        record Closed() implements Outcome {}

        record Overtaken(int version) implements Outcome {}

        record Unknown() implements Outcome {}
    }

    private final InviteCampaignStore campaigns;
    private final Clock clock;

    WriteInviteCampaign(InviteCampaignStore campaigns, Clock clock) {
        this.campaigns = campaigns;
        this.clock = clock;
    }

    @Transactional
    public Campaign draft(Terms terms, String by) {
        return campaigns.find(campaigns.add(terms, by, clock.instant())).orElseThrow();
    }

    /**
     * @param from the version the editor saw
     */
    @Transactional
    public Outcome revise(long id, int from, Terms terms, String by) {
        Optional<Campaign> found = campaigns.find(id);
        if (found.isEmpty()) {
            return new Outcome.Unknown();
        }
        if (campaigns.revise(id, from + 1, terms, by, clock.instant())) {
            return new Outcome.Revised(campaigns.find(id).orElseThrow());
        }
        Campaign now = found.get();
        return now.state() == Campaign.State.CLOSED
                ? new Outcome.Closed()
                : new Outcome.Overtaken(now.version());
    }
}
