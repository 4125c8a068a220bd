package dev.waystation.platform.members.passes.model;

import dev.waystation.platform.members.passes.GateRefusal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** Whether a pass opens a gate; a device with the product's rules decides the same alone. */
public record PassGate(PassProduct product, List<Pause> pauses, ZoneId zone) {

    /** What the gate says. */
    public sealed interface Answer {
        /**
         * @param nth which turn of the day this is
         */
        record Opens(int nth, LocalDate day) implements Answer {}

        record Refused(GateRefusal code, Map<String, Object> values) implements Answer {}
    }

    /**
     * @param today uses of this pass at this site on the day of the use
     */
    public Answer decide(Pass pass, String site, Instant at, List<PassUse> today) {
        LocalDate day = LocalDate.ofInstant(at, zone);
        return switch (pass.state()) {
            case ORDERED, CANCELLED -> refused(GateRefusal.PASS_IS_NOT_PAID, Map.of());
            case BLOCKED ->
                    refused(
                            GateRefusal.PASS_IS_BLOCKED,
                            Map.of("cause", String.valueOf(pass.blockedFor())));
            case RETURNED, UPGRADED -> refused(GateRefusal.PASS_WAS_GIVEN_UP, Map.of());
            case PAID -> open(pass, site, day, at, today);
        };
    }

    private Answer open(Pass pass, String site, LocalDate day, Instant at, List<PassUse> today) {
        PassProduct.Entry entry = product.entry();
        if (!entry.sites().contains(site)) {
            return refused(GateRefusal.PASS_SITE_NOT_INCLUDED, Map.of("site", site));
        }
        Span span = pass.span();
        if (span != null && day.isBefore(span.from())) {
            return refused(GateRefusal.PASS_NOT_YET_VALID, Map.of("from", span.from().toString()));
        }
        if (span != null && day.isAfter(span.until())) {
            return refused(GateRefusal.PASS_HAS_ENDED, Map.of("until", span.until().toString()));
        }
        if (entry.blackouts().contains(day)) {
            return refused(GateRefusal.PASS_DAY_IS_BLACKED_OUT, Map.of("day", day.toString()));
        }
        for (Pause pause : pauses) {
            if (pause.days().contains(day)) {
                return refused(
                        GateRefusal.PASS_RESTS, Map.of("until", pause.days().until().toString()));
            }
        }
        return again(entry, day, at, today);
    }

    private Answer again(PassProduct.Entry entry, LocalDate day, Instant at, List<PassUse> today) {
        if (today.size() >= entry.usesPerDay()) {
            return refused(
                    GateRefusal.PASS_USES_OF_THE_DAY_ARE_GONE,
                    Map.of("at", clockTime(today.getLast().usedAt()), "uses", entry.usesPerDay()));
        }
        Duration gap = Duration.ofMinutes(entry.gapMinutes());
        for (PassUse use : today) {
            if (Duration.between(use.usedAt(), at).abs().compareTo(gap) < 0) {
                return refused(
                        GateRefusal.PASS_RE_ENTRY_TOO_SOON,
                        Map.of(
                                "at",
                                clockTime(use.usedAt()),
                                "again",
                                clockTime(use.usedAt().plus(gap))));
            }
        }
        return new Answer.Opens(today.size() + 1, day);
    }

    private String clockTime(Instant at) {
        return at.atZone(zone).toLocalTime().withSecond(0).withNano(0).toString();
    }

    private static Answer refused(GateRefusal code, Map<String, Object> values) {
        return new Answer.Refused(code, values);
    }
}
