package dev.waystation.platform.foundation.sheets;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/**
 * The first sheet of a workbook somebody sees, row by row, each cell as the text a person reads.
 */
final class WorkbookIn {

    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private WorkbookIn() {}

    static void read(InputStream in, Consumer<List<String>> each) throws IOException {
        Path file = Files.createTempFile("workbook", ".xlsx");
        try {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            PackedSize.check(file);
            try (ReadableWorkbook book =
                    new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true))) {
                Sheet sheet = shown(book);
                try (Stream<Row> rows = sheet.openStream()) {
                    rows.map(WorkbookIn::texts)
                            .filter(cells -> !cells.stream().allMatch(String::isBlank))
                            .forEach(each);
                }
            } catch (ExcelReaderException | IOException broken) {
                throw refused(broken);
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static Sheet shown(ReadableWorkbook book) throws WorkbookRefused {
        Optional<Sheet> first =
                book.getSheets()
                        .filter(each -> each.getVisibility() == SheetVisibility.VISIBLE)
                        .findFirst();
        return first.orElseThrow(() -> new WorkbookRefused(WorkbookRefused.Cause.BROKEN));
    }

    private static WorkbookRefused refused(Exception broken) {
        if (broken instanceof WorkbookRefused known) {
            return known;
        }
        WorkbookRefused refused = new WorkbookRefused(WorkbookRefused.Cause.BROKEN);
        refused.initCause(broken);
        return refused;
    }

    private static List<String> texts(Row row) {
        List<String> cells = new ArrayList<>(Collections.nCopies(row.getCellCount(), ""));
        for (Cell cell : row) {
            if (cell != null) {
                cells.set(cell.getColumnIndex(), text(cell));
            }
        }
        return cells;
    }

    private static String text(Cell cell) {
        if (cell.getType() == CellType.STRING) {
            return cell.asString();
        }
        String raw = Objects.requireNonNullElse(cell.getRawValue(), "");
        if (cell.getType() == CellType.NUMBER && !raw.isEmpty()) {
            return isDate(cell) ? date(cell.asDate()) : number(cell.asNumber());
        }
        if (cell.getType() == CellType.BOOLEAN) {
            return "1".equals(raw) ? "TRUE" : "FALSE";
        }
        return raw;
    }

    // A spreadsheet keeps 15 digits: of a longer number the rest is gone and must not look whole.
    private static String number(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        int digits = plain.precision() - plain.scale();
        if (digits > 15) {
            return "%.9E".formatted(number);
        }
        // 0.1 + 0.2 is kept as 0.30000000000000004.
        BigDecimal rounded = plain.round(new java.math.MathContext(15)).stripTrailingZeros();
        return rounded.toPlainString();
    }

    private static String date(LocalDateTime at) {
        return at.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? at.toLocalDate().toString()
                : MINUTES.format(at);
    }

    private static boolean isDate(Cell cell) {
        int id = Objects.requireNonNullElse(cell.getDataFormatId(), 0);
        boolean builtIn =
                (id >= 14 && id <= 22)
                        || (id >= 27 && id <= 36)
                        || (id >= 45 && id <= 47)
                        || (id >= 50 && id <= 58);
        String format = Objects.requireNonNullElse(cell.getDataFormatString(), "");
        // What stands in quotes or brackets is shown, not meant.
        String meant = format.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "");
        return builtIn || meant.matches("(?is).*[ymd年月日].*");
    }
}
