package dev.waystation.platform.selling.inventory.usecase;

import dev.waystation.platform.selling.catalogue.RunId;
import dev.waystation.platform.selling.inventory.SeatLimits;
import dev.waystation.platform.selling.inventory.model.SeatCommand;
import dev.waystation.release.LimitSet;
import java.time.Clock;
import org.springframework.stereotype.Service;

/** Puts limits in force through the lane of the run; a run nobody knows has none. */
@Service
class LaneSeatLimits implements SeatLimits {

    private final SeatLanes lanes;
    private final RunLayouts layouts;
    private final Clock clock;

    LaneSeatLimits(SeatLanes lanes, RunLayouts layouts, Clock clock) {
        this.lanes = lanes;
        this.layouts = layouts;
        this.clock = clock;
    }

    @Override
    public void apply(RunId run, String seatClass, String stepKey, LimitSet limits) {
        layouts.of(run)
                .ifPresent(layout ->
                        lanes.ask(
                                new SeatCommand.Limit(
                                        layout, seatClass, stepKey, limits, clock.instant())));
    }
}
