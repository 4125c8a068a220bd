package dev.waystation.platform.members.passes.model;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How much of a pass nobody can have used yet.
 *
 * @param left days after today, those it will rest not counted
 * @param all days that were paid for
 */
public record Unused(int left, int all) {

    /** Today counts as used: the gate may have opened. Days never run before the first use. */
    public static Unused of(Pass pass, int termMonths, List<Pause> pauses, LocalDate today) {
        Span span = pass.span();
        if (span == null) {
            int all = Span.ofMonths(today, termMonths).days();
            return new Unused(all, all);
        }
        int added = pauses.stream().mapToInt(Pause::addedDays).sum();
        int all = Math.max(1, span.days() - added);
        if (today.isAfter(span.until())) {
            return new Unused(0, all);
        }
        if (today.isBefore(span.from())) {
            return new Unused(all, all);
        }
        Span rest = new Span(today.plusDays(1), span.until());
        int resting = (int) rested(pauses).stream().filter(rest::contains).count();
        return new Unused(Math.clamp(rest.days() - (long) resting, 0, all), all);
    }

    /** Every day on which the pass rests, once. */
    public static Set<LocalDate> rested(List<Pause> pauses) {
        Set<LocalDate> days = new HashSet<>();
        for (Pause pause : pauses) {
            pause.days().from().datesUntil(pause.days().until().plusDays(1)).forEach(days::add);
        }
        return days;
    }

    /** The part of an amount that goes back; a started unit stays. */
    public long part(long amount) {
        return Math.multiplyExact(amount, left) / all;
    }
}
