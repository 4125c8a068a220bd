package dev.waystation.platform.foundation.edge;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One page of a list; {@code next} is the cursor of the following one, or null at the end. */
public record Page<T>(List<T> items, @Nullable String next) {

    public Page {
        items = List.copyOf(items);
    }

    public static <T> Page<T> last(List<T> items) {
        return new Page<>(items, null);
    }

    /**
     * Cuts a page from rows that were read with {@code limit + 1}; the extra row shows that more
     * follow and is not part of the page.
     */
    public static <T> Page<T> cut(List<T> rows, int limit, Function<T, Cursor> cursorAfter) {
        if (rows.size() <= limit) {
            return last(rows);
        }
        List<T> items = rows.subList(0, limit);
        return new Page<>(items, cursorAfter.apply(items.getLast()).text());
    }

    public <R> Page<R> map(Function<T, R> mapping) {
        return new Page<>(items.stream().map(mapping).toList(), next);
    }
}
