package dev.waystation.release;

/**
 * What somebody wants to buy: the legs from one call to another, as a member of a passenger group,
 * through a sales channel.
 */
public record Product(int fromCall, int toCall, String group, String channel) {

    public Product {
        if (fromCall < 0 || toCall <= fromCall) {
            throw new IllegalArgumentException(
                    "calls (" + fromCall + ", " + toCall + ") must rise from 0");
        }
    }
}
