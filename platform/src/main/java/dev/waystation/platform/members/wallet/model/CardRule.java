package dev.waystation.platform.members.wallet.model;

import dev.waystation.amounts.Allocation;

/**
 * What the law of a place says about a class of cards; amounts in minor units, 0 means no limit.
 *
 * @param validMonths how long a card can be used before it is re-activated
 * @param withdrawDays how long after a top-up its principal can be reclaimed
 * @param personTransferFrom from which amount a person has to pay by bank transfer
 */
public record CardRule(
        String pack,
        boolean named,
        long capMinor,
        int validMonths,
        int withdrawDays,
        long personTransferFrom,
        long companyTransferFrom,
        int custodyPermille,
        SpendOrder spendOrder) {

    /** Whether principal or gift goes first. */
    public enum SpendOrder {
        PRINCIPAL_FIRST,
        GIFT_FIRST,
        RATIO
    }

    /** How much of a payment comes from the principal. */
    public long ofPrincipal(long amount, long principal, long gift) {
        return switch (spendOrder) {
            case PRINCIPAL_FIRST -> Math.min(amount, principal);
            case GIFT_FIRST -> amount - Math.min(amount, gift);
            case RATIO -> Allocation.byWeights(amount, principal, gift)[0];
        };
    }

    /** From which amount this payer has to pay by bank transfer. */
    public long transferFrom(boolean company) {
        long from = company ? companyTransferFrom : personTransferFrom;
        return from == 0 ? Long.MAX_VALUE : from;
    }
}
