package dev.waystation.platform.members.presets.usecase;

import dev.waystation.platform.members.presets.model.Preset;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The ready-made programmes that are shipped, read from their files. */
@Component
class PresetShelf {

    private static final List<String> SHIPPED = List.of("rail-12306", "park");

    private final List<Preset> presets;

    PresetShelf(JsonMapper json) {
        this.presets = SHIPPED.stream().map(code -> read(code, json)).toList();
    }

    List<Preset> all() {
        return presets;
    }

    Optional<Preset> find(String code) {
        return presets.stream().filter(each -> each.code().equals(code)).findFirst();
    }

    private static Preset read(String code, JsonMapper json) {
        Preset preset = json.treeToValue(tree("presets/" + code + ".json", json), Preset.class);
        Map<String, JsonNode> rules = new LinkedHashMap<>();
        preset.rules()
                .forEach((part, value) ->
                        rules.put(part, value.isString() ? tree(value.asString(), json) : value));
        return new Preset(preset.code(), preset.name(), preset.tagline(), preset.points(), rules);
    }

    private static JsonNode tree(String file, JsonMapper json) {
        try (InputStream in = new ClassPathResource(file).getInputStream()) {
            return json.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
