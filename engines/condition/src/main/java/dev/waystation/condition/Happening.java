package dev.waystation.condition;

import java.util.List;
import java.util.Optional;

/**
 * A declared behaviour and how it is said.
 *
 * @param event the name used in conditions, such as {@code trip.completed}
 * @param done what one has done, after 有/has: 乘车 / travelled
 * @param counted the measure of a count: 次 / times
 * @param properties what its {@code where} may look at
 */
public record Happening(String event, Phrase done, Phrase counted, List<Attribute> properties) {

    public Happening {
        properties = List.copyOf(properties);
    }

    Optional<Attribute> property(String name) {
        return properties.stream().filter(p -> p.name().equals(name)).findFirst();
    }
}
