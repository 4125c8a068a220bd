package dev.waystation.platform.members.referral.usecase;

import dev.waystation.platform.foundation.vault.Vault;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.TravellerIdentity;
import dev.waystation.platform.members.referral.model.Campaign;
import dev.waystation.platform.members.referral.model.Touch;
import dev.waystation.platform.members.referral.store.InviteCampaignStore;
import dev.waystation.platform.members.referral.store.TouchStore;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The links a visitor opened, with what decides whether they count. */
@Component
class TouchRoom {

    private final TouchStore touches;
    private final InviteCampaignStore campaigns;
    private final Members members;
    private final Vault vault;

    TouchRoom(TouchStore touches, InviteCampaignStore campaigns, Members members, Vault vault) {
        this.touches = touches;
        this.campaigns = campaigns;
        this.members = members;
        this.vault = vault;
    }

    List<Touch> of(String visitor) {
        return touches.ofVisitor(key(visitor)).stream().map(this::touch).toList();
    }

    void spend(String visitor, long memberId) {
        touches.spend(key(visitor), memberId);
    }

    byte[] key(String visitor) {
        return vault.blindIndex("invite visitor", visitor);
    }

    static Optional<String> ownDocument(List<TravellerIdentity> travellers) {
        return travellers.stream()
                .filter(TravellerIdentity::self)
                .map(TravellerIdentity::documentKey)
                .findFirst();
    }

    private Touch touch(TouchStore.Kept kept) {
        Campaign campaign = campaigns.find(kept.campaignId()).orElseThrow();
        return new Touch(
                campaign.id(),
                campaign.version(),
                campaign.terms(),
                campaign.endedAt(),
                kept.inviterId(),
                kept.code(),
                kept.channel(),
                kept.at(),
                kept.trace(),
                kept.ownDevice(),
                ownDocument(members.travellers(kept.inviterId())).orElse(null));
    }
}
