package dev.waystation.condition;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The catalogue conditions are checked against: attributes in column order, and behaviours. */
public final class Attributes {

    private final List<Attribute> attributes;
    private final List<Happening> happenings;
    private final Map<String, Integer> columns = new HashMap<>();

    public Attributes(List<Attribute> attributes, List<Happening> happenings) {
        this.attributes = List.copyOf(attributes);
        this.happenings = List.copyOf(happenings);
        for (int i = 0; i < attributes.size(); i++) {
            if (columns.put(attributes.get(i).name(), i) != null) {
                throw new IllegalArgumentException(
                        "attribute " + attributes.get(i).name() + " is declared twice");
            }
        }
    }

    /**
     * The same columns without closed lists: a value that was taken off its list since holds for
     * whoever still has it, and fails nobody's question.
     */
    public Attributes open() {
        return new Attributes(attributes.stream().map(Attribute::open).toList(), happenings);
    }

    /** Every attribute, in column order. */
    public List<Attribute> all() {
        return attributes;
    }

    /** Every behaviour. */
    public List<Happening> happenings() {
        return happenings;
    }

    /** The attribute of a name, if declared. */
    public Optional<Attribute> find(String name) {
        return Optional.ofNullable(columns.get(name)).map(attributes::get);
    }

    /** The behaviour of a name, if declared. */
    public Optional<Happening> happening(String event) {
        return happenings.stream().filter(h -> h.event().equals(event)).findFirst();
    }

    /** The column of a declared attribute. */
    public int column(String name) {
        Integer column = columns.get(name);
        if (column == null) {
            throw new IllegalArgumentException("attribute " + name + " is not declared");
        }
        return column;
    }
}
