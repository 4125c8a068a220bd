package dev.waystation.platform.engagement.messaging.usecase;

import dev.waystation.platform.engagement.messaging.store.ReasonRows;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.ExplanationSource;
import dev.waystation.platform.foundation.edge.Explanations;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * "Why did I get this?": why this member, as the asker said, then every check of the send gate.
 * Both halves stand with the message; its explanation is put together when somebody asks.
 */
@Component
class TellMessageReasons implements ExplanationSource {

    private static final int REFERENCE = 32;

    private final ReasonRows reasons;

    TellMessageReasons(ReasonRows reasons) {
        this.reasons = reasons;
    }

    @Override
    public String prefix() {
        return ReasonRows.PREFIX;
    }

    @Override
    public Optional<Explanations.Owned> find(String id) {
        String digits = id.substring(ReasonRows.PREFIX.length());
        if (!digits.matches("[0-9a-f]{33,47}")) {
            return Optional.empty();
        }
        BigInteger reference = new BigInteger(digits.substring(0, REFERENCE), 16);
        var uuid = new UUID(reference.shiftRight(Long.SIZE).longValue(), reference.longValue());
        return reasons.of(uuid, Long.parseLong(digits.substring(REFERENCE), 16))
                .map(kept -> new Explanations.Owned(kept.memberId(), told(kept)));
    }

    private static Explanation told(ReasonRows.Kept kept) {
        Explanation because = kept.because();
        if (because == null) {
            return kept.why();
        }
        var all = new ArrayList<>(because.reasons());
        all.addAll(kept.why().reasons());
        return new Explanation(because.sentence(), all);
    }
}
