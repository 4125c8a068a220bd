package dev.waystation.platform.members.wallet.store;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Rows turned into the columns that {@code unnest} takes. */
record Columns<T>(List<T> rows) {

    private static final @Nullable Long[] NO_NUMBERS = {};
    private static final @Nullable String[] NO_TEXTS = {};

    long[] numbers(ToLongFunction<T> column) {
        long[] values = new long[rows.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = column.applyAsLong(rows.get(i));
        }
        return values;
    }

    /** Nothing at all when no row has a number: {@code unnest} fills the column up with nulls. */
    @Nullable Long[] numbersIfAny(Function<T, @Nullable Long> column) {
        @Nullable Long[] values = new @Nullable Long[rows.size()];
        boolean any = false;
        for (int i = 0; i < values.length; i++) {
            values[i] = column.apply(rows.get(i));
            any |= values[i] != null;
        }
        return any ? values : NO_NUMBERS;
    }

    /** Nothing at all when no row has a text. */
    @Nullable String[] textsIfAny(Function<T, @Nullable Object> column) {
        @Nullable String[] values = texts(column);
        for (String value : values) {
            if (value != null) {
                return values;
            }
        }
        return NO_TEXTS;
    }

    @Nullable String[] texts(Function<T, @Nullable Object> column) {
        @Nullable String[] values = new @Nullable String[rows.size()];
        for (int i = 0; i < values.length; i++) {
            Object value = column.apply(rows.get(i));
            values[i] = value == null ? null : value.toString();
        }
        return values;
    }
}
