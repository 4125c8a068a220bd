package dev.waystation.platform.engagement.messaging.triggers;

import dev.waystation.platform.engagement.messaging.usecase.CancelWithdrawnMessages;
import dev.waystation.platform.foundation.facts.Fact;
import dev.waystation.platform.foundation.facts.FactReader;
import dev.waystation.platform.foundation.facts.RecordedFact;
import dev.waystation.platform.members.membership.facts.ConsentChanged;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** An opt-out reaches what still waits in the outbox; delivery asks again by itself anyway. */
@Component
class WhenConsentWithdrawn implements FactReader {

    private final CancelWithdrawnMessages cancel;

    WhenConsentWithdrawn(CancelWithdrawnMessages cancel) {
        this.cancel = cancel;
    }

    @Override
    public String name() {
        return "messaging.consents";
    }

    @Override
    public Set<Class<? extends Fact>> hears() {
        return Set.of(ConsentChanged.class);
    }

    @Override
    public void read(List<RecordedFact> batch) {
        for (RecordedFact recorded : batch) {
            if (recorded.fact() instanceof ConsentChanged change && !change.granted()) {
                cancel.handle(
                        change.memberId(), change.channel(), change.purpose(), change.occurredAt());
            }
        }
    }
}
