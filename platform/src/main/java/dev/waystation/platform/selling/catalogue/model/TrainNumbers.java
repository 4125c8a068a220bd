package dev.waystation.platform.selling.catalogue.model;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a train's number says about it. */
final class TrainNumbers {

    private TrainNumbers() {}

    /** {@code D7101/D7104} is one train with two numbers. */
    static List<String> of(String code) {
        List<String> numbers =
                Stream.of(code.split("/"))
                        .map(String::strip)
                        .filter(number -> !number.isEmpty())
                        .distinct()
                        .toList();
        return numbers.isEmpty() ? List.of(code) : numbers;
    }

    static String category(String code) {
        String letter = code.strip().toUpperCase(Locale.ROOT);
        return letter.startsWith("G") || letter.startsWith("D") || letter.startsWith("C")
                ? letter.substring(0, 1)
                : "X";
    }

    static String usualRollingStock(String category) {
        return category.equals("G") ? "EMU8B" : "EMU8";
    }
}
