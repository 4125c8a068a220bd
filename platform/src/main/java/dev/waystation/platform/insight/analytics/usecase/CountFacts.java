package dev.waystation.platform.insight.analytics.usecase;

import dev.waystation.platform.foundation.wiring.VenueZone;
import dev.waystation.platform.insight.analytics.SeedAnalytics;
import dev.waystation.platform.insight.analytics.model.Event;
import dev.waystation.platform.insight.analytics.model.Meaning;
import dev.waystation.platform.insight.analytics.store.DailyRows;
import dev.waystation.platform.insight.analytics.store.TimelineRows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Turns facts into figures and lines of timelines, a batch at a time. */
@Service
public class CountFacts implements SeedAnalytics {

    private static final int BATCH = 5_000;

    private final DailyRows daily;
    private final TimelineRows timeline;

    CountFacts(DailyRows daily, TimelineRows timeline) {
        this.daily = daily;
        this.timeline = timeline;
    }

    @Transactional
    public void handle(List<Event> events) {
        daily.add(
                events.stream()
                        .flatMap(event -> Meaning.counts(event, VenueZone.DEFAULT).stream())
                        .toList());
        timeline.insert(events.stream().filter(CountFacts::kept).map(CountFacts::line).toList());
        events.stream().map(Event::at).max(Comparator.naturalOrder()).ifPresent(this::freshen);
    }

    /**
     * What happened to a member, and what moved a figure, also of a guest: its rows must show it.
     */
    private static boolean kept(Event event) {
        return event.number("memberId") > 0 || !Meaning.counts(event, VenueZone.DEFAULT).isEmpty();
    }

    private void freshen(Instant at) {
        daily.freshen(at);
    }

    private static TimelineRows.Line line(Event event) {
        String explanation = event.text("explanationId");
        return new TimelineRows.Line(
                event.number("memberId"),
                event.position(),
                event.at(),
                Meaning.kind(event),
                event.values(),
                explanation.isEmpty() ? null : explanation);
    }

    @Override
    @Transactional
    public void figures(List<Day> days) {
        var counts = new ArrayList<Meaning.Count>();
        for (Day day : days) {
            day.measures()
                    .forEach((measure, value) ->
                            counts.add(new Meaning.Count(day.day(), measure, value)));
        }
        daily.set(counts);
    }

    @Override
    @Transactional
    public void history(Stream<Past> past) {
        Iterator<Past> rest = past.iterator();
        var batch = new ArrayList<TimelineRows.Line>();
        while (rest.hasNext()) {
            Past one = rest.next();
            batch.add(
                    new TimelineRows.Line(
                            one.memberId(), 0, one.at(), one.kind(), one.details(), null));
            if (batch.size() == BATCH || !rest.hasNext()) {
                timeline.insert(batch);
                batch.clear();
            }
        }
    }
}
