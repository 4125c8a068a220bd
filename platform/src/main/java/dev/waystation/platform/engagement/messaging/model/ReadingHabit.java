package dev.waystation.platform.engagement.messaging.model;

import dev.waystation.platform.foundation.edge.Malformed;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntPredicate;

/**
 * At which hours of the day a member opens what we send, newer openings weighing more: a weight
 * halves in ninety days.
 *
 * @param hours 24 weights, by the local hour
 * @param asOf the day as of which they weigh so much
 */
public record ReadingHabit(List<Double> hours, LocalDate asOf) {

    /** Below this weight in all, nothing is known yet. */
    public static final double ENOUGH = 3;

    private static final int HOURS = 24;
    private static final double HALF_LIFE_DAYS = 90;

    /** How much an opening says for its own hour and for the hours beside it. */
    private static final double[] SMOOTH = {0.25, 0.5, 0.25};

    public ReadingHabit {
        hours = List.copyOf(hours);
        Malformed.require(hours.size() == HOURS, "hours", hours.size(), "give 24 weights");
    }

    public static ReadingHabit none(LocalDate day) {
        return new ReadingHabit(Collections.nCopies(HOURS, 0.0), day);
    }

    /** With one more opening; a day before {@link #asOf} counts as that day. */
    public ReadingHabit opened(int hour, LocalDate day) {
        LocalDate now = day.isBefore(asOf) ? asOf : day;
        List<Double> weights = new ArrayList<>(at(now));
        weights.set(hour, weights.get(hour) + 1);
        return new ReadingHabit(weights, now);
    }

    /**
     * The hour that suits best among those allowed, the earliest of equals; empty when too little
     * is known.
     */
    public OptionalInt best(LocalDate day, IntPredicate allowed) {
        List<Double> weights = at(day);
        if (weights.stream().mapToDouble(Double::doubleValue).sum() < ENOUGH) {
            return OptionalInt.empty();
        }
        int best = -1;
        double most = 0;
        for (int hour = 0; hour < HOURS; hour++) {
            double weight = smoothed(weights, hour);
            if (allowed.test(hour) && weight > most) {
                best = hour;
                most = weight;
            }
        }
        return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
    }

    private static double smoothed(List<Double> weights, int hour) {
        double sum = 0;
        for (int beside = 0; beside < SMOOTH.length; beside++) {
            sum += SMOOTH[beside] * weights.get((hour + beside - 1 + HOURS) % HOURS);
        }
        return sum;
    }

    private List<Double> at(LocalDate day) {
        double fade = Math.pow(2, -ChronoUnit.DAYS.between(asOf, day) / HALF_LIFE_DAYS);
        return hours.stream().map(weight -> weight * Math.min(1, fade)).toList();
    }
}
