package dev.waystation.platform.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate FIRST = LocalDate.of(2024, 11, 22);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final History.Route ROUTE =
            new History.Route(
                    "G1", "BJP", "VNP", "AOH", 540, 810, Map.of("second", 55300L, "first", 93300L));
    private final History history =
            new History(List.of(ROUTE), Map.of("BJP", List.of(ROUTE)), FIRST, TODAY, ZONE);

    @Test
    void theSameSeedGivesTheSameHistory() {
        assertThat(history.of(traveller(7), 42)).isEqualTo(history.of(traveller(7), 42));
        assertThat(history.of(traveller(7), 42)).isNotEqualTo(history.of(traveller(7), 43));
    }

    @Test
    void nobodyTravelsBeforeJoiningOrAfterToday() {
        Instant joined = LocalDate.of(2026, 5, 1).atStartOfDay(ZONE).toInstant();
        LongStream.range(1, 500)
                .mapToObj(id ->
                        new History.Traveller(id, LocalDate.of(1990, 1, 1), "BJP", joined, false))
                .flatMap(traveller -> history.of(traveller, 1).trips().stream())
                .forEach(trip ->
                        assertThat(trip.departs())
                                .isAfterOrEqualTo(joined)
                                .isBefore(TODAY.atStartOfDay(ZONE).toInstant()));
    }

    @Test
    void nationalDayIsBusierThanAnOrdinaryWeek() {
        long holiday = trips(LocalDate.of(2025, 10, 1), 7);
        long ordinary = trips(LocalDate.of(2025, 11, 5), 7);
        assertThat(holiday).isGreaterThan(ordinary * 3 / 2);
    }

    @Test
    void theSpringFestivalFollowsTheMoon() {
        assertThat(Seasons.demand(LocalDate.of(2026, 2, 14)))
                .isGreaterThan(Seasons.demand(LocalDate.of(2026, 1, 24)));
        assertThat(Seasons.demand(LocalDate.of(2025, 1, 26)))
                .isGreaterThan(Seasons.demand(LocalDate.of(2025, 3, 2)));
    }

    private long trips(LocalDate from, int days) {
        Instant begin = from.atStartOfDay(ZONE).toInstant();
        Instant end = from.plusDays(days).atStartOfDay(ZONE).toInstant();
        return LongStream.range(1, 4_000)
                .mapToObj(this::traveller)
                .flatMap(traveller -> history.of(traveller, 1).trips().stream())
                .filter(trip -> !trip.departs().isBefore(begin) && trip.departs().isBefore(end))
                .count();
    }

    private History.Traveller traveller(long id) {
        return new History.Traveller(
                id, LocalDate.of(1990, 1, 1), "BJP", FIRST.atStartOfDay(ZONE).toInstant(), false);
    }
}
