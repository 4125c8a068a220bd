package dev.waystation.platform.engagement.events.usecase;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A mapping per kind of source that does not speak our words, to start from. */
@Component
public class ReadyMappings {

    private final Map<String, String> byKind = new TreeMap<>();

    ReadyMappings() {
        Stream.of("hotel", "ota", "wechat", "till", "kiosk", "gate")
                .forEach(kind -> byKind.put(kind, text("/connectors/" + kind + ".json")));
    }

    /** JSON by kind. */
    public Map<String, String> all() {
        return Map.copyOf(byKind);
    }

    private static String text(String file) {
        try (InputStream in =
                Objects.requireNonNull(ReadyMappings.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
