package dev.waystation.platform.operators.venues.web;

import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.wiring.WorldClock;
import dev.waystation.platform.operators.venues.BusinessLine;
import dev.waystation.platform.operators.venues.Venues;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class WorldController {

    record WorldView(
            Said name,
            boolean demo,
            boolean simulated,
            Instant now,
            String zone,
            List<String> languages,
            List<BusinessLine> businessLines,
            @Nullable String helpPhone) {}

    private final Venues venues;
    private final WorldClock clock;
    private final boolean demo;

    WorldController(
            Venues venues, WorldClock clock, @Value("${waystation.demo:false}") boolean demo) {
        this.venues = venues;
        this.clock = clock;
        this.demo = demo;
    }

    @GetMapping("/v1/world")
    @Permission(Permission.PUBLIC)
    WorldView show() {
        return new WorldView(
                venues.operatorName(),
                demo,
                clock.simulated(),
                clock.instant(),
                venues.zone().getId(),
                List.of("zh-CN", "en"),
                venues.businessLines(),
                venues.helpPhone().orElse(null));
    }
}
