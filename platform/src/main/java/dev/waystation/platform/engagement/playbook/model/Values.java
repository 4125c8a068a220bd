package dev.waystation.platform.engagement.playbook.model;

import dev.waystation.platform.foundation.edge.Said;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The values of a launch, and how they take their places. */
public record Values(Map<String, Object> all) {

    private static final Pattern PLACE = Pattern.compile("\\{([a-z][A-Za-z0-9]*)}");

    public Values {
        all = Map.copyOf(all);
    }

    public String text(String key) {
        return String.valueOf(all.get(key));
    }

    public int whole(String key) {
        return all.get(key) instanceof Number number ? number.intValue() : 0;
    }

    public boolean flag(String key) {
        return Boolean.TRUE.equals(all.get(key));
    }

    /** The text with its values; places of other names stay, they are filled when it is sent. */
    public String in(String text) {
        return PLACE.matcher(text)
                .replaceAll(found -> {
                    @Nullable Object value = all.get(found.group(1));
                    return Matcher.quoteReplacement(
                            value == null ? found.group() : value.toString());
                });
    }

    public Said in(Said said) {
        return new Said(in(said.zh()), in(said.en()));
    }

    /** The same tree with its values; a text that is nothing but a place becomes the value. */
    public Object inTree(Object tree) {
        return switch (tree) {
            case Map<?, ?> map -> {
                var copy = new LinkedHashMap<String, Object>();
                map.forEach((key, value) -> copy.put(String.valueOf(key), inTree(value)));
                yield copy;
            }
            case List<?> list -> list.stream().map(this::inTree).toList();
            case String text -> {
                Matcher whole = PLACE.matcher(text);
                @Nullable Object value = whole.matches() ? all.get(whole.group(1)) : null;
                yield value == null ? in(text) : value;
            }
            default -> tree;
        };
    }
}
