package dev.waystation.platform.foundation.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.sheets.TableIn;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Files as people bring them. */
class SheetTest {

    private static final List<IntakeColumn> COLUMNS =
            List.of(
                    column("member", "会员号", "Member number", "会员编号"),
                    column("phone", "手机号", "Phone", "手机号码", "联系电话"),
                    column("document", "证件号码", "Document number", "身份证号"));

    @Test
    void headingsMatchWithoutSpacesCaseWidthBracketsAndByTheirSynonyms() {
        assertThat(match("会员号", "手机号", "证件号码")).containsExactly("member", "phone", "document");
        assertThat(match(" 会 员 编 号 ", "手机号码（必填）", "*身份证号"))
                .containsExactly("member", "phone", "document");
        assertThat(match("MEMBER_NUMBER", "phone", "Ｄｏｃｕｍｅｎｔ Number"))
                .containsExactly("member", "phone", "document");
        assertThat(match("Member Id", "备注", "错误原因")).containsExactly("", "", "");
    }

    @Test
    void twoHeadingsOfOneMeaningGiveItToTheFirst() {
        assertThat(match("手机号", "联系电话")).containsExactly("phone", "");
    }

    @Test
    void readsUtf8WithAndWithoutItsMarkAndWhatChineseSpreadsheetsWrite() throws IOException {
        String text = "姓名,手机号\n买买提·吐尔逊,13800000000\n";
        List<List<String>> wanted =
                List.of(List.of("姓名", "手机号"), List.of("买买提·吐尔逊", "13800000000"));
        assertThat(read(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(wanted);
        assertThat(read(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8))).isEqualTo(wanted);
        assertThat(read(text.getBytes(Charset.forName("GB18030")))).isEqualTo(wanted);
        assertThat(read(text.replace(',', ';').getBytes(StandardCharsets.UTF_8))).isEqualTo(wanted);
        assertThat(read(text.replace(',', '\t').getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(wanted);
    }

    @Test
    void aCharacterCutInTwoAtTheEndOfTheFirstLookDoesNotMakeItAnotherEncoding() throws IOException {
        String text = "姓名\n" + "名".repeat(200_000) + "\n";
        for (String shift : List.of("", "a", "ab")) {
            List<List<String>> rows = read((shift + text).getBytes(StandardCharsets.UTF_8));
            assertThat(rows.get(1).getFirst()).hasSize(200_000).startsWith("名名");
        }
    }

    @Test
    void readsDatesAndAmountsAsPeopleTypeThemAndSaysWhatIsWrongInWords() {
        for (String date : List.of("1990-01-02", "1990/1/2", "19900102", "1990年1月2日", "１９９０.1.2")) {
            assertThat(cells("day", date).date("day"))
                    .as(date)
                    .hasValueSatisfying(day -> assertThat(day).hasToString("1990-01-02"));
        }
        assertThat(cells("n", "12,000").whole("n", 1_000_000)).contains(12_000L);
        assertThat(cells("n", "¥1,000.50").money("n", 1_000_000)).contains(100_050L);
        assertThat(cells("n", "是").yes("n")).contains(true);
        Cells wrong = cells("n", "1.234");
        assertThat(wrong.money("n", 1_000_000)).isEmpty();
        assertThat(wrong.faults().getFirst().why().zh()).contains("1.234").contains("1000.50");
        Cells noDay = cells("day", "2026-02-30");
        assertThat(noDay.date("day")).isEmpty();
        assertThat(noDay.faults()).hasSize(1);
    }

    @Test
    void findsTheLineAKeyCameInFirstAmongManyLikeASetWould() {
        SeenKeys seen = new SeenKeys();
        Map<Long, Integer> naive = new java.util.HashMap<>();
        Random random = new Random(7);
        for (int line = 2; line < 60_000; line++) {
            long key = random.nextInt(40_000) * 0x9E37_79B9_7F4A_7C15L;
            Integer before = naive.putIfAbsent(key, line);
            assertThat(seen.firstLine(key, line)).isEqualTo(before == null ? line : before);
        }
    }

    private static Cells cells(String column, String text) {
        return new Cells(new IntakeRow(2, Map.of(column, text), new UUID(0, 0)));
    }

    private static List<String> match(String... headings) {
        return Headings.match(List.of(headings), COLUMNS);
    }

    private static List<List<String>> read(byte[] file) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        TableIn.read(new ByteArrayInputStream(file), rows::add);
        return rows;
    }

    private static IntakeColumn column(String key, String zh, String en, String... synonyms) {
        Said said = new Said(zh, en);
        return new IntakeColumn(key, said, List.of(synonyms), false, said, "");
    }
}
