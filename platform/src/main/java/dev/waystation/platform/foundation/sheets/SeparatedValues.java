package dev.waystation.platform.foundation.sheets;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads a file of comma-separated values row by row. UTF-8 with or without its mark, else GB18030,
 * which spreadsheets in China write; commas, semicolons or tabs, whichever the heading has most.
 */
final class SeparatedValues {

    private static final int LOOK = 256 * 1024;

    private SeparatedValues() {}

    /** Calls {@code each} for every row that is not blank, the heading first. */
    static void read(InputStream file, Consumer<List<String>> each) throws IOException {
        BufferedInputStream in = new BufferedInputStream(file, LOOK + 1);
        in.mark(LOOK + 1);
        byte[] start = in.readNBytes(LOOK);
        in.reset();
        Charset charset = charset(start);
        if (charset.equals(StandardCharsets.UTF_8) && marked(start)) {
            in.skipNBytes(3);
        }
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder()
                        .fieldSeparator(separator(new String(start, charset)))
                        .skipEmptyLines(true)
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .ofCsvRecord(new InputStreamReader(in, charset))) {
            for (CsvRecord line : reader) {
                each.accept(line.getFields().stream().map(Formulas::shown).toList());
            }
        }
    }

    private static boolean marked(byte[] start) {
        return start.length >= 3
                && start[0] == (byte) 0xEF
                && start[1] == (byte) 0xBB
                && start[2] == (byte) 0xBF;
    }

    private static Charset charset(byte[] start) {
        // Not the end of input: the last character of the look may be cut in two.
        CoderResult result =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(start), CharBuffer.allocate(start.length), false);
        return result.isError() ? Charset.forName("GB18030") : StandardCharsets.UTF_8;
    }

    private static char separator(String start) {
        String heading = start.lines().findFirst().orElse("");
        char most = ',';
        for (char each : new char[] {';', '\t'}) {
            if (count(heading, each) > count(heading, most)) {
                most = each;
            }
        }
        return most;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(each -> each == wanted).count();
    }
}
