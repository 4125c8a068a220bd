package dev.waystation.condition;

/** The six orders, with the operator each is written as. */
public enum Comparison {
    EQUAL("eq"),
    NOT_EQUAL("ne"),
    GREATER("gt"),
    AT_LEAST("gte"),
    LESS("lt"),
    AT_MOST("lte");

    private final String word;

    Comparison(String word) {
        this.word = word;
    }

    /** The operator without its dollar sign. */
    public String word() {
        return word;
    }

    /**
     * Whether the sign of a comparison, as {@link Comparable#compareTo} gives it, satisfies this
     * order.
     */
    public boolean accepts(int sign) {
        return switch (this) {
            case EQUAL -> sign == 0;
            case NOT_EQUAL -> sign != 0;
            case GREATER -> sign > 0;
            case AT_LEAST -> sign >= 0;
            case LESS -> sign < 0;
            case AT_MOST -> sign <= 0;
        };
    }
}
