package dev.waystation.platform.members.passes.usecase;

import dev.waystation.platform.foundation.edge.Phrases;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.passes.GateRefusal;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Takes what a gate tells and says the answer in words. */
@Service
public class TellPassUses {

    private final EnterByPass enter;
    private final ShowPasses show;
    private final Phrases phrases;
    private final Clock clock;

    TellPassUses(EnterByPass enter, ShowPasses show, Phrases phrases, Clock clock) {
        this.enter = enter;
        this.show = show;
        this.phrases = phrases;
        this.clock = clock;
    }

    /**
     * @param code null when the gate opens
     */
    public record Answer(
            UUID reference,
            @Nullable String code,
            Said sentence,
            @Nullable String holder,
            int nth) {}

    /** A use; without an instant it happens now. */
    public Answer handle(UUID reference, String token, String site, @Nullable Instant usedAt) {
        Instant at = usedAt == null ? clock.instant() : usedAt;
        return switch (enter.handle(new EnterByPass.Command(reference, token, site, at))) {
            case EnterByPass.Outcome.Entered entered ->
                    new Answer(
                            reference,
                            null,
                            entered.product().name(),
                            show.holder(entered.pass()),
                            entered.nth());
            case EnterByPass.Outcome.Refused(GateRefusal code, Map<String, Object> values) ->
                    new Answer(reference, code.name(), phrases.say(code.name(), values), null, 0);
        };
    }
}
