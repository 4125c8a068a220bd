package dev.waystation.platform.foundation.edge;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The Chinese of what {@link Malformed} advises in English. Code says it in one language, next to
 * the check; this list, held complete by a test, says it in the other.
 */
@Component
public class Remedies {

    private static final String HOLE = "{}";

    private record Line(Pattern english, String chinese) {}

    /** The most exact first: "give 1 or more" is no "give {}", nor is "give 1 to {} hours". */
    private final List<Line> lines = new ArrayList<>();

    Remedies() throws IOException {
        try (InputStream file = Remedies.class.getResourceAsStream("/messages/remedies_zh.txt")) {
            if (file == null) {
                throw new IllegalStateException("messages/remedies_zh.txt is not on the path");
            }
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            text.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split(" = ", 2))
                    .sorted(
                            Comparator.comparing((String[] pair) -> pair[0].contains(HOLE))
                                    .thenComparingInt(pair -> -pair[0].length()))
                    .forEach(pair -> lines.add(new Line(pattern(pair[0]), pair[1])));
        }
    }

    public Said both(Malformed malformed) {
        String zh = malformed.remedyZh();
        return new Said(
                zh.isEmpty() ? chinese(malformed.remedy()).orElse(malformed.remedy()) : zh,
                malformed.remedy());
    }

    /** Empty when the list does not know the clause. */
    Optional<String> chinese(String english) {
        for (Line line : lines) {
            Matcher found = line.english().matcher(english);
            if (found.matches()) {
                String chinese = line.chinese();
                for (int hole = 1; hole <= found.groupCount() && chinese.contains(HOLE); hole++) {
                    int at = chinese.indexOf(HOLE);
                    chinese =
                            chinese.substring(0, at)
                                    + found.group(hole)
                                    + chinese.substring(at + HOLE.length());
                }
                return Optional.of(chinese);
            }
        }
        return Optional.empty();
    }

    private static Pattern pattern(String english) {
        String[] parts = english.split(Pattern.quote(HOLE), -1);
        return Pattern.compile(
                List.of(parts).stream().map(Pattern::quote).collect(Collectors.joining("(.*)")),
                Pattern.DOTALL);
    }
}
