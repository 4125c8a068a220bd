package dev.waystation.platform.foundation.sheets;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** UTF-8 with the mark without which spreadsheets guess another encoding. */
final class SeparatedOut implements TableOut {

    private static final char MARK = '\uFEFF';

    private final CsvWriter csv;

    SeparatedOut(OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write(MARK);
        csv = CsvWriter.builder().build(writer);
    }

    @Override
    public void row(List<String> cells) {
        csv.writeRecord(cells.stream().map(Formulas::harmless).toList());
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
