package dev.waystation.platform.selling.catalogue.model;

import java.util.Map;

/** A line of a table, its fields found by heading. A heading the table lacks reads as empty. */
final class Row {

    private final String file;
    private final long line;
    private final Map<String, Integer> headings;
    private final String[] fields;

    Row(String file, long line, Map<String, Integer> headings, String[] fields) {
        this.file = file;
        this.line = line;
        this.headings = headings;
        this.fields = fields;
    }

    String file() {
        return file;
    }

    long line() {
        return line;
    }

    String text(String column) {
        Integer at = headings.get(column);
        return at == null || at >= fields.length ? "" : fields[at].strip();
    }

    String text(String column, String otherwise) {
        String text = text(column);
        return text.isEmpty() ? otherwise : text;
    }
}
