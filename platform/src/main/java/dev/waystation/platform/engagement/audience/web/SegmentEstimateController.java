package dev.waystation.platform.engagement.audience.web;

import dev.waystation.platform.engagement.audience.usecase.EstimateSegment;
import dev.waystation.platform.foundation.edge.Permission;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** About how many a condition selects, before the count is there. */
@RestController
class SegmentEstimateController {

    private final EstimateSegment estimate;

    SegmentEstimateController(EstimateSegment estimate) {
        this.estimate = estimate;
    }

    /** A condition to be estimated. */
    record Guess(@Nullable Map<String, Object> condition) {}

    /** The estimate; absent where only the count can tell. */
    record Guessed(EstimateSegment.@Nullable Estimated estimate) {}

    @PostMapping("/v1/segments:estimate")
    @Permission("segments.read")
    Guessed guess(@RequestBody Guess body) {
        return new Guessed(estimate.handle(body.condition()).orElse(null));
    }
}
