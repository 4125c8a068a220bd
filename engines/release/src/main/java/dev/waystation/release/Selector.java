package dev.waystation.release;

import java.util.Set;

/**
 * Who a bucket or a cap is about: trips, passenger groups and channels, all three at once. An empty
 * set of groups or channels means all of them.
 */
public record Selector(TripPattern trips, Set<String> groups, Set<String> channels) {

    public Selector {
        groups = Set.copyOf(groups);
        channels = Set.copyOf(channels);
    }

    public static Selector trips(String pattern) {
        return new Selector(TripPattern.parse(pattern), Set.of(), Set.of());
    }

    public static Selector group(String group) {
        return new Selector(new TripPattern.EveryTrip(), Set.of(group), Set.of());
    }

    public static Selector channel(String channel) {
        return new Selector(new TripPattern.EveryTrip(), Set.of(), Set.of(channel));
    }

    public boolean matches(Product product, Route route) {
        return (groups.isEmpty() || groups.contains(product.group()))
                && (channels.isEmpty() || channels.contains(product.channel()))
                && trips.matches(product.fromCall(), product.toCall(), route);
    }
}
