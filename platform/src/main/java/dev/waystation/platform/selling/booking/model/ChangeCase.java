package dev.waystation.platform.selling.booking.model;

import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Reason;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.selling.booking.ChangeRefusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules of changing as one ticket meets them; the first that is not met is the answer. */
public record ChangeCase(List<Line> lines) {

    /** One rule, met or not, with the figures that its sentence names. */
    public record Line(ChangeRefusal code, boolean held, Said text, Map<String, Object> values) {}

    public ChangeCase {
        lines = List.copyOf(lines);
    }

    public Optional<Line> broken() {
        return lines.stream().filter(line -> !line.held()).findFirst();
    }

    public Explanation why() {
        return new Explanation(
                broken().map(Line::text)
                        .orElseGet(() -> new Said("这张车票可以改签。", "This ticket can be changed.")),
                lines.stream()
                        .map(line ->
                                new Reason(
                                        line.code().name(),
                                        line.held(),
                                        line.text(),
                                        line.values()))
                        .toList());
    }
}
