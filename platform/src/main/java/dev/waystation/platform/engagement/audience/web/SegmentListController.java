package dev.waystation.platform.engagement.audience.web;

import dev.waystation.platform.engagement.audience.usecase.CompareSegments;
import dev.waystation.platform.engagement.audience.usecase.FillList;
import dev.waystation.platform.engagement.audience.usecase.ListProblems;
import dev.waystation.platform.engagement.audience.usecase.ListSegments;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.foundation.edge.Said;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lists, snapshots and overlaps over HTTP. */
@RestController
class SegmentListController {

    private final FillList fill;
    private final ListProblems problems;
    private final CompareSegments compare;
    private final ListSegments list;

    SegmentListController(
            FillList fill, ListProblems problems, CompareSegments compare, ListSegments list) {
        this.fill = fill;
        this.problems = problems;
        this.compare = compare;
        this.list = list;
    }

    /** A list to be: its name and a member's number per line. */
    record ListDraft(Said name, String csv) {}

    /** The name of a snapshot. */
    record Snapshot(Said name) {}

    /** The list and how its lines fared. */
    record Filled(ListSegments.View segment, long accepted, long refused) {}

    @PostMapping("/v1/segment-lists")
    @Permission("segments.write")
    @ResponseStatus(HttpStatus.CREATED)
    Filled fill(@RequestBody ListDraft body) {
        return answer(
                fill.handle(new FillList.Command(body.name(), body.csv().lines().iterator())),
                body.name());
    }

    @PostMapping("/v1/segments/{id}:snapshot")
    @Permission("segments.write")
    @ResponseStatus(HttpStatus.CREATED)
    Filled snapshot(@PathVariable String id, @RequestBody Snapshot body) {
        return answer(fill.snapshot(PublicId.decode("seg", id), body.name()), body.name());
    }

    /** The lines that named nobody, as a file to be mended. */
    @GetMapping(value = "/v1/segments/{id}/problems", produces = "text/csv")
    @Permission("segments.read")
    String problems(@PathVariable String id) {
        return problems.csv(PublicId.decode("seg", id));
    }

    @GetMapping("/v1/segments:overlap")
    @Permission("segments.read")
    CompareSegments.Overlap overlap(@RequestParam String ids) {
        List<Long> asked =
                Arrays.stream(ids.split(",")).map(id -> PublicId.decode("seg", id)).toList();
        return compare.handle(asked);
    }

    /** A condition that is only being written, beside up to three segments. */
    record Beside(@Nullable Map<String, Object> condition, List<String> segments) {}

    @PostMapping("/v1/segments:compare")
    @Permission("segments.read")
    CompareSegments.Overlap compare(@RequestBody Beside body) {
        List<Long> asked = body.segments().stream().map(id -> PublicId.decode("seg", id)).toList();
        return compare.handle(body.condition(), asked)
                .orElseThrow(() ->
                        new Malformed(
                                "condition",
                                body.condition(),
                                "compare a condition that is counted by bitmaps"));
    }

    private Filled answer(FillList.Outcome outcome, Said name) {
        return switch (outcome) {
            case FillList.Outcome.Filled filled ->
                    new Filled(
                            list.find(filled.segmentId()).orElseThrow(),
                            filled.accepted(),
                            filled.refused());
            case FillList.Outcome.NameTaken _ ->
                    throw Refusal.of(
                            "SEGMENT_NAME_TAKEN", HttpStatus.CONFLICT, Map.of("name", name.zh()));
        };
    }
}
