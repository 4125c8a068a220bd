package dev.waystation.platform.members.loyalty.usecase;

import dev.waystation.platform.members.loyalty.model.Club;
import dev.waystation.platform.members.loyalty.store.TierStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells of granted tiers that ran out. They stopped counting by themselves, at their last instant.
 */
@Service
public class EndGrants {

    private final TierStore tiers;
    private final Programmes programmes;
    private final ChangeTier change;
    private final ClubRoom room;

    EndGrants(TierStore tiers, Programmes programmes, ChangeTier change, ClubRoom room) {
        this.tiers = tiers;
        this.programmes = programmes;
        this.change = change;
        this.room = room;
    }

    @Transactional
    public void handle() {
        for (TierStore.Interval ended : tiers.ended(room.now())) {
            Club club = programmes.club(ended.club());
            String id = ended.explanationId() == null ? "" : ended.explanationId();
            change.tell(
                    ended.memberId(), club, ended.tier(), ended.cause() + " ended", id, room.now());
        }
    }
}
