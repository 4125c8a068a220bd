package dev.waystation.platform.members.referral.triggers;

import dev.waystation.platform.foundation.jobs.Timer;
import dev.waystation.platform.members.referral.usecase.MoveInviteCampaign;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Closes campaigns whose end has come, and with them their boards. */
@Component
class EveryMinuteCloseInviteCampaigns implements Timer {

    private final MoveInviteCampaign move;

    EveryMinuteCloseInviteCampaigns(MoveInviteCampaign move) {
        this.move = move;
    }

    @Override
    public String name() {
        return "referral.close-campaigns";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run(Instant now) {
        move.closeOver(now);
    }
}
