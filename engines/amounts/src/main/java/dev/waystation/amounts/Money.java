package dev.waystation.amounts;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.List;

/**
 * An amount of money: a whole number of minor units (分, cents) in one currency. Amounts of
 * different currencies never meet: every operation on two amounts refuses a mixture.
 *
 * @param minor minor units, may be negative
 * @param currency ISO 4217 code
 */
public record Money(long minor, String currency) implements Comparable<Money> {

    public Money {
        if (currency.length() != 3
                || !currency.chars().allMatch(letter -> letter >= 'A' && letter <= 'Z')) {
            throw new IllegalArgumentException(
                    "currency (" + currency + ") must be three capital letters of ISO 4217");
        }
    }

    /** No money, but of this currency. */
    public static Money zero(String currency) {
        return new Money(0, currency);
    }

    /** Chinese yuan, counted in 分. */
    public static Money yuan(long minor) {
        return new Money(minor, "CNY");
    }

    /** The exact sum of amounts of one currency. */
    public static Money sum(String currency, Collection<Money> amounts) {
        Money total = zero(currency);
        for (Money amount : amounts) {
            total = total.plus(amount);
        }
        return total;
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minor, same(other)), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, same(other)), currency);
    }

    public Money negate() {
        return new Money(Math.negateExact(minor), currency);
    }

    public Money times(long count) {
        return new Money(Math.multiplyExact(minor, count), currency);
    }

    /** A share of this amount, rounded here, once, half away from zero. */
    public Money times(Share share) {
        return new Money(share.of(minor), currency);
    }

    /**
     * Splits this amount by weights so that the parts always sum to it; see {@link Allocation} for
     * who receives the odd minor units.
     */
    public List<Money> allocate(long... weights) {
        long[] parts = Allocation.byWeights(minor, weights);
        return Arrays.stream(parts).mapToObj(part -> new Money(part, currency)).toList();
    }

    /** -1, 0 or 1; no {@code isZero()}, or every JSON of an amount would carry it. */
    public int signum() {
        return Long.signum(minor);
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, same(other));
    }

    /** For people and messages: {@code 553.00 CNY}. */
    @Override
    public String toString() {
        int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        return BigDecimal.valueOf(minor, digits).toPlainString() + " " + currency;
    }

    private long same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(
                    "cannot put " + currency + " and " + other.currency + " into one sum");
        }
        return other.minor;
    }
}
