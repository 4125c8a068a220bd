package dev.waystation.condition;

import java.util.List;

/** The types an attribute can be declared with, and the operators that make sense on each. */
public enum Kind {
    /** A whole number: years, days, points, money in minor units. */
    WHOLE,
    /** Yes or no. */
    FLAG,
    /** One text, often out of a closed list. */
    TEXT,
    /** A set of texts, such as tags; nobody has an absent set, only an empty one. */
    TEXTS,
    /** A place on earth, kept as {@link Cell#code()}. */
    PLACE;

    private static List<String> words(String operators) {
        return List.of(operators.split(" "));
    }

    /** The operators an attribute of this kind may be tested with. */
    public List<String> operators() {
        return switch (this) {
            case WHOLE -> words("$eq $ne $gt $gte $lt $lte $in $nin $exists");
            case FLAG -> words("$eq $ne $exists");
            case TEXT ->
                    words(
                            "$eq $ne $in $nin $ini $nini $regex $regexi"
                                    + " $veq $vne $vgt $vgte $vlt $vlte $exists");
            case TEXTS -> words("$in $nin $ini $nini $all $alli $size $elemMatch");
            case PLACE -> words("$near $exists");
        };
    }

    Phrase label() {
        return switch (this) {
            case WHOLE -> new Phrase("整数", "a whole number");
            case FLAG -> new Phrase("true 或 false", "true or false");
            case TEXT -> new Phrase("文字", "a text");
            case TEXTS -> new Phrase("文字列表", "texts");
            case PLACE -> new Phrase("地点", "a place");
        };
    }

    String example() {
        return switch (this) {
            case WHOLE -> "60";
            case FLAG -> "true";
            case TEXT -> "\"WUH\"";
            case TEXTS -> "[\"family\"]";
            case PLACE -> "{\"latitude\": 31.194, \"longitude\": 121.321, \"metres\": 500}";
        };
    }
}
