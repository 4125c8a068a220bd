package dev.waystation.platform.members.wallet;

import java.util.Optional;
import java.util.UUID;

/**
 * Stored value: money that people paid in advance, and what was given on top. Every answer is
 * durable and the same for ever under its reference.
 */
public interface StoredValue {

    String PRINCIPAL = "stored_principal";
    String GIFT = "stored_gift";

    /** Who pays whom with which medium; {@code order} is shown in the statement. */
    record Payment(UUID reference, String medium, long amount, String merchant, String order) {}

    /** Money for a card, with what is given on top. */
    record Load(
            UUID reference,
            long cardId,
            long principal,
            long gift,
            boolean company,
            String method,
            String actor) {}

    /** What happened to the money; amounts in minor units. */
    sealed interface Outcome {

        /** How much moved of each, and what is left. */
        record Moved(long principal, long gift, long principalLeft, long giftLeft)
                implements Outcome {}

        /** Nothing happened; {@code possible} is the amount or day that would have passed. */
        record Refused(CardRefusal code, String possible) implements Outcome {}
    }

    /** What a payment took of each, in minor units. */
    record Taken(long principal, long gift) {}

    Outcome topUp(Load load);

    Outcome pay(Payment payment);

    /** Pays with the member's own card; refused where there is none to pay with. */
    Outcome payAs(long memberId, UUID reference, long amount, String merchant, String order);

    /** What was taken from the member's card under a payment's reference; empty for nothing. */
    Optional<Taken> taken(long memberId, UUID payment);

    /**
     * Gives back part of a payment of the member's own card, principal and gift in the ratio they
     * paid. The parts of all returns together give each exactly what it paid.
     *
     * @param principal what the payment took of it, {@code gift} likewise
     * @param before how much of the payment came back before
     */
    void giveBack(
            long memberId,
            UUID reference,
            UUID payment,
            long principal,
            long gift,
            long before,
            long amount);
}
