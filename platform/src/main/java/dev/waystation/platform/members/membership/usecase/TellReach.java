package dev.waystation.platform.members.membership.usecase;

import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.members.membership.ReachReports;
import dev.waystation.platform.members.membership.facts.ReachChanged;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Tells everybody which channels find a member. */
@Component
class TellReach implements ReachReports {

    private final FactLog facts;
    private final Clock clock;

    TellReach(FactLog facts, Clock clock) {
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    public void changed(long memberId, String channel, boolean found) {
        facts.append(new ReachChanged(memberId, channel, found, clock.instant()));
    }
}
