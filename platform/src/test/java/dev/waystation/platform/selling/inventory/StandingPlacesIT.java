package dev.waystation.platform.selling.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.selling.TestTrains;
import dev.waystation.platform.selling.catalogue.Run;
import dev.waystation.platform.selling.catalogue.Timetables;
import dev.waystation.platform.selling.catalogue.usecase.ImportTimetable;
import dev.waystation.testkit.Capability;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PlatformIT
class StandingPlacesIT {

    @Autowired ImportTimetable imports;
    @Autowired Timetables timetables;
    @Autowired SeatHolds holds;
    @Autowired SeatAvailability availability;
    @Autowired Clock clock;

    private HoldOutcome stand(Run run, int from, int to, int party) {
        return holds.hold(
                new HoldRequest(
                        UUID.randomUUID(),
                        run.id(),
                        "standing",
                        from,
                        to,
                        Collections.nCopies(party, "general"),
                        clock.instant().plus(Duration.ofMinutes(10))));
    }

    private void fill(Run run, int from, int to) {
        int left = run.offer("standing").orElseThrow().seatCount();
        while (left > 0) {
            int party = Math.min(20, left);
            assertThat(stand(run, from, to, party)).isInstanceOf(HoldOutcome.Held.class);
            left -= party;
        }
    }

    @Test
    @Capability("S57")
    void standingHasALimitOfItsOwnThatCountsPerLegAndNotPerTrain() {
        Run run = TestTrains.leavingSoon(imports, timetables, clock, 1).getFirst();
        int seats = availability.available(run.id(), "second", 0, 2, "general").count();
        fill(run, 0, 1);
        assertThat(refusal(stand(run, 0, 1, 1))).isEqualTo(InventoryRefusal.LEG_IS_FULL);
        assertThat(refusal(stand(run, 0, 2, 1))).isEqualTo(InventoryRefusal.LEG_IS_FULL);
        // as many again stand on the next leg: the limit is of the leg
        fill(run, 1, 2);
        assertThat(refusal(stand(run, 1, 2, 1))).isEqualTo(InventoryRefusal.LEG_IS_FULL);
        assertThat(availability.available(run.id(), "second", 0, 2, "general").count())
                .isEqualTo(seats);
    }

    private static InventoryRefusal refusal(HoldOutcome outcome) {
        assertThat(outcome).isInstanceOf(HoldOutcome.Refused.class);
        return ((HoldOutcome.Refused) outcome).code();
    }
}
