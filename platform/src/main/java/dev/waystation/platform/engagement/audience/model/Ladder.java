package dev.waystation.platform.engagement.audience.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A condition as a rung: what it asks about, and how much of it. Of two conditions that ask about
 * the same, the one that asks for at least as much everywhere implies the other: 1,000 points or
 * more implies 500 or more, 4 trips in 30 days implies 2 trips in 90.
 */
public final class Ladder {

    private final Object about;
    private final List<Long> amounts;

    private Ladder(Object about, List<Long> amounts) {
        this.about = about;
        this.amounts = List.copyOf(amounts);
    }

    /** Reads the JSON form. */
    public static Ladder of(Map<String, Object> condition) {
        List<Long> amounts = new ArrayList<>();
        return new Ladder(strip(condition, null, true, amounts), amounts);
    }

    /** Whether whoever meets this one meets the other too, seen from their forms alone. */
    public boolean implies(Ladder other) {
        if (!about.equals(other.about) || amounts.equals(other.amounts)) {
            return false;
        }
        for (int i = 0; i < amounts.size(); i++) {
            if (amounts.get(i) < other.amounts.get(i)) {
                return false;
            }
        }
        return true;
    }

    private static Object strip(
            Object node, @Nullable String inside, boolean open, List<Long> amounts) {
        if (node instanceof List<?> parts) {
            return parts.stream().map(part -> strip(part, inside, open, amounts)).toList();
        }
        if (!(node instanceof Map<?, ?> fields)) {
            return node;
        }
        Map<String, Object> kept = new LinkedHashMap<>();
        fields.forEach((key, value) -> {
            String name = String.valueOf(key);
            int more = open && value instanceof Number ? more(name, inside) : 0;
            if (more != 0 && value instanceof Number number) {
                amounts.add(more * number.longValue());
                kept.put(name, "");
            } else {
                // What is denied turns round what more means, so it has to be the same.
                boolean turned = name.equals("$not") || name.equals("$nor") || name.equals("where");
                kept.put(name, strip(value, name, open && !turned, amounts));
            }
        });
        return kept;
    }

    /** 1 where a larger number asks for more, -1 where a smaller one does, 0 elsewhere. */
    private static int more(String name, @Nullable String inside) {
        return switch (name) {
            case "$gte", "$gt" -> 1;
            case "$lt", "$lte" -> -1;
            case "atLeast" -> "$did".equals(inside) ? 1 : 0;
            case "withinDays" -> "$did".equals(inside) ? -1 : "$didNot".equals(inside) ? 1 : 0;
            default -> 0;
        };
    }
}
