package dev.waystation.platform.engagement.events.web;

import dev.waystation.platform.engagement.events.EventRefusal;
import dev.waystation.platform.engagement.events.TakenEvent;
import dev.waystation.platform.engagement.events.model.Source;
import dev.waystation.platform.engagement.events.model.SourceFigures;
import dev.waystation.platform.engagement.events.usecase.KeepSources;
import dev.waystation.platform.engagement.events.usecase.ReadyMappings;
import dev.waystation.platform.engagement.events.usecase.StoredEvents;
import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Cursor;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.operators.venues.DataScopes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Sources with their keys, and what came from them last. */
@RestController
class EventSources {

    private static final String PREFIX = "src";

    /**
     * A source to be.
     *
     * @param devices the zone each device stands in
     * @param mapping how its webhooks become events, as JSON; absent for our own words
     */
    record NewSource(
            String name,
            String kind,
            @Nullable String venue,
            @Nullable String zone,
            @Nullable Map<String, String> devices,
            @Nullable String mapping) {}

    /**
     * A source.
     *
     * @param taken events since it exists
     * @param waiting messages in quarantine
     * @param key the write key, in the answer that makes it and never again
     */
    record SourceView(
            String id,
            String name,
            String kind,
            @Nullable String venue,
            @Nullable String zone,
            String keyPrefix,
            Map<String, String> devices,
            @Nullable String mapping,
            boolean signed,
            long taken,
            long waiting,
            @Nullable Instant lastAt,
            Instant createdAt,
            @Nullable Instant revokedAt,
            @Nullable String key) {

        static SourceView of(Source source, SourceFigures line, @Nullable String key) {
            return new SourceView(
                    PublicId.encode(PREFIX, source.id()),
                    source.name(),
                    source.kind(),
                    source.venue(),
                    source.zone(),
                    source.keyPrefix(),
                    source.devices(),
                    source.mapping(),
                    source.signed(),
                    line.taken(),
                    line.waiting(),
                    line.lastAt(),
                    source.createdAt(),
                    source.revokedAt(),
                    key);
        }
    }

    /** An event; whom it is about stays with those who may see members. */
    record EventView(
            String messageId,
            String sourceId,
            String call,
            String name,
            Instant happenedAt,
            Instant receivedAt,
            @Nullable String venue,
            @Nullable String zone,
            Map<String, Object> properties) {

        static EventView of(TakenEvent event) {
            return new EventView(
                    event.key().messageId(),
                    PublicId.encode(PREFIX, event.key().sourceId()),
                    event.call(),
                    event.name(),
                    event.happenedAt(),
                    event.receivedAt(),
                    event.venue(),
                    event.zone(),
                    event.properties());
        }
    }

    private final KeepSources sources;
    private final StoredEvents events;
    private final ReadyMappings ready;
    private final DataScopes scopes;

    EventSources(KeepSources sources, StoredEvents events, ReadyMappings ready, DataScopes scopes) {
        this.scopes = scopes;
        this.ready = ready;
        this.sources = sources;
        this.events = events;
    }

    @GetMapping("/v1/event-sources")
    @Permission("events.read")
    List<SourceView> list(Caller caller) {
        Optional<Set<String>> seen = scopes.venues(caller, DataScopes.Purpose.SERVICE);
        Map<Integer, SourceFigures> figures = sources.figures();
        return sources.all().stream()
                .filter(source -> seen.isEmpty() || isAt(source, seen.get()))
                .map(source ->
                        SourceView.of(
                                source,
                                figures.getOrDefault(source.id(), SourceFigures.NOTHING),
                                null))
                .toList();
    }

    private static boolean isAt(Source source, Set<String> venues) {
        return source.venue() != null && venues.contains(source.venue());
    }

    /** How often something happened at a venue in the last days. */
    record CountView(String venue, String name, long events) {}

    /** What happened where in the last days, as far as the caller may see; 7 days unless told. */
    @GetMapping("/v1/event-counts")
    @Permission("events.read")
    List<CountView> counts(@RequestParam(required = false) @Nullable Integer days, Caller caller) {
        int back = days == null ? 7 : days;
        Malformed.require(back >= 1 && back <= 92, "days", back, "ask for 1 to 92 days");
        return events.counts(caller, back).stream()
                .map(each -> new CountView(each.venue(), each.name(), each.events()))
                .toList();
    }

    /** Mappings to start from, as JSON, by kind of source. */
    @GetMapping("/v1/event-mappings")
    @Permission("events.read")
    Map<String, String> mappings() {
        return ready.all();
    }

    @PostMapping("/v1/event-sources")
    @Permission("events.write")
    @ResponseStatus(HttpStatus.CREATED)
    SourceView make(@RequestBody NewSource wanted) {
        return switch (sources.make(
                new KeepSources.Command(
                        wanted.name(),
                        wanted.kind(),
                        wanted.venue(),
                        wanted.zone(),
                        wanted.devices() == null ? Map.of() : wanted.devices(),
                        wanted.mapping()))) {
            case KeepSources.Outcome.Made(Source source, String key) ->
                    SourceView.of(source, SourceFigures.NOTHING, key);
            case KeepSources.Outcome.NameTaken(String name) ->
                    throw Refusal.of(
                            EventRefusal.EVENT_SOURCE_NAME_TAKEN,
                            HttpStatus.CONFLICT,
                            Map.of("name", name));
        };
    }

    @PostMapping("/v1/event-sources/{id}:revoke")
    @Permission("events.write")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String id) {
        if (!sources.revoke(Math.toIntExact(PublicId.decode(PREFIX, id)))) {
            throw Refusal.notFound(id);
        }
    }

    /** The latest events, for whoever connects a source and wants to see them arrive. */
    @GetMapping("/v1/events")
    @Permission("events.read")
    Page<EventView> latest(
            @RequestParam(required = false) @Nullable String source,
            @RequestParam(required = false) @Nullable Integer limit,
            Caller caller) {
        Integer of = source == null ? null : Math.toIntExact(PublicId.decode(PREFIX, source));
        return new Page<>(events.latest(caller, of, Cursor.limit(limit)), null).map(EventView::of);
    }
}
