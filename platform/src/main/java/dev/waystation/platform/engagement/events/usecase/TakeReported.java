package dev.waystation.platform.engagement.events.usecase;

import dev.waystation.platform.engagement.events.ReportedEvents;
import dev.waystation.platform.engagement.events.model.Call;
import dev.waystation.platform.engagement.events.model.EventTime;
import dev.waystation.platform.engagement.events.model.Message;
import dev.waystation.platform.engagement.events.model.Parcel;
import dev.waystation.platform.engagement.events.model.Source;
import dev.waystation.platform.engagement.events.store.SourceStore;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Takes in what our own modules report; the day it happened is its home for ever. */
@Service
class TakeReported implements ReportedEvents {

    private final SourceStore sources;
    private final EventLane lane;
    private final JsonMapper json;
    private final Clock clock;
    private final Map<Own, Source> known = new ConcurrentHashMap<>();

    TakeReported(SourceStore sources, EventLane lane, JsonMapper json, Clock clock) {
        this.sources = sources;
        this.lane = lane;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public int report(Own own, List<Reported> events) {
        if (events.isEmpty()) {
            return 0;
        }
        Source source = known.computeIfAbsent(own, each -> sources.named(each.source()));
        Instant now = clock.instant();
        Parcel parcel = new Parcel();
        for (Reported event : events) {
            EventTime time = new EventTime(event.at(), EventTime.day(event.at()), true);
            parcel.add(source.id(), message(event).at(source), time, now);
        }
        lane.store(parcel);
        return parcel.storedCount();
    }

    private Message message(Reported event) {
        return new Message(
                event.id(),
                Call.TRACK,
                event.name(),
                event.userId(),
                null,
                null,
                null,
                event.at(),
                null,
                event.venue(),
                event.zone(),
                null,
                0,
                null,
                json.writeValueAsBytes(event.properties()));
    }
}
