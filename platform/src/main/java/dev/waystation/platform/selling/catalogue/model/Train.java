package dev.waystation.platform.selling.catalogue.model;

import java.util.List;

/**
 * @param key what the source calls it; one train of a source for good
 * @param numbers the numbers it carries; it may change from G1158 to G1155 on the way
 * @param category the letter its number starts with: G, D, C, or X for any other
 * @param rollingStock code of its seat layout
 */
public record Train(
        String key,
        List<String> numbers,
        String category,
        String rollingStock,
        ServiceDays days,
        List<Stop> stops) {

    public String code() {
        return numbers.getFirst();
    }

    /** Pairs of calls a ticket may be sold for. */
    public int pairs() {
        return stops.size() * (stops.size() - 1) / 2;
    }

    /** All that makes up the train, as text: equal texts need no change in the catalogue. */
    public String signature() {
        return String.join(
                "\n",
                String.join("/", numbers),
                category,
                rollingStock,
                days.signature(),
                stops.toString());
    }

    /** The stations in order: as long as these stay, calls keep their index. */
    public String way() {
        return String.join(">", stops.stream().map(Stop::stationCode).toList());
    }
}
