package dev.waystation.platform.foundation.sheets;

import java.util.regex.Pattern;

/**
 * Keeps what people typed from being run by the spreadsheet that opens it. A cell that starts like
 * a formula gets an apostrophe, which spreadsheets take for "this is text"; read again, it is gone.
 */
final class Formulas {

    private static final Pattern RISKY = Pattern.compile("^[=+\\-@\\t\\r].*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("^[+-]?[\\d\\s.,:()-]*$");

    private Formulas() {}

    static String harmless(String cell) {
        return RISKY.matcher(cell).matches() && !NUMBER.matcher(cell).matches() ? "'" + cell : cell;
    }

    static String shown(String cell) {
        return cell.startsWith("'") && RISKY.matcher(cell.substring(1)).matches()
                ? cell.substring(1)
                : cell;
    }
}
