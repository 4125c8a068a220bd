package dev.waystation.platform.insight.analytics.usecase;

import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Reason;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.wiring.VenueZone;
import dev.waystation.platform.members.benefits.Coupons;
import dev.waystation.platform.selling.booking.OrderBooks;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What being a member has saved somebody this year, in money: by coupons and by points. */
@Service
public class ShowSavings {

    /** All of it and the two parts it is made of. */
    public record Saved(
            LocalDate since, long minor, long couponMinor, long pointMinor, Explanation why) {}

    private final Coupons coupons;
    private final OrderBooks orders;
    private final Clock clock;

    ShowSavings(Coupons coupons, OrderBooks orders, Clock clock) {
        this.coupons = coupons;
        this.orders = orders;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Saved handle(long memberId) {
        LocalDate first = LocalDate.ofInstant(clock.instant(), VenueZone.DEFAULT).withDayOfYear(1);
        Instant since = first.atStartOfDay(VenueZone.DEFAULT).toInstant();
        long byCoupons = coupons.savedMinor(memberId, since);
        long byPoints = orders.paidInPoints(memberId, since);
        long all = byCoupons + byPoints;
        Said sentence =
                new Said(
                        "今年已省 %s 元。".formatted(yuan(all)),
                        "%s yuan saved this year.".formatted(yuan(all)));
        Explanation why =
                Explanation.of(
                        sentence,
                        part(
                                "COUPONS",
                                byCoupons,
                                "优惠券减免 %s 元，退回的不算",
                                "%s yuan off by coupons, less what was returned"),
                        part(
                                "POINTS",
                                byPoints,
                                "积分抵扣票款 %s 元，退回的不算",
                                "%s yuan of fares paid in points, less what was returned"));
        return new Saved(first, all, byCoupons, byPoints, why);
    }

    private static Reason part(String code, long minor, String zh, String en) {
        return new Reason(
                code,
                minor > 0,
                new Said(zh.formatted(yuan(minor)), en.formatted(yuan(minor))),
                Map.of("minor", minor));
    }

    private static String yuan(long minor) {
        return "%,.2f".formatted(minor / 100.0);
    }
}
