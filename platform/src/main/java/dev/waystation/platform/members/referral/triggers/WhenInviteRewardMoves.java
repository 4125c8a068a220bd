package dev.waystation.platform.members.referral.triggers;

import dev.waystation.platform.foundation.facts.Fact;
import dev.waystation.platform.foundation.facts.FactReader;
import dev.waystation.platform.foundation.facts.RecordedFact;
import dev.waystation.platform.members.referral.facts.InviteRewardMoved;
import dev.waystation.platform.members.referral.usecase.PostInviteRewards;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells the wallet what became of rewards. */
@Component
class WhenInviteRewardMoves implements FactReader {

    private final PostInviteRewards post;

    WhenInviteRewardMoves(PostInviteRewards post) {
        this.post = post;
    }

    @Override
    public String name() {
        return "referral.post-rewards";
    }

    @Override
    public Set<Class<? extends Fact>> hears() {
        return Set.of(InviteRewardMoved.class);
    }

    @Override
    public void read(List<RecordedFact> batch) {
        post.handle(
                batch.stream().map(RecordedFact::fact).map(InviteRewardMoved.class::cast).toList());
    }
}
