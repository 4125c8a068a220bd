package dev.waystation.platform.insight.analytics.usecase;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Cursor;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.wiring.VenueZone;
import dev.waystation.platform.insight.analytics.model.Meaning;
import dev.waystation.platform.insight.analytics.model.TimelineSentences;
import dev.waystation.platform.insight.analytics.store.TimelineRows;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rows behind a figure: by the same meaning of facts that counted it. */
@Service
public class ShowFigure {

    private static final int AT_ONCE = 2_000;

    /** A figure of a day; today when none is named. */
    public record Asked(String code, @Nullable LocalDate day, Caller caller) {}

    /**
     * One row.
     *
     * @param by how much it moved the figure
     * @param href where it is told in full, if the caller may go there
     */
    public record Row(Instant at, Said title, Said detail, long by, @Nullable String href) {}

    /** A page of rows with the sum of all rows of the day. */
    public record Rows(
            String code,
            LocalDate day,
            boolean money,
            long sum,
            List<Row> items,
            @Nullable String next) {}

    private final TimelineRows timeline;
    private final NameThings names;
    private final Clock clock;

    ShowFigure(TimelineRows timeline, NameThings names, Clock clock) {
        this.timeline = timeline;
        this.names = names;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Rows handle(Asked asked, Optional<Cursor> after, int limit) {
        String measure = asked.code().equals("revenue") ? "revenue_minor" : asked.code();
        Set<String> kinds = Meaning.movers(measure);
        Malformed.require(
                !kinds.isEmpty(), "code", asked.code(), "take a figure of your home page");
        LocalDate today = clock.instant().atZone(VenueZone.DEFAULT).toLocalDate();
        LocalDate day = asked.day() == null ? today : asked.day();
        Day rows = new Day(kinds, start(day), start(day.plusDays(1)));
        Page<TimelineRows.Line> page =
                Page.cut(
                        rows.before(
                                after.map(it -> Instant.EPOCH.plus(it.number(0), ChronoUnit.MICROS))
                                        .orElse(rows.to),
                                after.map(it -> it.number(1)).orElse(Long.MAX_VALUE),
                                limit + 1),
                        limit,
                        ShowFigure::cursor);
        TimelineSentences.Names called = names.of(page.items());
        return new Rows(
                asked.code(),
                day,
                asked.code().equals("revenue"),
                rows.sum(measure),
                page.items().stream()
                        .filter(line -> by(measure, line) != 0)
                        .map(line -> row(line, called, by(measure, line), asked.caller()))
                        .toList(),
                page.next());
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(VenueZone.DEFAULT).toInstant();
    }

    private static long by(String measure, TimelineRows.Line line) {
        return Meaning.moved(measure, line.kind(), line.at(), line.details(), VenueZone.DEFAULT);
    }

    private static Cursor cursor(TimelineRows.Line line) {
        return Cursor.after(ChronoUnit.MICROS.between(Instant.EPOCH, line.at()), line.position());
    }

    private static Row row(
            TimelineRows.Line line, TimelineSentences.Names called, long by, Caller caller) {
        return new Row(
                line.at(),
                TimelineSentences.title(line.kind(), line.details(), called),
                TimelineSentences.detail(line.kind(), line.details(), called),
                by,
                href(line, caller));
    }

    private static @Nullable String href(TimelineRows.Line line, Caller caller) {
        if (line.details().get("orderId") instanceof Number order
                && caller.may(Set.of("orders.read"))) {
            return "/orders/" + PublicId.encode("ord", order.longValue());
        }
        return line.memberId() > 0 && caller.may(Set.of("members.read"))
                ? "/members/" + PublicId.encode("mbr", line.memberId())
                : null;
    }

    /** The lines of a day that can move a figure. */
    private final class Day {

        private final Set<String> kinds;
        private final Instant from;
        private final Instant to;

        Day(Set<String> kinds, Instant from, Instant to) {
            this.kinds = kinds;
            this.from = from;
            this.to = to;
        }

        List<TimelineRows.Line> before(Instant at, long position, int limit) {
            return timeline.between(kinds, from, to, at, position, limit);
        }

        long sum(String measure) {
            long sum = 0;
            Instant at = to;
            long position = Long.MAX_VALUE;
            while (true) {
                List<TimelineRows.Line> lines = before(at, position, AT_ONCE);
                sum += lines.stream().mapToLong(line -> by(measure, line)).sum();
                if (lines.size() < AT_ONCE) {
                    return sum;
                }
                at = lines.getLast().at();
                position = lines.getLast().position();
            }
        }
    }
}
