package dev.waystation.platform.engagement.events.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.testkit.Draw;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EventTimeTest {

    private static final Instant RECEIVED = Instant.parse("2026-11-16T01:00:00Z");

    @Test
    void aClockThatIsOffIsSetRightByTheMomentOfSending() {
        Instant claimed = RECEIVED.minus(Duration.ofMinutes(70));
        Instant sent = RECEIVED.minus(Duration.ofMinutes(60));
        EventTime time = EventTime.of(claimed, sent, RECEIVED);
        assertThat(time.happenedAt()).isEqualTo(RECEIVED.minus(Duration.ofMinutes(10)));
    }

    @Test
    void withoutAMomentOfSendingTheStampIsBelieved() {
        Instant claimed = RECEIVED.minus(Duration.ofMinutes(70));
        assertThat(EventTime.of(claimed, null, RECEIVED).happenedAt()).isEqualTo(claimed);
        assertThat(EventTime.of(null, null, RECEIVED).happenedAt()).isEqualTo(RECEIVED);
    }

    @Test
    void theFutureEndsFiveMinutesFromNow() {
        Instant claimed = RECEIVED.plus(Duration.ofDays(40));
        assertThat(EventTime.of(claimed, null, RECEIVED).happenedAt())
                .isEqualTo(RECEIVED.plus(EventTime.AHEAD));
    }

    /** What makes the key enough: whoever is sure finds the home of every earlier copy. */
    @Test
    void aSureRepetitionWithinADayHasTheHomeOfTheFirst() {
        Draw draw = new Draw(20_261_122);
        for (int i = 0; i < 200_000; i++) {
            Instant claimed = RECEIVED.plus(Duration.ofMinutes(draw.between(-4 * 1440, 4 * 1440)));
            Instant again = RECEIVED.plus(Duration.ofMinutes(draw.between(0, 1440)));
            EventTime first = EventTime.of(claimed, null, RECEIVED);
            EventTime second = EventTime.of(claimed, null, again);
            if (second.sureHome()) {
                assertThat(second.homeDay()).isEqualTo(first.homeDay());
            } else {
                // then the days around are searched, and the first lies among them
                assertThat(first.homeDay())
                        .isBetween(
                                EventTime.day(again).minusDays(2),
                                EventTime.day(again).plusDays(2));
            }
        }
    }
}
