package dev.waystation.platform.members.partners.usecase;

import dev.waystation.platform.members.partners.model.Conversion;
import dev.waystation.platform.members.partners.store.ConversionStore;
import dev.waystation.platform.members.partners.store.PrepaidPacks;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Moves a conversion from one state to the next, each durable by itself. */
@Component
class ConversionSteps {

    private final ConversionStore conversions;
    private final PrepaidPacks packs;
    private final Clock clock;

    ConversionSteps(ConversionStore conversions, PrepaidPacks packs, Clock clock) {
        this.conversions = conversions;
        this.packs = packs;
        this.clock = clock;
    }

    @Transactional
    boolean move(
            Conversion from, Conversion.State to, @Nullable String code, @Nullable String ref) {
        boolean moved = conversions.move(from.id(), from.state(), to, code, ref, clock.instant());
        if (moved && to == Conversion.State.REFUSED) {
            packs.giveBack(from.id());
        }
        return moved;
    }
}
