package dev.waystation.platform.members.benefits.triggers;

import dev.waystation.platform.foundation.facts.Fact;
import dev.waystation.platform.foundation.facts.FactReader;
import dev.waystation.platform.foundation.facts.RecordedFact;
import dev.waystation.platform.members.benefits.usecase.GivePacks;
import dev.waystation.platform.members.membership.facts.MemberRegistered;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Gives newcomers their pack, once in their life. */
@Component
class WhenMemberRegistered implements FactReader {

    private final GivePacks packs;
    private final Clock clock;

    WhenMemberRegistered(GivePacks packs, Clock clock) {
        this.packs = packs;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "benefits.newcomers";
    }

    @Override
    public Set<Class<? extends Fact>> hears() {
        return Set.of(MemberRegistered.class);
    }

    @Override
    public void read(List<RecordedFact> batch) {
        for (RecordedFact each : batch) {
            // Whoever came with a file was a member elsewhere before: no newcomer.
            if (each.fact() instanceof MemberRegistered fact && !fact.channel().equals("import")) {
                packs.give(
                        fact.memberId(),
                        "newcomer",
                        "once",
                        LocalDate.ofInstant(fact.occurredAt(), clock.getZone()));
            }
        }
    }
}
