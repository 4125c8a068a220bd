package dev.waystation.platform.members.loyalty.triggers;

import dev.waystation.platform.foundation.facts.Fact;
import dev.waystation.platform.foundation.facts.FactReader;
import dev.waystation.platform.foundation.facts.RecordedFact;
import dev.waystation.platform.members.loyalty.facts.PointsEarned;
import dev.waystation.platform.members.loyalty.usecase.PostEarnings;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Posts what was decided. */
@Component
class WhenPointsEarned implements FactReader {

    private final PostEarnings post;

    WhenPointsEarned(PostEarnings post) {
        this.post = post;
    }

    @Override
    public String name() {
        return "loyalty.post-earnings";
    }

    @Override
    public Set<Class<? extends Fact>> hears() {
        return Set.of(PointsEarned.class);
    }

    @Override
    public void read(List<RecordedFact> batch) {
        post.handle(batch.stream().map(RecordedFact::fact).map(PointsEarned.class::cast).toList());
    }
}
