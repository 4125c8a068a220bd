package dev.waystation.platform.engagement.audience.web;

import dev.waystation.platform.engagement.audience.usecase.SegmentPeople;
import dev.waystation.platform.foundation.edge.Cursor;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.Permission;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The members behind a bar of a count. */
@RestController
class SegmentPeopleController {

    /** A condition, and the code of a bar of its waterfall. */
    record SegmentBar(@Nullable Map<String, Object> condition, @Nullable String bar) {}

    private final SegmentPeople people;
    private final MemberRows rows;

    SegmentPeopleController(SegmentPeople people, MemberRows rows) {
        this.people = people;
        this.rows = rows;
    }

    @PostMapping("/v1/segments:people")
    @Permission("segments.read")
    Page<MemberRows.Row> people(
            @RequestBody SegmentBar body,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int size = Cursor.limit(limit);
        long after = Cursor.parse(cursor, 1).map(c -> c.number(0)).orElse(0L);
        return switch (people.handle(body.condition(), body.bar(), after, size + 1)) {
            case SegmentPeople.Outcome.Found(var members) ->
                    Page.cut(members, size, Cursor::after).map(rows::row);
            case SegmentPeople.Outcome.NotCarried(var reasons) ->
                    throw SegmentsController.notCarried(reasons.getFirst());
        };
    }
}
