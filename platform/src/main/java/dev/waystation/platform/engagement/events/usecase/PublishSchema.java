package dev.waystation.platform.engagement.events.usecase;

import dev.waystation.platform.engagement.events.model.EventSchema;
import dev.waystation.platform.engagement.events.store.SchemaStore;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Said;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Publishes versions of event schemas and retires old ones; a version never changes. */
@Service
public class PublishSchema {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)+");

    /** The next version of an event's schema. */
    public record Command(String name, Said title, JsonNode schema) {
        public Command {
            Malformed.require(
                    name != null && name.length() <= 100 && NAME.matcher(name).matches(),
                    "name",
                    name,
                    "name it like hotel.booked, in small letters with a dot");
            Malformed.require(
                    title != null && !title.zh().isBlank() && !title.en().isBlank(),
                    "title",
                    title,
                    "write the title in Chinese and in English");
            Malformed.require(
                    schema != null && schema.isObject(),
                    "schema",
                    schema,
                    "send a JSON Schema of the properties");
        }
    }

    private final SchemaStore schemas;
    private final EventSchemas inForce;
    private final JsonMapper json;
    private final Clock clock;

    PublishSchema(SchemaStore schemas, EventSchemas inForce, JsonMapper json, Clock clock) {
        this.schemas = schemas;
        this.inForce = inForce;
        this.json = json;
        this.clock = clock;
    }

    /** The number of the version. */
    @Transactional
    public int handle(Command command) {
        EventSchemas.fault(command.schema())
                .ifPresent(fault -> {
                    throw new Malformed("schema", fault, "send a JSON Schema of the properties");
                });
        String text = json.writeValueAsString(command.schema());
        int version = schemas.add(command.name(), command.title(), text, clock.instant());
        inForce.forget();
        return version;
    }

    /** False when there is no such live version. */
    @Transactional
    public boolean retire(String name, int version) {
        boolean retired = schemas.retire(name, version);
        inForce.forget();
        return retired;
    }

    @Transactional(readOnly = true)
    public List<EventSchema> all() {
        return schemas.all();
    }
}
