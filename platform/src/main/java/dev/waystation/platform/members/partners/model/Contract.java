package dev.waystation.platform.members.partners.model;

import dev.waystation.amounts.Rounding;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What we agreed with a partner from a day on. Published once, never changed; a new version follows
 * it. A conversion keeps the version it was made under.
 *
 * @param inUnits so many of the partner's units make {@code inPoints} of our points; 0 points when
 *     members can't convert into ours
 * @param outPoints so many of our points make {@code outUnits} of the partner's; 0 units when
 *     members can't convert into theirs
 * @param costMinor what the partner pays for a thousand points it funds
 * @param outCostMinor what we pay for a thousand of the partner's units
 * @param reservePermille part of the cost due when points are issued; the rest when they are used
 * @param breakageTo who keeps the reserve of points that expire unused
 * @param creditCap with a postpaid bill: how many points may be issued and not settled
 * @param alertPoints when so few are left of packs or cap, somebody is told
 * @param minimum least of the giving side's units in one conversion
 * @param fee points kept from every conversion
 */
public record Contract(
        long partnerId,
        int version,
        LocalDate validFrom,
        long inUnits,
        long inPoints,
        long outPoints,
        long outUnits,
        long costMinor,
        long outCostMinor,
        int reservePermille,
        BreakageTo breakageTo,
        Billing billing,
        long creditCap,
        long alertPoints,
        ZoneId zone,
        Rounds rounding,
        long minimum,
        long fee,
        String publishedBy,
        Instant publishedAt) {

    /** Who keeps what nobody used. */
    public enum BreakageTo {
        PARTNER,
        OPERATOR
    }

    /** When points are paid for. */
    public enum Billing {
        PREPAID,
        POSTPAID
    }

    /** How a part of a point ends. */
    public enum Rounds {
        DOWN,
        HALF_UP;

        long of(long amount, long times, long by) {
            return this == DOWN
                    ? Math.floorDiv(Math.multiplyExact(amount, times), by)
                    : Rounding.halfUp(amount, times, by);
        }
    }

    /** Which way points go: IN to ours, OUT to the partner's. */
    public enum Direction {
        IN,
        OUT
    }

    /**
     * What a conversion gives.
     *
     * @param units of the partner
     * @param points of ours that the member gets, or gives in all
     * @param fee part of the points that is kept
     */
    public record Quote(long units, long points, long fee) {

        /** Whether both sides get something. */
        public boolean givesSomething() {
            return units > 0 && points > 0;
        }
    }

    /** The same terms as a version of its own. */
    public Contract published(int number, String by, Instant at) {
        return new Contract(
                partnerId,
                number,
                validFrom,
                inUnits,
                inPoints,
                outPoints,
                outUnits,
                costMinor,
                outCostMinor,
                reservePermille,
                breakageTo,
                billing,
                creditCap,
                alertPoints,
                zone,
                rounding,
                minimum,
                fee,
                by,
                at);
    }

    public boolean converts(Direction direction) {
        return direction == Direction.IN ? inPoints > 0 : outUnits > 0;
    }

    /** Into ours: the fee comes off the points the member gets. */
    public Quote in(long units) {
        return new Quote(units, rounding.of(units, inPoints, inUnits) - fee, fee);
    }

    /** Into theirs: the fee comes off the points the member gives, before they are converted. */
    public Quote out(long points) {
        return new Quote(rounding.of(Math.max(0, points - fee), outUnits, outPoints), points, fee);
    }

    public Quote quote(Direction direction, long amount) {
        return direction == Direction.IN ? in(amount) : out(amount);
    }

    /** The month a moment is settled in. */
    public LocalDate monthOf(Instant at) {
        return at.atZone(zone).toLocalDate().withDayOfMonth(1);
    }
}
