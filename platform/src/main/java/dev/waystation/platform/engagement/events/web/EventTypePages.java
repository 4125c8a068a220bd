package dev.waystation.platform.engagement.events.web;

import dev.waystation.platform.engagement.events.model.EventSchema;
import dev.waystation.platform.engagement.events.model.Quarantined;
import dev.waystation.platform.engagement.events.usecase.PublishSchema;
import dev.waystation.platform.engagement.events.usecase.ReplayQuarantine;
import dev.waystation.platform.foundation.edge.Cursor;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.foundation.edge.Said;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Schemas of events, and the messages that did not fit theirs. */
@RestController
class EventTypePages {

    private static final String PREFIX = "qua";

    record NewSchema(String name, Said title, JsonNode schema) {}

    record PublishedView(String name, int version) {}

    record SchemaView(
            String name,
            int version,
            Said title,
            JsonNode schema,
            boolean live,
            Instant publishedAt) {}

    /** A message that waits, with what is wrong. */
    record QuarantinedView(
            String id,
            String sourceId,
            String raw,
            String field,
            Said remedy,
            Instant receivedAt,
            String state) {

        static QuarantinedView of(Quarantined each) {
            return new QuarantinedView(
                    PublicId.encode(PREFIX, each.id()),
                    PublicId.encode("src", each.sourceId()),
                    each.raw(),
                    each.field(),
                    each.remedy(),
                    each.receivedAt(),
                    each.state());
        }
    }

    private final PublishSchema schemas;
    private final ReplayQuarantine quarantine;
    private final JsonMapper json;

    EventTypePages(PublishSchema schemas, ReplayQuarantine quarantine, JsonMapper json) {
        this.schemas = schemas;
        this.quarantine = quarantine;
        this.json = json;
    }

    @GetMapping("/v1/event-types")
    @Permission("events.read")
    List<SchemaView> types() {
        return schemas.all().stream().map(this::view).toList();
    }

    private SchemaView view(EventSchema each) {
        return new SchemaView(
                each.name(),
                each.version(),
                each.title(),
                json.readTree(each.schema()),
                each.live(),
                each.publishedAt());
    }

    @PostMapping("/v1/event-types")
    @Permission("events.write")
    @ResponseStatus(HttpStatus.CREATED)
    PublishedView publish(@RequestBody NewSchema wanted) {
        int version =
                schemas.handle(
                        new PublishSchema.Command(wanted.name(), wanted.title(), wanted.schema()));
        return new PublishedView(wanted.name(), version);
    }

    @PostMapping("/v1/event-types/{name}/{version}:retire")
    @Permission("events.write")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void retire(@PathVariable String name, @PathVariable String version) {
        if (!version.matches("[0-9]{1,9}") || !schemas.retire(name, Integer.parseInt(version))) {
            throw Refusal.notFound(name + " " + version);
        }
    }

    @GetMapping("/v1/event-quarantine")
    @Permission("events.read")
    Page<QuarantinedView> quarantined(
            @RequestParam(defaultValue = "waiting") String state,
            @RequestParam(required = false) @Nullable Integer limit) {
        return new Page<>(quarantine.page(state, Long.MAX_VALUE, Cursor.limit(limit)), null)
                .map(QuarantinedView::of);
    }

    /** All that wait, up to 500. */
    @PostMapping("/v1/event-quarantine:replay")
    @Permission("events.write")
    ReplayQuarantine.Replayed replayAll() {
        return quarantine.handle(null);
    }

    @PostMapping("/v1/event-quarantine/{id}:replay")
    @Permission("events.write")
    ReplayQuarantine.Replayed replayOne(@PathVariable String id) {
        return quarantine.handle(PublicId.decode(PREFIX, id));
    }

    @PostMapping("/v1/event-quarantine/{id}:drop")
    @Permission("events.write")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void drop(@PathVariable String id) {
        if (!quarantine.drop(PublicId.decode(PREFIX, id))) {
            throw Refusal.notFound(id);
        }
    }
}
