package dev.waystation.platform.members.membership;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.foundation.intake.ImportDesk;
import dev.waystation.platform.foundation.jobs.Jobs;
import dev.waystation.platform.foundation.sheets.TableIn;
import dev.waystation.testkit.Capability;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Members in workbooks, the way most offices bring them. */
@PlatformIT
class ImportWorkbookIT {

    @Autowired Members members;
    @Autowired Jobs jobs;
    @Autowired MockMvc mvc;
    @Autowired JsonMapper json;

    private ImportDesk desk;

    @BeforeEach
    void open() {
        desk = new ImportDesk(mvc, jobs, json);
    }

    @Test
    @Capability("X26")
    void aWorkbookOfTheExportGoesInAgainAndChangesNothing() throws Exception {
        Registration one = People.born(LocalDate.of(1990, 1, 2));
        members.register(one);
        List<List<String>> rows = rows(desk.take("/v1/import-subjects/members/rows.xlsx"));
        List<List<String>> hers =
                rows.stream()
                        .filter(row -> row.equals(rows.getFirst()) || row.contains(one.phone()))
                        .toList();
        assertThat(hers.get(1)).contains(one.documentNumber());

        String id = desk.upload("members", "会员.xlsx", workbook(hers));
        JsonNode checked = desk.step(id, "check");

        assertThat(ImportDesk.counts(checked)).containsExactly(0L, 0L, 1L, 0L);
        assertThat(desk.refusal(id, "run")).isEqualTo("IMPORT_HAS_NOTHING_TO_DO");
    }

    @Test
    @Capability("X26")
    void aDocumentNumberTheSpreadsheetCutShortIsRefusedInWordsAndTheErrorWorkbookGoesInAgain()
            throws Exception {
        Registration fresh = People.born(LocalDate.of(1991, 3, 4));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(file, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("1");
            List<String> heading = List.of("姓 名", "手机号码（必填）", "身份证号", "城市");
            for (int i = 0; i < heading.size(); i++) {
                sheet.value(0, i, heading.get(i));
            }
            sheet.value(1, 0, "欧阳雪");
            sheet.value(1, 1, Long.parseLong(fresh.phone()));
            sheet.value(1, 2, 110_101_199_103_040_011L);
            sheet.value(1, 3, "WUH");
        }
        String id = desk.upload("members", "会员.xlsx", file.toByteArray());
        assertThat(ImportDesk.counts(desk.step(id, "check"))).containsExactly(0L, 0L, 0L, 1L);
        List<List<String>> refused = rows(desk.take("/v1/imports/" + id + "/refused.xlsx"));
        assertThat(refused.getFirst()).endsWith("城市", "错误原因");
        assertThat(refused.get(1).getLast()).contains("科学计数法").contains("文本");

        List<String> mended = new ArrayList<>(refused.get(1));
        mended.set(2, fresh.documentNumber());
        String again =
                desk.upload("members", "会员-改.xlsx", workbook(List.of(refused.getFirst(), mended)));
        desk.step(again, "check");
        assertThat(ImportDesk.counts(desk.step(again, "run"))).containsExactly(1L, 0L, 0L, 0L);
        assertThat(desk.exportOf("members", List.of(fresh.phone()))).contains("欧阳雪");
    }

    @Test
    @Capability("X26")
    void aWorkbookNobodyCanReadIsRefusedWithWhatToDoAndLeavesNothing() throws Exception {
        byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0, 0, 0, 0};
        assertThat(desk.offer("members", "老表.xls", old).get("code").asString())
                .isEqualTo("IMPORT_WORKBOOK_IS_OLD");
        byte[] broken = "PK\u0003\u0004 broken".getBytes(StandardCharsets.UTF_8);
        JsonNode answer = desk.offer("members", "坏表.xlsx", broken);
        assertThat(answer.get("code").asString()).isEqualTo("IMPORT_WORKBOOK_IS_BROKEN");
        assertThat(answer.toString()).contains("坏表.xlsx");
    }

    private static List<List<String>> rows(byte[] file) throws IOException {
        assertThat(file).isNotEmpty();
        List<List<String>> rows = new ArrayList<>();
        TableIn.read(new ByteArrayInputStream(file), rows::add);
        return rows;
    }

    private static byte[] workbook(List<List<String>> rows) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(file, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("1");
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).size(); column++) {
                    sheet.value(row, column, rows.get(row).get(column));
                }
            }
        }
        return file.toByteArray();
    }
}
