package dev.waystation.platform.members.referral.usecase;

import dev.waystation.platform.members.referral.model.Campaign;
import dev.waystation.platform.members.referral.store.InviteCampaignStore;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which campaign is meant, and how members appear to one another. */
@Component
class InviteRoom {

    private final InviteCampaignStore campaigns;
    private final InviteWords words;
    private final Clock clock;

    InviteRoom(InviteCampaignStore campaigns, InviteWords words, Clock clock) {
        this.campaigns = campaigns;
        this.words = words;
        this.clock = clock;
    }

    /** The one asked for, or the one that runs. */
    Optional<Campaign> campaign(@Nullable Long id) {
        return id == null ? campaigns.running(clock.instant()) : campaigns.find(id);
    }

    String masked(long memberId) {
        return words.masked(memberId);
    }
}
