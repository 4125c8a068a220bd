package dev.waystation.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Version numbers made comparable as text: a release sorts after its own pre-releases. */
final class Versions {

    private static final Pattern NOISE = Pattern.compile("(^v|\\+.*$)");
    private static final Pattern SEPARATOR = Pattern.compile("[-.]");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final int WIDTH = 5;

    private Versions() {}

    static int compare(@Nullable Object left, String right) {
        return padded(left).compareTo(padded(right));
    }

    private static String padded(@Nullable Object value) {
        String text =
                switch (value) {
                    case Number number -> Values.asText(number);
                    case String given when !given.isEmpty() -> given;
                    case null, default -> "0";
                };
        List<String> parts =
                new ArrayList<>(List.of(SEPARATOR.split(NOISE.matcher(text).replaceAll(""), -1)));
        if (parts.size() == 3) {
            parts.add("~");
        }
        return parts.stream()
                .map(part -> DIGITS.matcher(part).matches() ? pad(part) : part)
                .collect(Collectors.joining("-"));
    }

    private static String pad(String digits) {
        return " ".repeat(Math.max(0, WIDTH - digits.length())) + digits;
    }
}
