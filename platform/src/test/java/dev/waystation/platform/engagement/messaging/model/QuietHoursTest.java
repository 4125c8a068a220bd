package dev.waystation.platform.engagement.messaging.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class QuietHoursTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private final QuietHours night = QuietHours.customary(SHANGHAI);

    private static Instant local(String text) {
        return LocalDateTime.parse(text).atZone(SHANGHAI).toInstant();
    }

    @Test
    void theEveningWaitsForTheNextMorning() {
        assertThat(night.firstLoudInstant(local("2026-12-01T21:00:00")))
                .isEqualTo(local("2026-12-02T08:00:00"));
        assertThat(night.firstLoudInstant(local("2026-12-31T23:59:59")))
                .isEqualTo(local("2027-01-01T08:00:00"));
    }

    @Test
    void theSmallHoursWaitForTheSameMorning() {
        assertThat(night.firstLoudInstant(local("2026-12-02T00:00:00")))
                .isEqualTo(local("2026-12-02T08:00:00"));
        assertThat(night.firstLoudInstant(local("2026-12-02T07:59:59")))
                .isEqualTo(local("2026-12-02T08:00:00"));
    }

    @Test
    void theDayDoesNotWait() {
        assertThat(night.firstLoudInstant(local("2026-12-02T08:00:00")))
                .isEqualTo(local("2026-12-02T08:00:00"));
        assertThat(night.firstLoudInstant(local("2026-12-02T20:59:59")))
                .isEqualTo(local("2026-12-02T20:59:59"));
    }

    @Test
    void hoursThatDoNotSpanMidnightAreQuietOnlyBetween() {
        var noon = new QuietHours(LocalTime.of(12, 0), LocalTime.of(14, 0), SHANGHAI);
        assertThat(noon.firstLoudInstant(local("2026-12-02T13:00:00")))
                .isEqualTo(local("2026-12-02T14:00:00"));
        assertThat(noon.firstLoudInstant(local("2026-12-02T23:00:00")))
                .isEqualTo(local("2026-12-02T23:00:00"));
    }
}
