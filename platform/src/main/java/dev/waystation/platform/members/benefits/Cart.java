package dev.waystation.platform.members.benefits;

import dev.waystation.platform.foundation.edge.Malformed;
import java.util.List;
import java.util.Map;

/**
 * What somebody is about to buy.
 *
 * @param facts values that conditions ask for besides those the cart itself gives, such as channel
 */
public record Cart(String currency, List<Line> lines, Map<String, Object> facts) {

    public static final int MOST_LINES = 100;

    /**
     * One thing in the cart.
     *
     * @param key names the line within the order for ever; discounts are kept under it
     * @param product its product class, such as {@code rail.second} or {@code park.entry}
     */
    public record Line(String key, String product, long minor) {
        public Line {
            Malformed.require(minor >= 0, "lines.minor", minor, "give an amount of 0 or more");
        }
    }

    public Cart {
        Malformed.require(
                !lines.isEmpty() && lines.size() <= MOST_LINES,
                "lines",
                lines.size(),
                "give 1 to " + MOST_LINES + " lines");
        Malformed.require(
                lines.stream().map(Line::key).distinct().count() == lines.size(),
                "lines.key",
                lines.stream().map(Line::key).toList(),
                "give every line a key of its own");
        lines = List.copyOf(lines);
        facts = Map.copyOf(facts);
    }

    public long minor() {
        return lines.stream().mapToLong(Line::minor).sum();
    }
}
