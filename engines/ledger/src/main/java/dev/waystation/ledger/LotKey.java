package dev.waystation.ledger;

import java.time.LocalDate;

/**
 * What tells one lot from another inside an account. Credits with an equal key share one lot, so an
 * account holds as many lots as it has expiry dates, funders and sources, and not one per visit to
 * a gate.
 *
 * @param lastDay last day on which the value can be used, as an epoch day in the programme's zone
 * @param funding who pays for the value
 * @param source class of what the value was given for
 */
public record LotKey(int lastDay, String funding, String source) {

    /**
     * The last day of value that does not expire: the last one a calendar prints in four digits.
     */
    public static final int NEVER = (int) LocalDate.of(9999, 12, 31).toEpochDay();

    /** A key from a calendar date. */
    public static LotKey until(LocalDate lastDay, String funding, String source) {
        return new LotKey(Math.toIntExact(lastDay.toEpochDay()), funding, source);
    }

    /** The same class of value with another last day. */
    LotKey lastingUntil(int day) {
        return new LotKey(day, funding, source);
    }

    boolean lapsedOn(int today) {
        return lastDay < today;
    }
}
