package dev.waystation.platform.selling.awards.usecase;

import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Reason;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.selling.awards.AwardRefusal;
import dev.waystation.platform.selling.awards.model.AwardCounts;
import dev.waystation.platform.selling.awards.model.AwardTerms;
import dev.waystation.platform.selling.awards.model.OfferedTrip;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Why points buy no seat now, with the figures and when more is to come. */
@Component
class AwardWords {

    private final Clock clock;

    AwardWords(Clock clock) {
        this.clock = clock;
    }

    /** Empty while a seat is left. */
    Optional<AwardRefusal> refusal(OfferedTrip trip, AwardCounts counts) {
        Instant now = clock.instant();
        AwardTerms terms = trip.offer().terms();
        int opened = terms.seatsOpened(terms.openWaves(trip.departs(), now));
        if (terms.over(trip.departs(), now)) {
            return Optional.of(AwardRefusal.AWARD_SEATS_WENT_BACK);
        }
        if (opened == 0) {
            return Optional.of(AwardRefusal.AWARD_NOT_OPEN_YET);
        }
        if (counts.aside() > 0) {
            return Optional.empty();
        }
        return Optional.of(
                counts.all() < opened
                        ? AwardRefusal.AWARD_WAITS_FOR_RELEASE
                        : AwardRefusal.AWARD_SEATS_ARE_TAKEN);
    }

    static Explanation notOffered() {
        return Explanation.of(sentence(AwardRefusal.AWARD_NOT_OFFERED, 0));
    }

    Explanation why(AwardRefusal code, OfferedTrip trip, AwardCounts counts) {
        AwardTerms terms = trip.offer().terms();
        Instant now = clock.instant();
        int opened = terms.seatsOpened(terms.openWaves(trip.departs(), now));
        List<Reason> reasons = new ArrayList<>();
        reasons.add(count("AWARD_OPENED", opened, "已开放 %d 个积分席位", "%d award seats are open"));
        reasons.add(
                count("AWARD_ASIDE", counts.aside(), "还有 %d 个可兑换", "%d of them can still be had"));
        reasons.add(count("AWARD_TAKEN", counts.taken(), "已兑换 %d 个", "%d are taken"));
        Optional<Instant> next = terms.nextWave(trip.departs(), now);
        next.ifPresent(at ->
                reasons.add(moment("AWARD_NEXT_WAVE", at, "下一批开放:", "The next wave opens: ")));
        reasons.add(
                moment(
                        "AWARD_RETURNS",
                        terms.returnsAt(trip.departs()),
                        "未兑换的席位转回售票:",
                        "Seats nobody took return to sale: "));
        Said plain = sentence(code, terms.memberLimit());
        String at = next.map(this::at).orElse("");
        return new Explanation(
                at.isEmpty()
                        ? plain
                        : new Said(
                                plain.zh() + "下一批 " + at + " 开放。",
                                plain.en() + " The next wave opens at " + at + "."),
                reasons);
    }

    private static Said sentence(AwardRefusal code, int limit) {
        return switch (code) {
            case AWARD_NOT_OFFERED ->
                    new Said(
                            "这趟车的这个区间和席别不能用积分兑换。",
                            "Points buy no seat for this trip and class on this train.");
            case AWARD_SEATS_WENT_BACK ->
                    new Said(
                            "临近发车，未兑换的席位已转回售票，可以直接购票。",
                            "Departure is near: the seats nobody took are on sale again, for money.");
            case AWARD_NOT_OPEN_YET -> new Said("积分席位还没有开放。", "No award seat has been opened yet.");
            case AWARD_WAITS_FOR_RELEASE ->
                    new Said(
                            "这一批已到时间，但放票计划还没有放出足够的座位。",
                            "The wave is due, but release has not opened enough seats for it yet.");
            case AWARD_SEATS_ARE_TAKEN ->
                    new Said("已开放的积分席位都已兑换。", "The award seats opened so far are taken.");
            case AWARD_LIMIT_IS_REACHED ->
                    new Said(
                            "每位会员在同一趟车最多兑换 %d 个席位。".formatted(limit),
                            "A member may have %d award seats on one train at most."
                                    .formatted(limit));
        };
    }

    private static Reason count(String code, int count, String zh, String en) {
        return new Reason(
                code,
                count > 0,
                new Said(zh.formatted(count), en.formatted(count)),
                Map.of("count", count));
    }

    private Reason moment(String code, Instant at, String zh, String en) {
        return new Reason(
                code, true, new Said(zh + at(at), en + at(at)), Map.of("at", at.toString()));
    }

    private String at(Instant instant) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
                .format(instant.atZone(clock.getZone()));
    }
}
