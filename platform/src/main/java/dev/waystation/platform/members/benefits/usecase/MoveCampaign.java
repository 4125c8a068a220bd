package dev.waystation.platform.members.benefits.usecase;

import dev.waystation.platform.members.benefits.model.Campaign;
import dev.waystation.platform.members.benefits.model.Campaign.State;
import dev.waystation.platform.members.benefits.store.CouponCampaignStore;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Publishes, pauses, resumes and ends a campaign. */
@Service
public class MoveCampaign {

    private final CouponCampaignStore campaigns;

    MoveCampaign(CouponCampaignStore campaigns) {
        this.campaigns = campaigns;
    }

    /** What can be done to a campaign, and from where. */
    @SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable, its type does not say so
    public enum Step {
        PUBLISH(State.LIVE, State.DRAFT, State.PAUSED),
        PAUSE(State.PAUSED, State.LIVE),
        END(State.ENDED, State.DRAFT, State.LIVE, State.PAUSED);

        private final State to;
        private final Set<State> from;

        Step(State to, State... from) {
            this.to = to;
            this.from = Set.of(from);
        }
    }

    /** The answer. */
    public sealed interface Outcome {
        record Moved(Campaign campaign) implements Outcome {}

        record NotFound() implements Outcome {}

        record Forbidden(State state) implements Outcome {}
    }

    @Transactional
    public Outcome handle(long id, Step step) {
        Optional<Campaign> found = campaigns.find(id);
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        State now = found.get().state();
        if (now != step.to && !campaigns.move(id, step.from, step.to)) {
            return new Outcome.Forbidden(now);
        }
        return new Outcome.Moved(campaigns.find(id).orElseThrow());
    }
}
