package dev.waystation.platform.foundation.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workbooks as people bring them and as they take them away. */
class WorkbookTest {

    @TempDir Path folder;

    /** Fills the first sheet. */
    private interface Fill {
        void on(Worksheet sheet) throws IOException;
    }

    @Test
    void whatIsWrittenIsReadAgainCellByCellWithDigitsSpacesFormulasAndRareCharacters()
            throws IOException {
        List<List<String>> rows =
                List.of(
                        List.of("姓名", "证件号码", "备注"),
                        List.of("𬱟·吐尔逊", "110101199001011234", "=1+1"),
                        List.of(" Martin  Jeffery ", "00123", "'quoted"),
                        List.of("", "", "+86 138-0000-0000"),
                        List.of("@sum", "-5", "-x"));
        for (TableFormat format : TableFormat.values()) {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            try (TableOut out = format.open(file, 3)) {
                for (List<String> row : rows) {
                    out.row(row);
                }
            }
            assertThat(read(file.toByteArray())).as(format.name()).isEqualTo(rows);
        }
    }

    @Test
    void aCellThatStartsLikeAFormulaIsHarmlessInSeparatedValuesAndANumberStaysOne()
            throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (TableOut out = TableFormat.CSV.open(file, 4)) {
            out.row(List.of("=HYPERLINK(1)", "-12.50", "+8613800000000", "@cmd"));
        }
        assertThat(file.toString(StandardCharsets.UTF_8))
                .contains("'=HYPERLINK(1),-12.50,+8613800000000,'@cmd");
    }

    @Test
    void datesNumbersAndTruthsAreReadAsAPersonReadsThemAndLostDigitsDoNotLookWhole()
            throws IOException {
        byte[] file =
                book(sheet -> {
                    sheet.value(0, 0, LocalDate.of(1990, 1, 2));
                    sheet.style(0, 0).format("yyyy年m月d日").set();
                    sheet.value(0, 1, LocalDateTime.of(2026, 11, 22, 8, 50));
                    sheet.style(0, 1).format("yyyy-mm-dd hh:mm").set();
                    sheet.value(0, 2, 12_000);
                    sheet.style(0, 2).format("#,##0\\d").set();
                    sheet.value(0, 3, 0.1 + 0.2);
                    sheet.value(0, 4, true);
                    sheet.value(0, 5, 13_800_000_000L);
                    sheet.value(0, 6, 110_101_199_001_011_234L);
                    sheet.value(0, 8, "end");
                });
        List<String> row = read(file).getFirst();
        assertThat(row.subList(0, 6))
                .containsExactly(
                        "1990-01-02", "2026-11-22 08:50:00", "12000", "0.3", "TRUE", "13800000000");
        assertThat(row.get(6)).matches("1\\.\\d+E\\+17");
        assertThat(row.subList(7, 9)).containsExactly("", "end");
    }

    @Test
    void theFirstSheetSomebodySeesIsReadAndBlankRowsAreNone() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(file, "test", "1.0")) {
            Worksheet hidden = book.newWorksheet("codes");
            hidden.value(0, 0, "hidden");
            hidden.setVisibilityState(VisibilityState.HIDDEN);
            Worksheet seen = book.newWorksheet("rows");
            seen.value(0, 0, "a");
            seen.value(3, 0, "b");
            seen.value(4, 0, " ");
        }
        assertThat(read(file.toByteArray())).containsExactly(List.of("a"), List.of("b"));
    }

    @Test
    void aFileThatUnpacksToFarMoreThanItSaysIsNotOpened() throws IOException {
        Path bomb = folder.resolve("bomb.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] nothing = new byte[1 << 20];
            for (int i = 0; i < 64; i++) {
                zip.write(nothing);
            }
        }
        assertThat(Files.size(bomb)).isLessThan(1 << 17);
        PackedSize.check(bomb, 65L << 20, 1 << 20);
        assertThatThrownBy(() -> PackedSize.check(bomb, 63L << 20, 1 << 20))
                .isInstanceOfSatisfying(
                        WorkbookRefused.class,
                        refused ->
                                assertThat(refused.why())
                                        .isEqualTo(WorkbookRefused.Cause.TOO_LARGE));
    }

    @Test
    void aFileOfBefore2007AndABrokenOneAreRefusedWithTheirOwnCause() {
        assertThat(cause(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0, 0, 0}))
                .isEqualTo(WorkbookRefused.Cause.OLD_FORM);
        assertThat(cause("PK\u0003\u0004 not really a workbook".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(WorkbookRefused.Cause.BROKEN);
    }

    @Test
    void aHundredThousandRowsPassThroughOneByOne() throws IOException {
        Path file = folder.resolve("many.xlsx");
        try (TableOut out = TableFormat.XLSX.open(Files.newOutputStream(file), 2)) {
            for (int i = 0; i < 100_000; i++) {
                out.row(List.of("row " + i, "110101199001011234"));
            }
        }
        int[] rows = {0};
        TableIn.read(
                Files.newInputStream(file),
                cells -> assertThat(cells.getFirst()).isEqualTo("row " + rows[0]++));
        assertThat(rows[0]).isEqualTo(100_000);
    }

    private static WorkbookRefused.Cause cause(byte[] file) {
        try {
            read(file);
        } catch (WorkbookRefused refused) {
            return refused.why();
        } catch (IOException other) {
            throw new AssertionError(other);
        }
        throw new AssertionError("It was read");
    }

    private static byte[] book(Fill fill) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(file, "test", "1.0")) {
            fill.on(book.newWorksheet("1"));
        }
        return file.toByteArray();
    }

    private static List<List<String>> read(byte[] file) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        TableIn.read(new ByteArrayInputStream(file), rows::add);
        return rows;
    }
}
