package dev.waystation.platform.engagement.events.usecase;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.waystation.platform.engagement.events.EventType;
import dev.waystation.platform.engagement.events.EventType.Property;
import dev.waystation.platform.engagement.events.EventTypes;
import dev.waystation.platform.engagement.events.model.EventSchema;
import dev.waystation.platform.engagement.events.model.Message;
import dev.waystation.platform.engagement.events.store.SchemaStore;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.wiring.MachineTime;
import dev.waystation.platform.foundation.wiring.Remembered;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The schemas in force, compiled. An event may follow any live version; an event without a schema
 * may hold anything.
 */
@Component
class EventSchemas implements EventTypes {

    private static final Duration FRESH = Duration.ofSeconds(2);
    private static final SchemaRegistry DIALECT =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private static final String RULES = "https://json-schema.org/draft/2020-12/schema";

    private record Compiled(int version, Schema schema) {}

    private record Known(
            Map<String, List<Compiled>> byName, List<EventType> types, Instant until) {}

    private final SchemaStore schemas;
    private final JsonMapper json;
    private final MachineTime machine;
    private final Remembered<Known> known = new Remembered<>();

    EventSchemas(SchemaStore schemas, JsonMapper json, MachineTime machine) {
        this.schemas = schemas;
        this.json = json;
        this.machine = machine;
    }

    /** The newest version the message fits; 0 when nothing is asked of it. */
    int fit(Message message) {
        List<Compiled> versions = current().byName().getOrDefault(message.name(), List.of());
        if (versions.isEmpty()) {
            return 0;
        }
        JsonNode properties = json.readTree(message.properties());
        @Nullable Error first = null;
        for (Compiled version : versions) {
            List<Error> errors = version.schema().validate(properties);
            if (errors.isEmpty()) {
                return version.version();
            }
            first = first == null ? errors.getFirst() : first;
        }
        throw misfit(message, versions.getFirst().version(), first);
    }

    private static Malformed misfit(Message message, int version, @Nullable Error error) {
        String what = String.valueOf(error == null ? "" : error.getMessage());
        return new Malformed(
                "properties" + (error == null ? "" : error.getInstanceLocation()),
                message.name(),
                new Said(
                        "请按 %s 第 %d 版的定义发送：%s".formatted(message.name(), version, what),
                        "send what version %d of %s describes: %s"
                                .formatted(version, message.name(), what)));
    }

    @Override
    public List<EventType> known() {
        return current().types();
    }

    void forget() {
        known.forget();
    }

    private static Schema compile(JsonNode schema) {
        return DIALECT.getSchema(schema);
    }

    /** What is wrong with a schema; empty when it can be used. */
    static Optional<String> fault(JsonNode schema) {
        List<Error> errors = DIALECT.getSchema(SchemaLocation.of(RULES)).validate(schema);
        if (!errors.isEmpty()) {
            return Optional.of(errors.getFirst().getMessage());
        }
        try {
            schema.findValues("pattern").stream()
                    .filter(JsonNode::isString)
                    .forEach(pattern -> Pattern.compile(pattern.asString()));
            return Optional.empty();
        } catch (PatternSyntaxException unreadable) {
            return Optional.of(unreadable.getDescription());
        }
    }

    private Known current() {
        return known.get(last -> machine.now().isBefore(last.until()), this::read);
    }

    private Known read() {
        Map<String, List<Compiled>> byName = new HashMap<>();
        List<EventType> types = new ArrayList<>();
        for (EventSchema each : schemas.all()) {
            List<Property> properties = SchemaProperties.of(json.readTree(each.schema()));
            EventType newer = types.isEmpty() ? null : types.getLast();
            if (newer != null && newer.name().equals(each.name())) {
                types.set(types.size() - 1, newer.and(properties));
            } else {
                types.add(new EventType(each.name(), each.version(), each.title(), properties));
            }
            if (each.live()) {
                byName.computeIfAbsent(each.name(), _ -> new ArrayList<>())
                        .add(new Compiled(each.version(), compile(json.readTree(each.schema()))));
            }
        }
        return new Known(byName, List.copyOf(types), machine.now().plus(FRESH));
    }
}
