package dev.waystation.platform.selling.catalogue.model;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Reads one CSV file row by row; rows that do not have the shape of the heading are reported. */
final class Table {

    private final String file;
    private final String text;
    private final Findings findings;
    private int width;

    Table(String file, String text, Findings findings) {
        this.file = file;
        this.text = text;
        this.findings = findings;
    }

    /**
     * Calls {@code each} for every well-shaped row; does nothing when a needed column is missing.
     */
    void read(List<String> needed, Consumer<Row> each) {
        Map<String, Integer> headings = new HashMap<>();
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder()
                        .skipEmptyLines(true)
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .ofCsvRecord(text)) {
            for (CsvRecord line : reader) {
                if (headings.isEmpty()) {
                    if (!readHeadings(line, headings, needed)) {
                        return;
                    }
                } else {
                    readRow(line, headings, each);
                }
            }
            if (headings.isEmpty()) {
                readNothing(needed);
            }
        } catch (CsvParseException e) {
            findings.add(file, 0, "", String.valueOf(e.getMessage()), FindingCode.FILE_IS_BROKEN);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }

    private boolean readHeadings(
            CsvRecord line, Map<String, Integer> headings, List<String> needed) {
        for (int i = 0; i < line.getFieldCount(); i++) {
            headings.putIfAbsent(line.getField(i).strip().toLowerCase(Locale.ROOT), i);
        }
        width = line.getFieldCount();
        boolean complete = true;
        for (String column : needed) {
            if (!headings.containsKey(column)) {
                findings.add(file, 1, column, column, FindingCode.COLUMN_IS_MISSING);
                complete = false;
            }
        }
        return complete;
    }

    private void readNothing(List<String> needed) {
        needed.forEach(
                column -> findings.add(file, 1, column, column, FindingCode.COLUMN_IS_MISSING));
    }

    private void readRow(CsvRecord line, Map<String, Integer> headings, Consumer<Row> each) {
        String[] fields = line.getFields().toArray(String[]::new);
        if (fields.length == 1 && fields[0].isBlank()) {
            return;
        }
        if (fields.length != width) {
            findings.add(
                    file,
                    line.getStartingLineNumber(),
                    "",
                    fields.length + " ≠ " + width,
                    FindingCode.WRONG_NUMBER_OF_FIELDS);
            return;
        }
        each.accept(new Row(file, line.getStartingLineNumber(), headings, fields));
    }
}
