package dev.waystation.condition;

/**
 * The whole numbers a comparison accepts; for {@code $ne} those it refuses. Empty when least &gt;
 * most.
 */
record Range(long least, long most) {

    static Range of(Check.Compare compare) {
        if (!(compare.value() instanceof Number number)) {
            throw new IllegalArgumentException("not a number: " + compare.value());
        }
        long bound = number.longValue();
        return switch (compare.comparison()) {
            case EQUAL, NOT_EQUAL -> new Range(bound, bound);
            case AT_LEAST -> new Range(bound, Long.MAX_VALUE);
            case GREATER ->
                    bound == Long.MAX_VALUE
                            ? new Range(1, 0)
                            : new Range(bound + 1, Long.MAX_VALUE);
            case AT_MOST -> new Range(Long.MIN_VALUE, bound);
            case LESS ->
                    bound == Long.MIN_VALUE
                            ? new Range(1, 0)
                            : new Range(Long.MIN_VALUE, bound - 1);
        };
    }
}
