package dev.waystation.platform.members.referral.usecase;

import dev.waystation.platform.members.referral.store.BoardStore;
import dev.waystation.platform.members.referral.store.InviteCampaignStore;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens a campaign, and closes it together with its board. */
@Service
public class MoveInviteCampaign {

    private final InviteCampaignStore campaigns;
    private final BoardStore board;
    private final Clock clock;

    MoveInviteCampaign(InviteCampaignStore campaigns, BoardStore board, Clock clock) {
        this.campaigns = campaigns;
        this.board = board;
        this.clock = clock;
    }

    /** False when it is no draft. */
    @Transactional
    public boolean publish(long id) {
        return campaigns.publish(id);
    }

    /** False when it does not run. */
    @Transactional
    public boolean close(long id) {
        return close(id, clock.instant());
    }

    @Transactional
    public void closeOver(Instant now) {
        campaigns.over(now).forEach(each -> close(each, now));
    }

    private boolean close(long id, Instant now) {
        boolean closed = campaigns.close(id, now);
        if (closed) {
            board.freeze(id, now);
        }
        return closed;
    }
}
