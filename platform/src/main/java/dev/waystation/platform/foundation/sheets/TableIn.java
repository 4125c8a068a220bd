package dev.waystation.platform.foundation.sheets;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads a table whatever file it comes in: separated values in the usual encodings, or a workbook.
 */
public final class TableIn {

    private static final int LOOK = 8;

    private TableIn() {}

    /**
     * Calls {@code each} for every row that is not blank, the heading first.
     *
     * @throws WorkbookRefused when the file is a workbook nobody should open
     */
    public static void read(InputStream file, Consumer<List<String>> each) throws IOException {
        BufferedInputStream in = new BufferedInputStream(file);
        in.mark(LOOK);
        byte[] start = in.readNBytes(LOOK);
        in.reset();
        if (starts(start, 'P', 'K', 3, 4)) {
            WorkbookIn.read(in, each);
        } else if (starts(start, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new WorkbookRefused(WorkbookRefused.Cause.OLD_FORM);
        } else {
            SeparatedValues.read(in, each);
        }
    }

    private static boolean starts(byte[] start, int... wanted) {
        for (int i = 0; i < wanted.length; i++) {
            if (start.length <= i || start[i] != (byte) wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
