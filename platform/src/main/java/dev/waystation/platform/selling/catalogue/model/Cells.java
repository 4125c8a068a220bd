package dev.waystation.platform.selling.catalogue.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the cells of a row and says what is wrong with those it cannot read. */
final class Cells {

    private static final Pattern TIME = Pattern.compile("(\\d{1,2}):([0-5]\\d)(?::([0-5]\\d))?");

    /** Spreadsheets count days from here; five digits reach from 1954 to 2118. */
    private static final LocalDate SERIAL_DAY_ZERO = LocalDate.of(1899, 12, 30);

    private static final Pattern SERIAL_DAY = Pattern.compile("[2-7]\\d{4}");

    private final Findings findings;

    Cells(Findings findings) {
        this.findings = findings;
    }

    /** The text, or empty with a finding when the cell is. */
    Optional<String> needed(Row row, String column) {
        String text = row.text(column);
        if (text.isEmpty()) {
            findings.add(row, column, FindingCode.VALUE_IS_MISSING);
            return Optional.empty();
        }
        return Optional.of(text);
    }

    OptionalInt number(Row row, String column) {
        if (needed(row, column).isEmpty()) {
            return OptionalInt.empty();
        }
        try {
            int number = Integer.parseInt(row.text(column));
            if (number >= 0) {
                return OptionalInt.of(number);
            }
        } catch (NumberFormatException e) {
            // reported below like a negative number
        }
        findings.add(row, column, FindingCode.NOT_A_NUMBER);
        return OptionalInt.empty();
    }

    /** Minutes after midnight, hours beyond 24 included; -1 when empty, -2 when unreadable. */
    int minutes(Row row, String column) {
        String text = row.text(column);
        if (text.isEmpty()) {
            return -1;
        }
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            findings.add(row, column, FindingCode.NOT_A_TIME);
            return -2;
        }
        return Integer.parseInt(time.group(1)) * 60 + Integer.parseInt(time.group(2));
    }

    /** ISO and plain dates; the day number that a spreadsheet leaves in place of one is noted. */
    Optional<LocalDate> date(Row row, String column, String text) {
        if (SERIAL_DAY.matcher(text).matches()) {
            findings.add(row.file(), row.line(), column, text, FindingCode.DATE_WAS_A_SERIAL_DAY);
            return Optional.of(SERIAL_DAY_ZERO.plusDays(Integer.parseInt(text)));
        }
        try {
            return Optional.of(
                    text.indexOf('-') < 0
                            ? LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE)
                            : LocalDate.parse(text));
        } catch (DateTimeException e) {
            findings.add(row.file(), row.line(), column, text, FindingCode.NOT_A_DATE);
            return Optional.empty();
        }
    }

    /** Degrees, or NaN when the cell is empty or unreadable. */
    double degrees(Row row, String column, double most) {
        String text = row.text(column);
        if (text.isEmpty()) {
            return Double.NaN;
        }
        try {
            double degrees = Double.parseDouble(text);
            if (Math.abs(degrees) <= most) {
                return degrees;
            }
        } catch (NumberFormatException e) {
            // reported below like a value off the globe
        }
        findings.add(row, column, FindingCode.NOT_A_COORDINATE);
        return Double.NaN;
    }
}
