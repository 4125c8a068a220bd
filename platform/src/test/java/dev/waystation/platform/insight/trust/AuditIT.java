package dev.waystation.platform.insight.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.insight.trust.usecase.KeepTrail;
import dev.waystation.platform.members.membership.facts.PersonalDataRevealed;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformIT
class AuditIT {

    @Autowired FactLog facts;
    @Autowired FactPump pump;
    @Autowired KeepTrail trail;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient jdbc;
    @Autowired MockMvc mvc;
    @Autowired Clock clock;

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

    private void alter(String from, String to) {
        jdbc.sql("update trust.audit_entry set actor = :to where actor = :from")
                .param("to", to)
                .param("from", from)
                .update();
    }
}
