package dev.waystation.platform.foundation.intake;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds out which column a heading means. Spaces, case, width, brackets and marks for needed
 * columns do not matter, and every column has synonyms; a column is taken once.
 */
final class Headings {

    /** Added to a file of refused rows; read again, it means nothing. */
    static final String FAULT = "错误原因";

    private Headings() {}

    /** Per heading the key of its column, empty where it means nothing here. */
    static List<String> match(List<String> headings, List<IntakeColumn> columns) {
        Set<String> taken = new HashSet<>();
        List<String> keys = new ArrayList<>(headings.size());
        for (String heading : headings) {
            String wanted = plain(heading);
            String key =
                    columns.stream()
                            .filter(column -> !taken.contains(column.key()))
                            .filter(column -> names(column).contains(wanted))
                            .map(IntakeColumn::key)
                            .findFirst()
                            .orElse("");
            taken.add(key);
            keys.add(key);
        }
        return keys;
    }

    static String plain(String heading) {
        return Normalizer.normalize(heading, Normalizer.Form.NFKC)
                .replaceAll("[(\\[【].*?[)\\]】]", "")
                .replaceAll("[^\\p{L}\\p{N}]", "")
                .toLowerCase(Locale.ROOT);
    }

    private static Set<String> names(IntakeColumn column) {
        Set<String> names = new HashSet<>();
        names.add(plain(column.key()));
        names.add(plain(column.heading().zh()));
        names.add(plain(column.heading().en()));
        column.synonyms().forEach(each -> names.add(plain(each)));
        return names;
    }
}
