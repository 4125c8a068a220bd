package dev.waystation.platform.foundation.sheets;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A workbook of one sheet. Every cell and every column is text, so that document numbers keep all
 * their digits, also when somebody types another one below.
 */
final class WorkbookOut implements TableOut {

    private static final int HELD = 1_000;
    private static final double WIDTH = 18;

    private final Workbook book;
    private final Worksheet sheet;
    private int next;

    WorkbookOut(OutputStream out, int columns) {
        this.book = new Workbook(out, "Waystation", "1.0");
        this.sheet = book.newWorksheet("1");
        for (int column = 0; column < columns; column++) {
            sheet.width(column, WIDTH);
            sheet.style(column).format("@").set();
        }
        sheet.freezePane(0, 1);
    }

    @Override
    public void row(List<String> cells) throws IOException {
        if (next == Worksheet.MAX_ROWS) {
            throw new IOException("A sheet holds " + next + " rows; take the table as CSV");
        }
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            if (!cell.isEmpty()) {
                sheet.inlineString(next, column, cell);
                if (next == 0) {
                    sheet.style(next, column).bold().set();
                }
            }
        }
        if (++next % HELD == 0) {
            sheet.flush();
        }
    }

    @Override
    public void close() throws IOException {
        book.close();
    }
}
