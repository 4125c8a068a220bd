package dev.waystation.platform.engagement.audience.web;

import dev.waystation.condition.Problem;
import dev.waystation.platform.engagement.audience.Segments;
import dev.waystation.platform.engagement.audience.usecase.CountSegment;
import dev.waystation.platform.engagement.audience.usecase.DraftSegment;
import dev.waystation.platform.engagement.audience.usecase.ListSegments;
import dev.waystation.platform.engagement.audience.usecase.PublishSegment;
import dev.waystation.platform.foundation.edge.Cursor;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.foundation.edge.RefusalProblem;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.edge.Versions;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1")
class SegmentsController {

    /** A condition to be counted. */
    record Question(@Nullable Map<String, Object> condition) {}

    /** A draft; the name is one text or one per language. */
    record Draft(@Nullable Object name, @Nullable Map<String, Object> condition) {}

    private final ListSegments list;
    private final CountSegment count;
    private final DraftSegment draft;
    private final PublishSegment publish;
    private final MemberRows rows;
    private final Segments segments;

    SegmentsController(
            ListSegments list,
            CountSegment count,
            DraftSegment draft,
            PublishSegment publish,
            MemberRows rows,
            Segments segments) {
        this.list = list;
        this.count = count;
        this.draft = draft;
        this.publish = publish;
        this.rows = rows;
        this.segments = segments;
    }

    @GetMapping("/segments")
    @Permission("segments.read")
    Page<ListSegments.View> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int size = Cursor.limit(limit);
        long before = Cursor.parse(cursor, 1).map(c -> c.number(0)).orElse(Long.MAX_VALUE);
        return Page.cut(list.list(before, size + 1), size, last -> Cursor.after(id(last.id())));
    }

    @GetMapping("/segments/{id}")
    @Permission("segments.read")
    ResponseEntity<ListSegments.View> show(@PathVariable String id) {
        return tagged(find(id));
    }

    @PostMapping("/segments:count")
    @Permission("segments.read")
    CountSegment.Counted count(@RequestBody Question question) {
        return count.handle(question.condition());
    }

    @PostMapping("/segments")
    @Permission("segments.write")
    @ResponseStatus(HttpStatus.CREATED)
    ListSegments.View draft(@RequestBody Draft asked) {
        Map<String, Object> condition = asked.condition();
        if (condition == null) {
            throw new Malformed("condition", null, "send a condition object");
        }
        Said name = name(asked.name());
        return switch (draft.handle(new DraftSegment.Command(name, condition))) {
            case DraftSegment.Outcome.Drafted drafted ->
                    list.find(drafted.segmentId()).orElseThrow();
            case DraftSegment.Outcome.NameTaken ignored ->
                    throw Refusal.of(
                            "SEGMENT_NAME_TAKEN", HttpStatus.CONFLICT, Map.of("name", name.zh()));
        };
    }

    @PostMapping("/segments/{id}:publish")
    @Permission("segments.write")
    ResponseEntity<ListSegments.View> publish(
            @PathVariable String id,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false)
                    @Nullable String ifMatch) {
        Versions.requireIfGiven(ifMatch, tag(find(id)));
        PublishSegment.Command command = new PublishSegment.Command(id(id));
        return switch (publish.handle(command)) {
            case PublishSegment.Outcome.Published ignored -> show(id);
            case PublishSegment.Outcome.Unknown ignored -> throw Refusal.notFound(id);
            case PublishSegment.Outcome.AlreadyPublished ignored ->
                    throw Refusal.of(
                            "SEGMENT_IS_PUBLISHED", HttpStatus.CONFLICT, Map.of("segment", id));
            case PublishSegment.Outcome.NotCarried refused ->
                    throw notCarried(refused.reasons().getFirst());
        };
    }

    /** What the database or the bitmaps can't carry, with the place and the reason. */
    static RefusalProblem notCarried(Problem first) {
        return Refusal.of(
                "CONDITION_NOT_CARRIED",
                HttpStatus.UNPROCESSABLE_CONTENT,
                Map.of(
                        "at", first.at(),
                        "value", first.value(),
                        "reasonZh", first.text().zh(),
                        "reasonEn", first.text().en()));
    }

    @GetMapping("/segments/{id}/members")
    @Permission("segments.read")
    Page<MemberRows.Row> members(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int size = Cursor.limit(limit);
        long after = Cursor.parse(cursor, 1).map(c -> c.number(0)).orElse(0L);
        List<Long> ids = list.members(id(id), after, size + 1);
        return Page.cut(ids, size, Cursor::after).map(rows::row);
    }

    @GetMapping("/segments/{id}/explain")
    @Permission("segments.read")
    Explanation explain(@PathVariable String id, @RequestParam String member) {
        return segments.explain(id(id), PublicId.decode("mbr", member));
    }

    private ListSegments.View find(String id) {
        return list.find(id(id)).orElseThrow(() -> Refusal.notFound(id));
    }

    private static ResponseEntity<ListSegments.View> tagged(ListSegments.View segment) {
        return ResponseEntity.ok().header(HttpHeaders.ETAG, tag(segment)).body(segment);
    }

    /** The count beside it changes all the time and is nobody's edit. */
    static String tag(ListSegments.View segment) {
        return Versions.tagOf(segment.version(), segment.state());
    }

    private static long id(String id) {
        return PublicId.decode("seg", id);
    }

    private static Said name(@Nullable Object name) {
        return switch (name) {
            case String text -> Said.same(text);
            case Map<?, ?> both
                    when both.get("zh") instanceof String zh
                            && both.get("en") instanceof String en ->
                    new Said(zh, en);
            case null, default ->
                    throw new Malformed(
                            "name", name, "send a text, or one under zh and one under en");
        };
    }
}
