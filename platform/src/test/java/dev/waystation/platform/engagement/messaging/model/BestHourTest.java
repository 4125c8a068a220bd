package dev.waystation.platform.engagement.messaging.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BestHourTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final QuietHours QUIET =
            new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0), SHANGHAI);
    private static final BestHour RULE = new BestHour(List.of("push"), 10);

    private static Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(hour, minute).atZone(SHANGHAI).toInstant();
    }

    private static ReadingHabit openedAt(int... hours) {
        ReadingHabit habit = ReadingHabit.none(DAY);
        for (int hour : hours) {
            habit = habit.opened(hour, DAY);
        }
        return habit;
    }

    @ParameterizedTest
    @CsvSource({
        "9, 0, 0, 19", // later today
        "19, 30, 0, 19", // within the hour: at once
        "20, 0, 1, 19" // gone for today
    })
    void aMessageWaitsForTheHourAndNeverLongerThanADay(int hour, int minute, int days, int best) {
        Instant now = at(DAY, hour, minute);
        Instant due = RULE.due(now, openedAt(19, 19, 19), QUIET);
        assertThat(due)
                .isEqualTo(hour == best ? now : at(DAY.plusDays(days), best, 0))
                .isBefore(now.plusSeconds(86_400));
    }

    @Test
    void twoOpeningsAreNotEnoughToKnowAnybody() {
        assertThat(RULE.due(at(DAY, 9, 0), openedAt(19, 19), QUIET)).isEqualTo(at(DAY, 10, 0));
        assertThat(RULE.due(at(DAY, 9, 0), null, QUIET)).isEqualTo(at(DAY, 10, 0));
    }

    @Test
    void whoReadsAtNightGetsTheBestHourOfTheDay() {
        Instant due = RULE.due(at(DAY, 9, 0), openedAt(23, 23, 23, 23, 12), QUIET);
        assertThat(due).isEqualTo(at(DAY, 12, 0));
    }

    @Test
    void neighbouringHoursSpeakForOneAnother() {
        assertThat(openedAt(14, 18, 19, 20).best(DAY, hour -> true)).hasValue(19);
    }

    @Test
    void anOpeningOfLongAgoWeighsLess() {
        ReadingHabit old = openedAt(12, 12, 12, 12);
        LocalDate later = DAY.plusDays(180);
        ReadingHabit now = old.opened(18, later).opened(18, later);
        assertThat(now.best(later, hour -> true)).hasValue(18);
        assertThat(old.best(later, hour -> true)).isEmpty();
    }

    @Test
    void onlyAdvertisingOverTheNamedChannelsWaits() {
        assertThat(RULE.concerns("marketing", "push")).isTrue();
        assertThat(RULE.concerns("service", "push")).isFalse();
        assertThat(RULE.concerns("marketing", "sms")).isFalse();
    }
}
