package dev.waystation.platform.engagement.messaging.usecase;

import dev.waystation.platform.engagement.messaging.model.ReadingHabit;
import dev.waystation.platform.engagement.messaging.model.SendRules;
import dev.waystation.platform.engagement.messaging.store.HabitRows;
import dev.waystation.platform.foundation.wiring.VenueZone;
import dev.waystation.platform.members.membership.MemberZones;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;

/** When members read, and by which clock. */
@Component
class Habits {

    private final HabitRows habits;
    private final MemberZones zones;

    Habits(HabitRows habits, MemberZones zones) {
        this.habits = habits;
        this.zones = zones;
    }

    /** When these members read; nobody asks while no message waits for it. */
    Map<Long, ReadingHabit> of(SendRules inForce, Collection<Long> memberIds) {
        return inForce.bestHour() == null ? Map.of() : habits.of(memberIds);
    }

    /** Everybody's clock: his own if he gave one, else the venue's. */
    Clocks clocks(Collection<Long> memberIds) {
        return new Clocks(zones.of(memberIds));
    }

    /** The clocks of some members. */
    record Clocks(Map<Long, ZoneId> given) {
        ZoneId of(long memberId) {
            return given.getOrDefault(memberId, VenueZone.DEFAULT);
        }
    }
}
