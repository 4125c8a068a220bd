package dev.waystation.platform.members.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.testkit.Capability;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** What a member agreed to and withdrew is a ledger: provable, and never rewritten. */
@PlatformIT
class ConsentLedgerIT {

    @Autowired Members members;
    @Autowired JdbcClient jdbc;
    @Autowired MockMvc mvc;

    @Test
    @Capability("CDP-14")
    void aWithdrawalIsALineOfItsOwnWithTextVersionAndTheRequestThatSaidIt() throws Exception {
        long member = members.register(People.born(LocalDate.of(1990, 2, 1))).value();
        say(member, true);
        say(member, false);

        mvc.perform(
                        get("/v1/members/" + PublicId.encode("mbr", member) + "/consent-lines")
                                .with(SignIn.role("operations")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[?(@.purpose=='marketing')].granted").isArray())
                .andExpect(jsonPath("$.items[?(@.purpose=='marketing')].sequence").isArray())
                .andExpect(jsonPath("$.items[0].textVersion").value("2026-01"))
                .andExpect(
                        jsonPath("$.items[0].proof")
                                .value(org.hamcrest.Matchers.startsWith("request ")));
        mvc.perform(get("/v1/me/consent-lines").with(SignIn.member(member)))
                .andExpect(jsonPath("$.items.length()").value(4));
        assertThat(
                        jdbc.sql(
                                        """
                                        select count(distinct proof) from membership.consent_change
                                        where member_id = :m and purpose = 'marketing'
                                        """)
                                .param("m", member)
                                .query(Long.class)
                                .single())
                .as("each was said by a request of its own")
                .isEqualTo(2);
    }

    @Test
    @Capability("CDP-14")
    void theDatabaseRefusesToChangeOrRemoveALine() {
        long member = members.register(People.born(LocalDate.of(1990, 2, 1))).value();
        for (String sql :
                new String[] {
                    "update membership.consent_change set granted = true where member_id = :m",
                    "delete from membership.consent_change where member_id = :m"
                }) {
            assertThatThrownBy(() -> jdbc.sql(sql).param("m", member).update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("append-only");
        }
    }

    private void say(long member, boolean yes) throws Exception {
        mvc.perform(
                        put("/v1/me/consents")
                                .with(SignIn.member(member))
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(
                                        """
                                        {"choices":[{"channel":"sms","purpose":"marketing","granted":%s}]}
                                        """
                                                .formatted(yes)))
                .andExpect(status().isOk());
    }
}
