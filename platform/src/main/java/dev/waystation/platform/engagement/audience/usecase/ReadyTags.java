package dev.waystation.platform.engagement.audience.usecase;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.waystation.platform.engagement.audience.store.TagStore;
import dev.waystation.platform.foundation.edge.Said;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The ready tags, drawn from families in {@code ready/tags.json}: each family is one predicate with
 * parameters, and stands for a tag per combination of their values.
 */
@Component
class ReadyTags {

    /**
     * One family.
     *
     * @param choices the values of each parameter: a number, [code, zh, en], or an object
     */
    private record Family(
            String group,
            String code,
            String zh,
            String en,
            @JsonProperty("for") @Nullable Map<String, List<Object>> choices,
            Map<String, Object> when) {}

    private static final Pattern NAME = Pattern.compile("\\{(\\w+)(?:\\.(\\w+))?}");

    private final JsonMapper json;

    ReadyTags(JsonMapper json) {
        this.json = json;
    }

    List<TagStore.Tag> all() {
        List<TagStore.Tag> tags = new ArrayList<>();
        for (Family family : families()) {
            for (Map<String, Map<String, Object>> chosen : combinations(family.choices())) {
                tags.add(
                        new TagStore.Tag(
                                text(family.code(), chosen, "code"),
                                new Said(
                                        text(family.zh(), chosen, "zh"),
                                        text(family.en(), chosen, "en")),
                                family.group(),
                                object(family.when(), chosen)));
            }
        }
        return tags;
    }

    private List<Family> families() {
        try (InputStream text = new ClassPathResource("ready/tags.json").getInputStream()) {
            return json.readValue(text, new TypeReference<List<Family>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("ready/tags.json can't be read", e);
        }
    }

    private static List<Map<String, Map<String, Object>>> combinations(
            @Nullable Map<String, List<Object>> choices) {
        List<Map<String, Map<String, Object>>> all = new ArrayList<>(List.of(Map.of()));
        if (choices == null) {
            return all;
        }
        choices.forEach((name, values) -> {
            List<Map<String, Map<String, Object>>> longer = new ArrayList<>();
            for (Map<String, Map<String, Object>> shorter : all) {
                for (Object value : values) {
                    Map<String, Map<String, Object>> chosen = new LinkedHashMap<>(shorter);
                    chosen.put(name, choice(value));
                    longer.add(chosen);
                }
            }
            all.clear();
            all.addAll(longer);
        });
        return all;
    }

    private static Map<String, Object> choice(Object value) {
        Map<String, Object> parts = new LinkedHashMap<>();
        switch (value) {
            case Map<?, ?> named -> named.forEach((key, of) -> parts.put(key.toString(), of));
            case List<?> three -> {
                parts.put("code", three.get(0));
                parts.put("zh", three.get(1));
                parts.put("en", three.get(2));
            }
            default -> {
                parts.put("code", value);
                parts.put("zh", value);
                parts.put("en", value);
            }
        }
        return parts;
    }

    private static String text(
            String pattern, Map<String, Map<String, Object>> chosen, String otherwise) {
        return NAME.matcher(pattern)
                .replaceAll(found ->
                        Matcher.quoteReplacement(
                                value(found.group(1), found.group(2), chosen, otherwise)
                                        .toString()));
    }

    private static Object value(
            String name,
            @Nullable String part,
            Map<String, Map<String, Object>> chosen,
            String otherwise) {
        Object value = chosen.getOrDefault(name, Map.of()).get(part == null ? otherwise : part);
        if (value == null) {
            throw new IllegalStateException(
                    "ready/tags.json asks for {%s.%s}, known is %s".formatted(name, part, chosen));
        }
        return value;
    }

    private static Map<String, Object> object(
            Map<?, ?> pattern, Map<String, Map<String, Object>> chosen) {
        Map<String, Object> filled = new LinkedHashMap<>();
        pattern.forEach((key, value) -> filled.put(key.toString(), fill(value, chosen)));
        return filled;
    }

    /** A text that is nothing but a name becomes the value itself, be it number or condition. */
    private static Object fill(Object pattern, Map<String, Map<String, Object>> chosen) {
        return switch (pattern) {
            case Map<?, ?> map -> object(map, chosen);
            case List<?> list -> list.stream().map(each -> fill((Object) each, chosen)).toList();
            case String text -> {
                Matcher whole = NAME.matcher(text);
                yield whole.matches()
                        ? value(whole.group(1), whole.group(2), chosen, "code")
                        : text;
            }
            default -> pattern;
        };
    }
}
