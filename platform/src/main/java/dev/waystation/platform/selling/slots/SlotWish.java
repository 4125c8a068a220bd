package dev.waystation.platform.selling.slots;

import dev.waystation.platform.foundation.edge.Malformed;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;

/** Places somebody would like. */
public record SlotWish(
        UUID reference, long memberId, LocalDate date, LocalTime starts, int people) {

    static final int MOST = 9;

    public SlotWish {
        Malformed.require(
                people >= 1 && people <= MOST, "people", people, "give 1 to " + MOST + " people");
    }
}
