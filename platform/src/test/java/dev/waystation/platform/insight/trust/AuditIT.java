package dev.waystation.platform.insight.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.facts.Fact;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.foundation.jobs.Jobs;
import dev.waystation.platform.foundation.sheets.TableIn;
import dev.waystation.platform.insight.trust.usecase.KeepTrail;
import dev.waystation.platform.members.membership.facts.PersonalDataRevealed;
import dev.waystation.platform.operators.access.facts.StaffChanged;
import dev.waystation.testkit.Capability;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@PlatformIT
class AuditIT {

    @Autowired FactLog facts;
    @Autowired FactPump pump;
    @Autowired KeepTrail trail;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient jdbc;
    @Autowired MockMvc mvc;
    @Autowired Clock clock;
    @Autowired Jobs jobs;
    @Autowired JsonMapper json;

    @Test
    void aRevealIsInTheTrailAndAnAlteredEntryIsFound() throws Exception {
        for (long staff = 71; staff <= 73; staff++) {
            PersonalDataRevealed fact =
                    new PersonalDataRevealed(staff, 9, "phone", "lost item", clock.instant());
            transaction.executeWithoutResult(done -> facts.append(fact));
        }
        pump.drain();
        mvc.perform(get("/v1/audit").with(SignIn.role("auditor")))
                .andExpect(jsonPath("$.items[0].actor").value("staff:73"))
                .andExpect(jsonPath("$.items[0].action").value("PersonalDataRevealed"))
                .andExpect(jsonPath("$.items[0].title.zh").value("查看会员隐私"))
                .andExpect(jsonPath("$.items[0].said.en").value("phone; reason: lost item"));
        assertThat(trail.firstBroken()).isEmpty();
        alter("staff:72", "staff:74");
        assertThat(trail.firstBroken()).isPresent();
        alter("staff:74", "staff:72");
        assertThat(trail.firstBroken()).isEmpty();
    }

    @Test
    @Capability("X28")
    void theTrailOfOneThingIsReadFromItsPageAndByWhoDidIt() throws Exception {
        append(new PersonalDataRevealed(81, 4_711, "phone", "lost item", clock.instant()));
        append(new PersonalDataRevealed(82, 4_712, "name", "lost item", clock.instant()));
        // A member of staff with the same number is another thing.
        append(
                new StaffChanged(
                        4_711,
                        "staff:81",
                        Set.of(),
                        Set.of("finance"),
                        true,
                        true,
                        clock.instant()));
        pump.drain();
        String member = PublicId.encode("mbr", 4_711);
        audit("?about=" + member)
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].actor").value("staff:81"))
                .andExpect(jsonPath("$.items[0].about").value(member));
        audit("?about=" + PublicId.encode("stf", 4_711))
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].action").value("StaffChanged"));
        audit("?by=" + PublicId.encode("stf", 81) + "&action=PersonalDataRevealed")
                .andExpect(jsonPath("$.items.length()").value(1));
        audit("?about=" + member + "&to=" + clock.instant().minusSeconds(60))
                .andExpect(jsonPath("$.items").isEmpty());
        audit("?about=run_5").andExpect(jsonPath("$.code").value("MALFORMED"));
    }

    @Test
    @Capability("X28")
    void anAuditorTakesTheTrailAlongAndRecountsEveryDigestElsewhere() throws Exception {
        append(
                new PersonalDataRevealed(
                        83, 4_713, "phone", "=1+1", clock.instant().plusNanos(999)));
        pump.drain();
        MvcResult started =
                mvc.perform(get("/v1/audit/entries.csv").with(SignIn.role("auditor"))).andReturn();
        byte[] file =
                mvc.perform(asyncDispatch(started))
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray();
        List<List<String>> rows = new ArrayList<>();
        TableIn.read(new ByteArrayInputStream(file), rows::add);
        rows.removeFirst();
        assertThat(rows).hasSizeGreaterThan(1);
        for (int i = 0; i < rows.size(); i++) {
            List<String> row = rows.get(i);
            Instant at = Instant.parse(row.get(1));
            String text =
                    String.join(
                            "\n",
                            row.get(11),
                            row.get(0),
                            row.get(9),
                            Long.toString(at.getEpochSecond()),
                            Integer.toString(at.getNano() / 1_000),
                            row.get(3),
                            row.get(5),
                            row.get(10),
                            row.get(8));
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            assertThat(HexFormat.of().formatHex(digest)).as(text).isEqualTo(row.get(12));
            if (i + 1 < rows.size()) {
                assertThat(row.get(11)).isEqualTo(rows.get(i + 1).get(12));
            }
        }
        mvc.perform(get("/v1/audit/entries.csv").with(SignIn.role("gate")))
                .andExpect(status().isForbidden());
    }

    @Test
    @Capability("X28")
    void theVerifyButtonSaysWholeAndThenNamesTheAlteredEntryAndTheReceiptThatDiffers()
            throws Exception {
        // A real clock tells more than the database keeps.
        append(
                new PersonalDataRevealed(
                        91, 4_714, "phone", "lost item", clock.instant().plusNanos(999)));
        pump.drain();
        JsonNode before = verified("");
        assertThat(before.get("trail").get("firstBroken").isNull()).isTrue();
        String receipt =
                json.readTree(audit("/proof").andReturn().getResponse().getContentAsString())
                        .get("receipt")
                        .asString();
        assertThat(verified(receipt).get("trail").get("firstBroken").isNull()).isTrue();
        alter("staff:91", "staff:92");
        JsonNode after = verified("");
        assertThat(after.get("sound").asBoolean()).isFalse();
        assertThat(after.get("trail").get("firstBroken").asLong())
                .isEqualTo(trail.firstBroken().orElseThrow());
        alter("staff:92", "staff:91");
        String other =
                receipt.replaceFirst("trail (\\d+) [0-9a-f]{64}", "trail $1 " + "ab".repeat(32));
        assertThat(verified(other).get("trail").get("firstBroken").isNull()).isFalse();
        verify("trail 12").andExpect(jsonPath("$.code").value("MALFORMED"));
    }

    private JsonNode verified(String receipt) throws Exception {
        String asked = verify(receipt).andReturn().getResponse().getContentAsString();
        jobs.awaitAll();
        return Objects.requireNonNull(
                jobs.find(json.readTree(asked).get("id").asString()).orElseThrow().result());
    }

    private ResultActions verify(String receipt) throws Exception {
        return mvc.perform(
                post("/v1/audit:verify")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json.writeValueAsString(Map.of("receipt", receipt)))
                        .with(SignIn.role("auditor")));
    }

    private ResultActions audit(String rest) throws Exception {
        return mvc.perform(get("/v1/audit" + rest).with(SignIn.role("auditor")));
    }

    private void append(Fact fact) {
        transaction.executeWithoutResult(_ -> facts.append(fact));
    }

    private void alter(String from, String to) {
        jdbc.sql("update trust.audit_entry set actor = :to where actor = :from")
                .param("to", to)
                .param("from", from)
                .update();
    }
}
