package dev.waystation.platform.engagement.audience.web;

import dev.waystation.condition.Problem;
import dev.waystation.platform.engagement.audience.usecase.EditSegment;
import dev.waystation.platform.engagement.audience.usecase.ListSegments;
import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.foundation.edge.Versions;
import dev.waystation.platform.foundation.jobs.JobView;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Another condition for a published segment. */
@RestController
class SegmentEditController {

    private final EditSegment edit;
    private final ListSegments list;

    SegmentEditController(EditSegment edit, ListSegments list) {
        this.edit = edit;
        this.list = list;
    }

    /** The condition that is to take the place of the one in force. */
    record NextCondition(@Nullable Map<String, Object> condition) {}

    /** Builds the condition; the segment serves the version before until the job is done. */
    @PostMapping("/v1/segments/{id}:edit")
    @Permission("segments.write")
    @ResponseStatus(HttpStatus.ACCEPTED)
    JobView edit(
            @PathVariable String id,
            @RequestBody NextCondition body,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        Map<String, Object> condition = body.condition();
        if (condition == null) {
            throw new Malformed("condition", null, "send a condition object");
        }
        long segment = PublicId.decode("seg", id);
        ListSegments.View before = list.find(segment).orElseThrow(() -> Refusal.notFound(id));
        Versions.requireIfGiven(ifMatch, SegmentsController.tag(before));
        return switch (edit.handle(new EditSegment.Command(segment, condition, caller.key()))) {
            case EditSegment.Outcome.Building(JobView job) -> job;
            case EditSegment.Outcome.Unknown _ -> throw Refusal.notFound(id);
            case EditSegment.Outcome.NotLive _ ->
                    throw Refusal.of(
                            "SEGMENT_IS_NOT_LIVE", HttpStatus.CONFLICT, Map.of("segment", id));
            case EditSegment.Outcome.BeingBuilt _ ->
                    throw Refusal.of(
                            "SEGMENT_IS_BEING_BUILT", HttpStatus.CONFLICT, Map.of("segment", id));
            case EditSegment.Outcome.NotCarried(List<Problem> reasons) ->
                    throw SegmentsController.notCarried(reasons.getFirst());
            case EditSegment.Outcome.Circle(List<String> names) ->
                    throw Refusal.of(
                            "SEGMENTS_IN_A_CIRCLE",
                            HttpStatus.CONFLICT,
                            Map.of("way", String.join(" → ", names)));
        };
    }
}
