package dev.waystation.platform.selling.inventory.usecase;

import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Reason;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.selling.inventory.InventoryRefusal;
import dev.waystation.platform.selling.inventory.model.RefusalCodes;
import dev.waystation.platform.selling.inventory.model.Ruling;
import dev.waystation.release.Finding;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says why there is no seat: the cause in one sentence, the figures as reasons. */
@Component
class SeatExplanations {

    private final Clock clock;

    SeatExplanations(Clock clock) {
        this.clock = clock;
    }

    Explanation of(Ruling.Refused refused) {
        return of(refused.code(), refused.finding(), refused.partySize());
    }

    Explanation of(Finding finding) {
        return of(RefusalCodes.of(finding.cause()), finding, 1);
    }

    Explanation of(InventoryRefusal code, @Nullable Finding finding, int partySize) {
        if (finding == null) {
            return new Explanation(plain(code), List.of());
        }
        List<Reason> reasons = new ArrayList<>();
        add(
                reasons,
                "SEATS_FREE",
                finding.seatsFree() > 0,
                finding.seatsFree(),
                "实际空座 %d 个",
                "%d seats are free on the whole trip");
        add(
                reasons,
                "QUOTA_OF_THIS_TRIP",
                finding.quotaSold() < finding.quota(),
                finding.quota(),
                "已放给本区间 %d 张",
                "%d seats have been opened to this trip");
        add(
                reasons,
                "QUOTA_SOLD",
                finding.quotaSold() < finding.quota(),
                finding.quotaSold(),
                "其中已用 %d 张",
                "%d of them are gone");
        add(
                reasons,
                "KEPT_FOR_OTHERS",
                finding.reserved() == 0,
                finding.reserved(),
                "为其他旅客预留 %d 张",
                "%d seats are kept for others");
        add(
                reasons,
                "NOT_RELEASED",
                finding.unreleased() == 0,
                finding.unreleased(),
                "尚未放出 %d 张",
                "%d seats have not been released");
        Instant next = finding.nextOpening();
        if (next != null) {
            String at = at(next);
            reasons.add(
                    new Reason(
                            "NEXT_RELEASE",
                            true,
                            new Said("下一批放票:" + at, "Next release: " + at),
                            Map.of("at", next.toString())));
        }
        return new Explanation(sentence(code, finding, partySize), reasons);
    }

    private static void add(
            List<Reason> reasons, String code, boolean held, int count, String zh, String en) {
        reasons.add(
                new Reason(
                        code,
                        held,
                        new Said(zh.formatted(count), en.formatted(count)),
                        Map.of("count", count)));
    }

    private Said sentence(InventoryRefusal code, Finding finding, int partySize) {
        Said more = next(finding);
        return switch (code) {
            case LEG_IS_FULL ->
                    new Said("这个区间全程没有空座。", "No seat is free on the whole of this trip.");
            case NOT_RELEASED_YET ->
                    new Said(
                            "有 %d 个空座，但还没有放给这个区间。".formatted(finding.seatsFree()) + more.zh(),
                            "%d seats are free but none has been released to this trip yet."
                                            .formatted(finding.seatsFree())
                                    + more.en());
            case QUOTA_IS_SOLD_OUT ->
                    new Said(
                            "放给这个区间的 %d 张已售完；其余 %d 张留给其他旅客。"
                                            .formatted(finding.quota(), finding.reserved())
                                    + more.zh(),
                            "The %d seats opened to this trip are sold; %d are kept for others."
                                            .formatted(finding.quota(), finding.reserved())
                                    + more.en());
            case RESERVED_FOR_OTHERS ->
                    new Said(
                            "有 %d 个空座，都留给其他旅客。".formatted(finding.seatsFree()) + more.zh(),
                            "%d seats are free, all kept for other passengers."
                                            .formatted(finding.seatsFree())
                                    + more.en());
            case MORE_PASSENGERS_THAN_SEATS ->
                    new Said(
                            "只剩 %d 张，不够 %d 位旅客。".formatted(finding.count(), partySize),
                            "Only %d seats are left for %d passengers."
                                    .formatted(finding.count(), partySize));
            case UNKNOWN_RUN, UNKNOWN_HOLD, HOLD_HAS_EXPIRED, HOLD_WAS_RELEASED, RUN_HAS_DEPARTED ->
                    plain(code);
        };
    }

    private Said next(Finding finding) {
        Instant next = finding.nextOpening();
        return next == null
                ? new Said("", "")
                : new Said("下一批放票:" + at(next) + "。", " Next release: " + at(next) + ".");
    }

    private String at(Instant instant) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
                .format(instant.atZone(clock.getZone()));
    }

    private static Said plain(InventoryRefusal code) {
        return switch (code) {
            case UNKNOWN_RUN -> new Said("没有这趟车、席别或区间。", "There is no such run, class or trip.");
            case UNKNOWN_HOLD -> new Said("没有这笔占座。", "Nothing is held under this reference.");
            case HOLD_HAS_EXPIRED -> new Said("占座已过期，请重新选座。", "The hold has expired; hold again.");
            case HOLD_WAS_RELEASED -> new Said("座位已退回。", "The seats were given back.");
            case RUN_HAS_DEPARTED -> new Said("列车已从该站开出。", "The train has left this station.");
            case LEG_IS_FULL,
                    NOT_RELEASED_YET,
                    QUOTA_IS_SOLD_OUT,
                    RESERVED_FOR_OTHERS,
                    MORE_PASSENGERS_THAN_SEATS ->
                    new Said("没有可售的座位。", "No seat can be sold.");
        };
    }
}
