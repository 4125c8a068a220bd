package dev.waystation.platform.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.intake.ImportDesk;
import dev.waystation.platform.foundation.jobs.Jobs;
import dev.waystation.platform.members.benefits.model.Campaign;
import dev.waystation.platform.members.benefits.usecase.DraftCampaign;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.People;
import dev.waystation.platform.members.membership.Registration;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.PointsCommand;
import dev.waystation.testkit.Capability;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Points, stored value and coupons from files: what brings value needs a second person. */
@PlatformIT
class ImportBalancesIT {

    @Autowired Members members;
    @Autowired Points points;
    @Autowired DraftCampaign drafts;
    @Autowired Jobs jobs;
    @Autowired Clock clock;
    @Autowired MockMvc mvc;
    @Autowired JsonMapper json;

    private ImportDesk desk;
    private Registration person;
    private long member;

    @BeforeEach
    void open() {
        desk = new ImportDesk(mvc, jobs, json);
        person = People.born(LocalDate.of(1988, 8, 8));
        member = members.register(person).value();
    }

    @Test
    @Capability("X26")
    void aBalanceIsBroughtUpToWhatTheFileSaysOnceAndOnlyAfterSomebodyElseAgreed() throws Exception {
        LocalDate until = LocalDate.now(clock).plusMonths(8);
        String file = "手机号,积分余额,到期日\n%s,\"1,200\",%s\n".formatted(person.phone(), until);
        String id = desk.upload("points", file);
        assertThat(ImportDesk.counts(desk.step(id, "check"))).containsExactly(1L, 0L, 0L, 0L);
        assertThat(desk.refusal(id, "run")).isEqualTo("IMPORT_NEEDS_APPROVAL");
        mvc.perform(post("/v1/imports/" + id + ":approve").with(SignIn.role("administrator")))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("IMPORT_APPROVED_BY_OWNER"));
        approve(id);

        assertThat(desk.step(id, "run").get("state").asString()).isEqualTo("done");

        assertThat(points.balance(member, Points.POINTS).spendable()).isEqualTo(1_200);
        String again = desk.upload("points", file);
        assertThat(ImportDesk.counts(desk.step(again, "check"))).containsExactly(0L, 0L, 1L, 0L);
        String exported = desk.exportOf("points", List.of(PublicId.encode("mbr", member)));
        assertThat(exported).contains(",1200," + until);
        String round = desk.upload("points", exported);
        assertThat(ImportDesk.counts(desk.step(round, "check"))).containsExactly(0L, 0L, 1L, 0L);
        String more = desk.upload("points", exported.replace(",1200,", ",1500,"));
        assertThat(ImportDesk.counts(desk.step(more, "check"))).containsExactly(0L, 1L, 0L, 0L);
        String less = desk.upload("points", exported.replace(",1200,", ",1000,"));
        desk.step(less, "check");
        assertThat(desk.refusedRows(less).toString()).contains("导入不会减少积分");
    }

    @Test
    @Capability("X26")
    void anUndoneBalanceGoesBackAsFarAsItWasNotSpent() throws Exception {
        LocalDate until = LocalDate.now(clock).plusMonths(8);
        String id = run("points", "手机号,积分,有效期至\n%s,1000,%s\n".formatted(person.phone(), until));
        points.post(
                new PointsCommand.Spend(UUID.randomUUID(), member, Points.POINTS, 300, "upgrade"));

        JsonNode undone = desk.step(id, "undo");

        assertThat(undone.get("state").asString()).isEqualTo("partly_undone");
        assertThat(desk.refusedRows(id).toString()).contains("已撤回 700 分，其余 300 分会员已使用");
        assertThat(points.balance(member, Points.POINTS).spendable()).isZero();
    }

    @Test
    @Capability("X26")
    void couponsAreBroughtUpToTheirNumberAndUnusedOnesEndWithAnUndo() throws Exception {
        String campaign = PublicId.encode("cmp", campaign());
        String file = "会员号,优惠券编号,张数\n%s,%s,2\n".formatted(number(), campaign);
        String id = run("coupons", file);

        assertThat(desk.exportOf("coupons", List.of(number()))).contains(campaign + ",2");
        String again = desk.upload("coupons", file);
        assertThat(ImportDesk.counts(desk.step(again, "check"))).containsExactly(0L, 0L, 1L, 0L);
        assertThat(desk.step(id, "undo").get("state").asString()).isEqualTo("undone");
        assertThat(desk.export("coupons")).doesNotContain(number());
    }

    @Test
    @Capability("X26")
    void storedValueOpensTheCardKeepsItsCapAndComesInAgainUnchanged() throws Exception {
        String card = "IMP-" + UUID.randomUUID().toString().substring(0, 8);
        String heading = "卡号,手机号,本金（元）,赠送金（元）\n";
        String first =
                run("stored-value", heading + "%s,%s,1000,200\n".formatted(card, person.phone()));

        assertThat(points.balance(member, "stored_principal").spendable()).isEqualTo(100_000);
        assertThat(points.balance(member, "stored_gift").spendable()).isEqualTo(20_000);
        String exported = desk.exportOf("stored-value", List.of(card));
        assertThat(exported).contains(card + "," + number() + ",,,1000.00,200.00");
        String round = desk.upload("stored-value", exported);
        assertThat(ImportDesk.counts(desk.step(round, "check"))).containsExactly(0L, 0L, 1L, 0L);
        String above =
                run("stored-value", heading + "%s,%s,6000,200\n".formatted(card, person.phone()));
        assertThat(desk.show(above).get("state").asString()).isEqualTo("partial");
        assertThat(desk.refusedRows(above).get(0).get("faults")).hasSize(1);
        assertThat(points.balance(member, "stored_principal").spendable()).isEqualTo(100_000);
        assertThat(desk.step(first, "undo").get("state").asString()).isEqualTo("undone");
        assertThat(points.balance(member, "stored_principal").spendable()).isZero();
        assertThat(points.balance(member, "stored_gift").spendable()).isZero();
    }

    private String run(String subject, String file) throws Exception {
        String id = desk.upload(subject, file);
        JsonNode checked = desk.step(id, "check");
        assertThat(ImportDesk.counts(checked).get(3)).as(desk.refusedRows(id).toString()).isZero();
        approve(id);
        desk.step(id, "run");
        return id;
    }

    private void approve(String id) throws Exception {
        Caller finance = new Caller.Staff(2, "Finance", Set.of(), Set.of("points.approve"));
        mvc.perform(post("/v1/imports/" + id + ":approve").with(SignIn.as(finance)))
                .andExpect(status().isOk());
    }

    private String number() {
        return PublicId.encode("mbr", member);
    }

    private long campaign() {
        Instant now = clock.instant();
        String category = "import " + UUID.randomUUID();
        Campaign draft =
                new Campaign(
                        0,
                        new Said("测试券", "Test coupon"),
                        Campaign.Kind.POOLED,
                        Campaign.State.LIVE,
                        new Campaign.Stacking(category, category),
                        new Campaign.Worth("AMOUNT", 1_000, 0, 0, "CNY"),
                        Set.of(),
                        Map.of(),
                        new Campaign.Window(
                                now.minusSeconds(60), now.plus(Duration.ofDays(30)), null),
                        new Campaign.Limits(null, null, null, 100L, 5));
        return switch (drafts.handle(draft, "")) {
            case DraftCampaign.Outcome.Drafted(Campaign made) -> made.id();
            case DraftCampaign.Outcome.CodeExists exists ->
                    throw new IllegalStateException(exists.toString());
        };
    }
}
