package dev.waystation.platform.selling.booking;

import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.settings.Settings;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.PointsCredit;
import dev.waystation.platform.members.wallet.StoredValue;
import dev.waystation.platform.members.wallet.usecase.CareForCard;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** What members pay with beside cash, and the rule by which it comes back. */
class Purse {

    /** On a new card: 8,000 paid in and 2,000 given. */
    static final long CARD = 10_000;

    private final Points points;
    private final StoredValue card;
    private final CareForCard care;
    private final Settings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Purse(
            Points points,
            StoredValue card,
            CareForCard care,
            Settings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.points = points;
        this.card = card;
        this.care = care;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A new card with {@link #CARD} on it. */
    void openCard(long member) {
        var opening =
                new CareForCard.Opening(member, "cn", UUID.randomUUID().toString(), "staff:1");
        long id = ((CareForCard.Outcome.Done) care.open(opening)).cardId();
        card.topUp(
                new StoredValue.Load(
                        UUID.randomUUID(), id, 8_000, 2_000, false, "CASH", "staff:1"));
    }

    /** The last day of points earned today. */
    LocalDate lastDay() {
        return points.lastDay(Points.POINTS, LocalDate.now(clock));
    }

    void credit(long member, long amount, LocalDate last) {
        points.credit(
                new PointsCredit(
                        UUID.randomUUID(),
                        member,
                        Points.POINTS,
                        amount,
                        last,
                        Explanation.of(Said.same("test")),
                        "travel"));
    }

    long points(long member) {
        return points.balance(member, Points.POINTS).spendable();
    }

    long stored(long member) {
        return points.balance(member, StoredValue.PRINCIPAL).spendable()
                + points.balance(member, StoredValue.GIFT).spendable();
    }

    /**
     * Which tender comes back first, and whether what points alone paid comes back at all.
     *
     * @param order RATIO, FIRST or LAST
     */
    void refunds(String order, boolean awardRefundable) {
        write(
                "refunds",
                "{\"refundOrder\":\"%s\",\"awardRefundable\":%s}"
                        .formatted(order, awardRefundable));
    }

    /** What points are worth. */
    void pointsPerYuan(int points) {
        write(
                "spending",
                "{\"firstUsePoints\":10000,\"pointsPerYuan\":%d,\"mostPermille\":1000}"
                        .formatted(points));
    }

    private void write(String code, String rules) {
        transaction.executeWithoutResult(
                _ -> settings.write(code, JsonMapper.shared().readTree(rules), "test"));
    }
}
