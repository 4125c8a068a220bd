package dev.waystation.platform.members.benefits.usecase;

import dev.waystation.platform.foundation.edge.Phrases;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.benefits.EntitlementUse;
import dev.waystation.platform.members.benefits.Entitlements;
import dev.waystation.platform.members.benefits.UseOutcome;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Takes what a device tells, one use or a day's worth, and answers each by itself. */
@Service
public class TellUses {

    private final Entitlements entitlements;
    private final Phrases phrases;
    private final Clock clock;

    TellUses(Entitlements entitlements, Phrases phrases, Clock clock) {
        this.entitlements = entitlements;
        this.phrases = phrases;
        this.clock = clock;
    }

    /** A use; without an instant it happens now. */
    public record Told(UUID reference, String token, String place, @Nullable Instant usedAt) {}

    public record Answer(UUID reference, UseOutcome outcome, Said sentence) {}

    public List<Answer> handle(List<Told> uses) {
        return uses.stream().map(this::one).toList();
    }

    private Answer one(Told told) {
        UseOutcome outcome =
                entitlements.use(
                        new EntitlementUse(
                                told.reference(),
                                told.token(),
                                told.place(),
                                told.usedAt() == null ? clock.instant() : told.usedAt()));
        return new Answer(
                told.reference(),
                outcome,
                switch (outcome) {
                    case UseOutcome.Used used -> used.benefit();
                    case UseOutcome.Refused refused ->
                            phrases.say(refused.code().name(), refused.values());
                });
    }
}
