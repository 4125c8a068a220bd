package dev.waystation.platform.selling.booking.model;

import dev.waystation.amounts.Money;
import dev.waystation.amounts.Share;
import dev.waystation.platform.foundation.edge.Malformed;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * When and for how much a ticket is changed.
 *
 * @param changes how often a ticket, with all it was changed into, may be changed
 * @param awardChanges the same of a ticket that points alone paid
 * @param untilMinutes so long before departure changing ends; 0 is departure itself
 * @param destination whether the new ticket may lead to another city
 * @param destinationUntilMinutes so long before departure that ends
 * @param upgradeFree whether a better class on the same train costs no fee
 * @param coupons whether a coupon may pay of the difference
 * @param cheaper what becomes of the difference when the new ticket costs less
 * @param fees share of the old fare by the time left; a tier holds from exactly its minute on
 * @param classes whose tickets can be changed; all where nobody named them
 */
public record ChangeRules(
        int changes,
        int awardChanges,
        int untilMinutes,
        boolean destination,
        int destinationUntilMinutes,
        boolean upgradeFree,
        boolean coupons,
        Cheaper cheaper,
        List<FeeTier> fees,
        List<String> classes) {

    /** In the order of their comfort. */
    public static final List<String> ALL_CLASSES =
            List.of("business", "first", "second", "standing");

    /** What becomes of the difference when the new ticket costs less. */
    public enum Cheaper {
        RETURNED_WHOLE,
        /** As if so much of the ticket had been given back. */
        RETURNED_LESS_REFUND_FEE,
        KEPT
    }

    /** So many thousandths are charged with at least so many minutes left. */
    public record FeeTier(int minutesBefore, int permille) {
        public FeeTier {
            Malformed.require(
                    minutesBefore >= 0, "fees.minutesBefore", minutesBefore, "give 0 or more");
            Malformed.require(
                    permille >= 0 && permille <= 1000, "fees.permille", permille, "give 0 to 1000");
        }
    }

    private static final int LONGEST = 60 * 24 * 90;

    /** One change; another destination until two days before; 5 % on the last but one day, 15 %. */
    public static final ChangeRules USUAL =
            new ChangeRules(
                    1,
                    1,
                    0,
                    true,
                    2880,
                    true,
                    true,
                    Cheaper.RETURNED_LESS_REFUND_FEE,
                    List.of(new FeeTier(2880, 0), new FeeTier(1440, 50), new FeeTier(0, 150)),
                    ALL_CLASSES);

    public ChangeRules {
        Malformed.require(
                changes >= 0 && changes <= 20, "changes.changes", changes, "give 0 to 20");
        Malformed.require(
                awardChanges >= 0 && awardChanges <= 20,
                "changes.awardChanges",
                awardChanges,
                "give 0 to 20");
        Malformed.require(
                untilMinutes >= 0 && untilMinutes <= LONGEST,
                "changes.untilMinutes",
                untilMinutes,
                "give 0 to 129600 minutes");
        Malformed.require(
                destinationUntilMinutes >= untilMinutes && destinationUntilMinutes <= LONGEST,
                "changes.destinationUntilMinutes",
                destinationUntilMinutes,
                "give no less than untilMinutes");
        Malformed.require(
                fees.stream().map(FeeTier::minutesBefore).distinct().count() == fees.size(),
                "changes.fees",
                fees.size(),
                "name every time once");
        // nullable from JSON that was written before classes could be named
        classes =
                Objects.requireNonNullElse(classes, ALL_CLASSES).stream()
                        .distinct()
                        .sorted(Comparator.comparingInt(ALL_CLASSES::indexOf))
                        .toList();
        Malformed.require(
                ALL_CLASSES.containsAll(classes),
                "changes.classes",
                classes,
                "name business, first, second or standing");
        fees =
                fees.stream()
                        .sorted(Comparator.comparingInt(FeeTier::minutesBefore).reversed())
                        .toList();
    }

    /** Rounded once; nothing where no tier reaches. */
    public Money fee(Money fare, Duration before) {
        return fees.stream()
                .filter(tier -> before.compareTo(Duration.ofMinutes(tier.minutesBefore())) >= 0)
                .findFirst()
                .map(tier -> fare.times(Share.permille(tier.permille())))
                .orElse(Money.zero(fare.currency()));
    }

    public int most(boolean award) {
        return award ? awardChanges : changes;
    }
}
