package dev.waystation.platform.members.wallet.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A card: a medium in somebody's hand that opens an account of stored value. */
public record StoredCard(
        long id,
        long ownerId,
        String medium,
        State state,
        @Nullable LocalDate validUntil,
        CardRule rule) {

    /** A lost card is replaced, a frozen one thawed, a closed one over. */
    public enum State {
        ACTIVE,
        FROZEN,
        LOST,
        CLOSED
    }

    /** Past its validity a card is re-activated or exchanged; its value never ends. */
    public boolean needsReactivation(LocalDate today) {
        return validUntil != null && validUntil.isBefore(today);
    }
}
