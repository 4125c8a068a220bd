package dev.waystation.platform.members.membership;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.foundation.intake.ImportDesk;
import dev.waystation.platform.foundation.jobs.Jobs;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.PointsCredit;
import dev.waystation.testkit.Capability;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Members from a file: dry run, run, refused rows, round trip and undo. */
@PlatformIT
class ImportMembersIT {

    private static final LocalDate BORN = LocalDate.of(1990, 2, 1);

    @Autowired Members members;
    @Autowired Points points;
    @Autowired Jobs jobs;
    @Autowired FactPump pump;
    @Autowired Clock clock;
    @Autowired JdbcClient jdbc;
    @Autowired MockMvc mvc;
    @Autowired JsonMapper json;

    private ImportDesk desk;

    @BeforeEach
    void open() {
        desk = new ImportDesk(mvc, jobs, json);
    }

    @Test
    @Capability("X26")
    void aDryRunCountsWhatEachRowWouldDoAndChangesNothing() throws Exception {
        Registration old = People.born(BORN);
        long member = members.register(old).value();
        Registration fresh = People.born(BORN);
        long before = members.count();
        String id =
                desk.upload(
                        "members",
                        "姓 名,手机号码（必填）,身份证号,城市代码\n"
                                + row(fresh, "测试乙", "WUH")
                                + row(old, "测试甲", "WUH")
                                + row(old, "测试甲", "WUH")
                                + "阿依古丽·买买提,123,110101199002010000,WUH\n");

        JsonNode checked = desk.step(id, "check");

        assertThat(checked.get("state").asString()).isEqualTo("checked");
        assertThat(ImportDesk.counts(checked)).containsExactly(1L, 0L, 1L, 2L);
        assertThat(members.count()).as("nothing changed").isEqualTo(before);
        JsonNode refused = desk.refusedRows(id);
        assertThat(refused.get(0).get("line").asInt()).isEqualTo(4);
        assertThat(said(refused.get(0), 0)).contains("第 3 行重复");
        assertThat(refused.get(1).get("faults")).hasSize(2);
        assertThat(said(refused.get(1), 0)).doesNotContainPattern("[A-Z]_").contains("最后一位");
        assertThat(said(refused.get(1), 1)).contains("不是手机号");
        assertThat(members.card(member)).isPresent();
    }

    @Test
    @Capability("X26")
    void aRunMakesAndChangesMembersAndEndsAsPartialSuccessWhenRowsWereRefused() throws Exception {
        Registration old = People.born(BORN);
        long member = members.register(old).value();
        Registration fresh = People.born(BORN);
        String id =
                desk.upload(
                        "members",
                        "姓名,手机,证件号,城市,短信营销同意\n"
                                + row(fresh, "买买提·吐尔逊", "URC").replace("\n", ",是\n")
                                + row(old, "测试甲", "CAN").replace("\n", ",\n")
                                + "无证件,13800000000,,WUH,否\n");
        assertThat(desk.refusal(id, "run")).isEqualTo("IMPORT_NOT_CHECKED");
        desk.step(id, "check");

        JsonNode done = desk.step(id, "run");

        assertThat(done.get("state").asString()).isEqualTo("partial");
        assertThat(ImportDesk.counts(done)).containsExactly(1L, 1L, 0L, 1L);
        assertThat(jobs.find(done.get("jobId").asString()).orElseThrow().state())
                .isEqualTo("partial");
        assertThat(members.card(member).orElseThrow().cityCode()).isEqualTo("CAN");
        assertThat(desk.exportOf("members", List.of(fresh.phone())))
                .contains("买买提·吐尔逊")
                .contains("是");
        assertThat(desk.refusal(id, "run")).isEqualTo("IMPORT_HAS_RUN");
    }

    @Test
    @Capability("X26")
    void theFileOfRefusedRowsIsTheirOriginalWithTheReasonAndGoesInAgainAsItIs() throws Exception {
        Registration fresh = People.born(BORN);
        String heading = "备注,姓名,手机号,证件号码,城市\n";
        String id =
                desk.upload(
                        "members", heading + "老客户,张三,,%s,WUH\n".formatted(fresh.documentNumber()));
        desk.step(id, "check");

        String refused = desk.refusedFile(id);

        assertThat(refused.lines().toList())
                .containsExactly(
                        "\uFEFF备注,姓名,手机号,证件号码,城市,错误原因",
                        "老客户,张三,,%s,WUH,“手机号”没有填写".formatted(fresh.documentNumber()));
        String corrected = refused.replace("张三,,", "张三," + fresh.phone() + ",");
        String again = desk.upload("members", corrected);
        assertThat(ImportDesk.counts(desk.step(again, "check"))).containsExactly(1L, 0L, 0L, 0L);
        assertThat(desk.refusedFile(again).lines()).hasSize(1);
    }

    @Test
    @Capability("X26")
    void whatIsExportedComesInAgainAndChangesNothing() throws Exception {
        Registration card = People.born(BORN);
        members.register(card);
        Registration passport =
                new Registration(
                        People.born(BORN).phone(),
                        "Martin Jeffery Thomas James",
                        "passport",
                        "P" + card.documentNumber().substring(6, 14),
                        BORN,
                        "male",
                        "CAN",
                        "web");
        members.register(passport);
        Registration rare = People.born(BORN);
        members.register(
                new Registration(
                        rare.phone(),
                        "𬱟𠮷",
                        rare.documentType(),
                        rare.documentNumber(),
                        BORN,
                        "unknown",
                        "WUH",
                        "web"));
        String file =
                desk.exportOf("members", List.of(card.phone(), passport.phone(), rare.phone()));
        assertThat(file).contains("𬱟𠮷").contains("Martin Jeffery Thomas James");

        String id = desk.upload("members", file);
        JsonNode checked = desk.step(id, "check");

        assertThat(ImportDesk.counts(checked)).containsExactly(0L, 0L, 3L, 0L);
        assertThat(desk.refusal(id, "run")).isEqualTo("IMPORT_HAS_NOTHING_TO_DO");
        String changed = desk.upload("members", file.replace(",CAN,", ",BJP,"));
        assertThat(ImportDesk.counts(desk.step(changed, "check")))
                .as("the control: one changed cell is seen")
                .containsExactly(0L, 1L, 2L, 0L);
    }

    @Test
    @Capability("X26")
    void aRunIsUndoneForADayAndLeavesWhatSomethingElseWasBuiltOn() throws Exception {
        Registration old = People.born(BORN);
        long changed = members.register(old).value();
        Registration goes = People.born(BORN);
        Registration stays = People.born(BORN);
        String id =
                desk.upload(
                        "members",
                        "姓名,手机号,证件号码,城市\n"
                                + row(old, "测试丙", "CAN")
                                + row(goes, "测试丁", "WUH")
                                + row(stays, "测试戊", "WUH"));
        desk.step(id, "check");
        assertThat(ImportDesk.counts(desk.step(id, "run"))).containsExactly(2L, 1L, 0L, 0L);
        pump.drain();
        long kept = made(stays);
        assertThat(known(made(goes))).as("audiences know the imported member").isEqualTo(1);
        long went = made(goes);
        points.credit(
                new PointsCredit(
                        UUID.randomUUID(),
                        kept,
                        Points.POINTS,
                        10,
                        LocalDate.now(clock).plusDays(30),
                        Explanation.of(new Said("测试", "test")),
                        "travel"));

        JsonNode undone = desk.step(id, "undo");

        assertThat(undone.get("state").asString()).isEqualTo("partly_undone");
        assertThat(undone.get("undone").asInt()).isEqualTo(2);
        assertThat(members.card(changed).orElseThrow().cityCode()).isEqualTo("WUH");
        assertThat(desk.export("members")).doesNotContain(goes.phone());
        pump.drain();
        assertThat(known(went)).as("and forget the one that was undone").isZero();
        assertThat(trail(changed)).contains("MemberCorrected");
        assertThat(members.card(kept)).isPresent();
        assertThat(said(desk.refusedRows(id).get(0), 0)).contains("未撤销").contains("流水");
        String again = desk.upload("members", "姓名,手机号,证件号码,城市\n" + row(goes, "测试丁", "WUH"));
        assertThat(ImportDesk.counts(desk.step(again, "check")))
                .as("phone and document are free again")
                .containsExactly(1L, 0L, 0L, 0L);
    }

    @Test
    void afterADayARunStaysAsItIs() throws Exception {
        Registration fresh = People.born(BORN);
        String id = desk.upload("members", "姓名,手机号,证件号码,城市\n" + row(fresh, "测试己", "WUH"));
        desk.step(id, "check");
        desk.step(id, "run");
        jdbc.sql("update intake.file set ended_at = ended_at - interval '24 hours 1 second'")
                .update();

        assertThat(desk.refusal(id, "undo")).isEqualTo("IMPORT_UNDO_TOO_LATE");
    }

    @Test
    void namesTheColumnThatIsMissingAndTakesAnotherMeaningOfColumns() throws Exception {
        Registration fresh = People.born(BORN);
        String id = desk.upload("members", "甲,乙,丙,丁\n" + row(fresh, "测试庚", "WUH"));
        assertThat(ImportDesk.counts(desk.step(id, "check"))).containsExactly(0L, 0L, 0L, 1L);
        mvc.perform(
                        org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put(
                                        "/v1/imports/" + id + "/columns")
                                .contentType(org.springframework.http.MediaType.APPLICATION_JSON)
                                .content(
                                        """
                                        {"columns":["name","phone","document","city"]}
                                        """)
                                .with(dev.waystation.platform.SignIn.role("operations")))
                .andExpect(
                        org.springframework.test.web.servlet.result.MockMvcResultMatchers.status()
                                .isOk());
        assertThat(ImportDesk.counts(desk.step(id, "check"))).containsExactly(1L, 0L, 0L, 0L);
    }

    @Test
    void rowsOfUploadedFilesAreNowhereInClear() throws Exception {
        Registration fresh = People.born(BORN);
        desk.upload("members", "姓名,手机号,证件号码,城市\n" + row(fresh, "测试辛", "WUH"));
        byte[] sealed =
                jdbc.sql("select sealed from intake.chunk order by file_id desc limit 1")
                        .query(byte[].class)
                        .single();
        assertThat(new String(sealed, java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain(fresh.phone())
                .doesNotContain("测试辛");
    }

    private long known(long id) {
        return jdbc.sql("select count(*) from audience.member_trait where member_id = :m")
                .param("m", id)
                .query(Long.class)
                .single();
    }

    private List<String> trail(long id) {
        return jdbc.sql("select action from trust.audit_entry where subject = :m")
                .param("m", id)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private long made(Registration registration) throws Exception {
        String line =
                desk.exportOf("members", List.of(registration.phone())).lines().toList().get(1);
        return PublicId.decode("mbr", line.substring(0, line.indexOf(',')));
    }

    private static String row(Registration each, String name, String city) {
        return "%s,%s,%s,%s\n".formatted(name, each.phone(), each.documentNumber(), city);
    }

    private static String said(JsonNode row, int fault) {
        return row.get("faults").get(fault).get("why").get("zh").asString();
    }
}
