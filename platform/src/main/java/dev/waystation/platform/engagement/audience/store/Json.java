package dev.waystation.platform.engagement.audience.store;

import dev.waystation.platform.foundation.edge.Explanation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rows and documents as JSON: one parameter carries a whole set to the database. */
@Component
public class Json {

    /** For rows that a recount over everybody wrote: their reasons are told on request. */
    private final JsonMapper json;

    Json(JsonMapper json) {
        this.json = json;
    }

    String write(Object value) {
        return json.writeValueAsString(value);
    }

    Map<String, Object> object(String text) {
        return json.readValue(text, new TypeReference<Map<String, Object>>() {});
    }

    /** Values as conditions compare them: texts, flags, whole numbers as long. */
    Map<String, Object> values(String text) {
        Map<String, Object> read = object(text);
        read.replaceAll((_, value) -> value instanceof Integer whole ? whole.longValue() : value);
        return read;
    }

    /** One such value. */
    Object value(String text) {
        Object read = json.readValue(text, Object.class);
        return read instanceof Integer whole ? Long.valueOf(whole) : read;
    }

    <T> T read(String text, Class<T> of) {
        return json.readValue(text, of);
    }

    <T> List<T> list(String text, Class<T> of) {
        return json.readValue(text, json.getTypeFactory().constructCollectionType(List.class, of));
    }

    Optional<Explanation> explanation(@Nullable String text) {
        return text == null
                ? Optional.empty()
                : Optional.of(json.readValue(text, Explanation.class));
    }
}
