package dev.waystation.platform.insight.analytics.usecase;

import dev.waystation.platform.foundation.edge.Cursor;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.insight.analytics.model.TimelineSentences;
import dev.waystation.platform.insight.analytics.store.TimelineRows;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happened to one member, newest first, in words. */
@Service
public class ShowTimeline {

    private static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");

    /** One line in both languages. */
    public record Item(Instant at, String kind, Said title, Said detail, @Nullable String why) {}

    private final TimelineRows timeline;
    private final NameThings names;

    ShowTimeline(TimelineRows timeline, NameThings names) {
        this.timeline = timeline;
        this.names = names;
    }

    @Transactional(readOnly = true)
    public Page<Item> handle(long memberId, Optional<Cursor> after, int limit) {
        var rows =
                timeline.page(
                        memberId,
                        after.map(it -> Instant.EPOCH.plus(it.number(0), ChronoUnit.MICROS))
                                .orElse(END_OF_TIME),
                        after.map(it -> it.number(1)).orElse(Long.MAX_VALUE),
                        limit + 1);
        TimelineSentences.Names called = names.of(rows);
        return Page.cut(rows, limit, ShowTimeline::cursor).map(line -> item(line, called));
    }

    private static Cursor cursor(TimelineRows.Line line) {
        return Cursor.after(ChronoUnit.MICROS.between(Instant.EPOCH, line.at()), line.position());
    }

    private static Item item(TimelineRows.Line line, TimelineSentences.Names names) {
        Map<String, Object> details = line.details();
        Said title = TimelineSentences.title(line.kind(), details, names);
        Said detail = TimelineSentences.detail(line.kind(), details, names);
        return new Item(line.at(), line.kind(), title, detail, line.explanationId());
    }
}
