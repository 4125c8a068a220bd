package dev.waystation.condition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One subject laid out in the columns of a catalogue. Whole numbers and flags lie in an array of
 * longs, so that reading them allocates nothing; one row can be filled again and again.
 */
public final class Row implements Subject {

    /** Counts behaviour for the member a row is about. */
    public interface History {
        /** How often the behaviour was seen inside its window, its {@code where} applied. */
        long times(Condition.Did did);
    }

    private static final History NONE = did -> 0;

    private final Attributes attributes;
    private final long[] wholes;
    private final boolean[] present;
    private final @Nullable Object[] objects;
    private History history = NONE;

    public Row(Attributes attributes) {
        this.attributes = attributes;
        int columns = attributes.all().size();
        wholes = new long[columns];
        present = new boolean[columns];
        objects = new @Nullable Object[columns];
    }

    /** Forgets every value. */
    public Row clear() {
        java.util.Arrays.fill(present, false);
        java.util.Arrays.fill(objects, null);
        history = NONE;
        return this;
    }

    /** Sets a column of kind WHOLE. */
    public Row whole(int column, long value) {
        wholes[column] = value;
        present[column] = true;
        return this;
    }

    /** Sets a column of kind FLAG. */
    public Row flag(int column, boolean value) {
        return whole(column, value ? 1 : 0);
    }

    /** Sets a column of kind TEXT. */
    public Row text(int column, String value) {
        objects[column] = value;
        present[column] = true;
        return this;
    }

    /** Sets a column of kind TEXTS. */
    public Row texts(int column, List<String> values) {
        objects[column] = values;
        present[column] = true;
        return this;
    }

    /** Sets who counts behaviour. */
    public Row history(History counted) {
        history = counted;
        return this;
    }

    /** Sets a column by name from a plain value; null leaves it absent. */
    public Row set(String name, @Nullable Object value) {
        int column = attributes.column(name);
        switch (value) {
            case null -> {
                present[column] = false;
                objects[column] = null;
            }
            case Boolean flag -> flag(column, flag);
            case Number number -> whole(column, number.longValue());
            case String text -> text(column, text);
            case List<?> list -> texts(column, list.stream().map(String::valueOf).toList());
            default -> throw new IllegalArgumentException(name + " can't hold " + value);
        }
        return this;
    }

    /** Whether the column has a value. */
    public boolean present(int column) {
        return present[column];
    }

    /** The whole number in a column; meaningless where it is not present. */
    public long whole(int column) {
        return wholes[column];
    }

    /** The text or texts in a column. */
    public @Nullable Object object(int column) {
        return objects[column];
    }

    @Override
    public @Nullable Object value(String path) {
        int column = attributes.column(path);
        Kind kind = attributes.all().get(column).kind();
        if (!present[column]) {
            return kind == Kind.TEXTS ? List.of() : null;
        }
        return switch (kind) {
            case WHOLE, PLACE -> wholes[column];
            case FLAG -> wholes[column] != 0;
            case TEXT, TEXTS -> objects[column];
        };
    }

    @Override
    public long times(Condition.Did did) {
        return history.times(did);
    }
}
