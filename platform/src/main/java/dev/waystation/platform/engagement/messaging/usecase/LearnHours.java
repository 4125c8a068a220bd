package dev.waystation.platform.engagement.messaging.usecase;

import dev.waystation.platform.engagement.messaging.store.HabitRows;
import dev.waystation.platform.foundation.wiring.VenueZone;
import java.time.Instant;
import java.time.ZonedDateTime;
import org.springframework.stereotype.Service;

/** Learns at which hour a member opens messages, in the transaction of the opening. */
@Service
public class LearnHours {

    private final HabitRows habits;

    LearnHours(HabitRows habits) {
        this.habits = habits;
    }

    public void opened(long memberId, Instant at) {
        ZonedDateTime here = at.atZone(VenueZone.DEFAULT);
        habits.opened(memberId, here.getHour(), here.toLocalDate());
    }
}
