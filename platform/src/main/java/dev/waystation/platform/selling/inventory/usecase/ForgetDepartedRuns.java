package dev.waystation.platform.selling.inventory.usecase;

import dev.waystation.platform.selling.inventory.model.RunView;
import dev.waystation.platform.selling.inventory.model.SeatCommand;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Service;

/** Takes runs that have left everywhere out of memory; whoever still asks brings one back. */
@Service
public class ForgetDepartedRuns {

    private static final Duration STILL_ASKED_FOR = Duration.ofHours(2);

    private final RunViews views;
    private final SeatLanes lanes;

    ForgetDepartedRuns(RunViews views, SeatLanes lanes) {
        this.views = views;
        this.lanes = lanes;
    }

    public void handle(Instant now) {
        for (RunView view : views.departedBefore(now.minus(STILL_ASKED_FOR))) {
            lanes.ask(new SeatCommand.Forget(view.layout()));
        }
    }
}
