package dev.waystation.platform.selling.awards.model;

import dev.waystation.platform.foundation.edge.Malformed;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is offered for points: a trip on a train in a class, on which days, at which price, and how
 * many seats from when on.
 *
 * @param memberLimit seats of one run that a member may have
 * @param returnsMinutes so long before departure the seats that are left return to general sale
 * @param waves the earliest first
 */
public record AwardTerms(
        String trainCode,
        String seatClass,
        String fromStation,
        String toStation,
        LocalDate firstDate,
        LocalDate lastDate,
        int pointsPerYuan,
        int memberLimit,
        int returnsMinutes,
        List<Wave> waves) {

    private static final int MOST_WAVES = 10;
    private static final int MOST_SEATS = 200;

    public AwardTerms {
        Malformed.require(
                !lastDate.isBefore(firstDate),
                "lastDate",
                lastDate,
                "give the first day or a later one");
        Malformed.require(
                pointsPerYuan >= 1 && pointsPerYuan <= 100_000,
                "pointsPerYuan",
                pointsPerYuan,
                "give 1 to 100000 points");
        Malformed.require(
                memberLimit >= 1 && memberLimit <= 9, "memberLimit", memberLimit, "give 1 to 9");
        Malformed.require(
                !waves.isEmpty() && waves.size() <= MOST_WAVES,
                "waves",
                waves.size(),
                "give 1 to 10 waves");
        for (Wave wave : waves) {
            Malformed.require(
                    wave.seats() >= 1 && wave.seats() <= MOST_SEATS,
                    "waves.seats",
                    wave.seats(),
                    "give 1 to 200 seats");
        }
        waves =
                waves.stream()
                        .sorted(Comparator.comparingInt(Wave::minutesBefore).reversed())
                        .toList();
        int last = waves.getLast().minutesBefore();
        Malformed.require(
                returnsMinutes >= 0 && returnsMinutes < last,
                "returnsMinutes",
                returnsMinutes,
                "return the seats after the last wave has opened");
    }

    public boolean holdsOn(LocalDate date) {
        return !date.isBefore(firstDate) && !date.isAfter(lastDate);
    }

    /** The waves that are open, by their number from 0; none once the seats return. */
    public int openWaves(Instant departs, Instant now) {
        return over(departs, now)
                ? 0
                : (int) waves.stream().filter(wave -> !now.isBefore(opens(wave, departs))).count();
    }

    public int seatsOpened(int openWaves) {
        return waves.stream().limit(openWaves).mapToInt(Wave::seats).sum();
    }

    public Optional<Instant> nextWave(Instant departs, Instant now) {
        return waves.stream().map(wave -> opens(wave, departs)).filter(now::isBefore).findFirst();
    }

    public Instant returnsAt(Instant departs) {
        return departs.minus(Duration.ofMinutes(returnsMinutes));
    }

    public boolean over(Instant departs, Instant now) {
        return !now.isBefore(returnsAt(departs));
    }

    private static Instant opens(Wave wave, Instant departs) {
        return departs.minus(Duration.ofMinutes(wave.minutesBefore()));
    }
}
