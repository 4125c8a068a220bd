package dev.waystation.platform.members.benefits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.members.benefits.model.Campaign;
import dev.waystation.testkit.Capability;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** What a coupon designer sees beside the form, before anything is written. */
@PlatformIT
class TryCampaignIT {

    @Autowired AutowireCapableBeanFactory beans;
    @Autowired JdbcClient jdbc;
    @Autowired MockMvc mvc;
    @Autowired Clock clock;

    private Campaigns campaigns;

    @BeforeEach
    void desk() {
        campaigns = beans.createBean(Campaigns.class);
    }

    @Test
    @Capability("X10")
    void threeTicketsOf260YuanWith50OffFrom200Cost210AndNothingIsWritten() throws Exception {
        long before = written();
        tried("AMOUNT", 5_000, 0, 20_000, "\"total\":1000", "fresh" + clock.millis())
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.offer.zh").value("满 200 元减 50 元"))
                .andExpect(jsonPath("$.price.originalMinor").value(26_000))
                .andExpect(jsonPath("$.price.payMinor").value(21_000))
                .andExpect(jsonPath("$.price.applied.length()").value(1))
                .andExpect(jsonPath("$.price.why.sentence.zh").isNotEmpty())
                // The ceiling: a thousand uses of fifty yuan.
                .andExpect(jsonPath("$.ceilingMinor").value(5_000_000));
        // Negative control: from 300 yuan on it does not count, and the answer says why.
        tried("AMOUNT", 5_000, 0, 30_000, "\"total\":1000", "fresh" + clock.millis())
                .andExpect(jsonPath("$.price.payMinor").value(26_000))
                .andExpect(jsonPath("$.price.skipped.length()").value(1))
                .andExpect(jsonPath("$.price.skipped[0].code").isNotEmpty());
        assertThat(written()).isEqualTo(before);
    }

    @Test
    @Capability("X10")
    void aRunningCampaignOfTheSameCategoryIsShownWithTheOneThatCounts() throws Exception {
        String category = "c" + clock.millis();
        long running =
                campaigns.live(
                        "AMOUNT", 2_000, Campaign.Kind.PUBLIC, Campaigns.total(10), null, category);
        String met = "$.meetings[?(@.id=='" + PublicId.encode("cmp", running) + "')]";
        tried("AMOUNT", 5_000, 0, 0, "\"total\":10", category)
                .andExpect(jsonPath(met + ".together").value(false))
                .andExpect(jsonPath(met + ".counts.zh").value("试用券"))
                .andExpect(jsonPath(met + ".payMinor").value(21_000));
        tried("AMOUNT", 5_000, 0, 0, "\"total\":10", category + "x")
                .andExpect(jsonPath(met + ".together").value(true))
                .andExpect(jsonPath(met + ".payMinor").value(19_000));
    }

    @Test
    @Capability("X10")
    void whatNothingBoundsHasNoCeiling() throws Exception {
        String category = "fresh" + clock.millis();
        tried("PERCENT", 1_000, 0, 0, "\"total\":10", category)
                .andExpect(jsonPath("$.eachMinor").doesNotExist())
                .andExpect(jsonPath("$.ceilingMinor").doesNotExist());
        tried("PERCENT", 1_000, 3_000, 0, "\"claimStock\":20", category)
                .andExpect(jsonPath("$.uses").value(20))
                .andExpect(jsonPath("$.ceilingMinor").value(60_000));
        tried("AMOUNT", 1_000, 0, 0, "\"perMember\":1", category)
                .andExpect(jsonPath("$.uses").doesNotExist())
                .andExpect(jsonPath("$.ceilingMinor").doesNotExist());
    }

    private long written() {
        return jdbc.sql("select count(*) from benefits.campaign").query(Long.class).single();
    }

    private ResultActions tried(
            String effect, long value, long cap, long minimum, String limit, String category)
            throws Exception {
        Instant now = clock.instant();
        String body =
                """
                {"draft":{"name":{"zh":"试用券","en":"A try"},"kind":"personal","category":"%s",
                "worth":{"kind":"%s","value":%d,"capMinor":%d,"minimumMinor":%d,"currency":"CNY"},
                "products":["rail"],"condition":{},"startsAt":"%s","endsAt":"%s",
                "limits":{%s,"claimsPerMember":1}},
                "cart":{"currency":"CNY","lines":[
                {"key":"1","product":"rail.second","minor":10000},
                {"key":"2","product":"rail.second","minor":10000},
                {"key":"3","product":"rail.second","minor":6000}],"facts":{}}}
                """
                        .formatted(
                                category,
                                effect,
                                value,
                                cap,
                                minimum,
                                now,
                                now.plus(Duration.ofDays(3)),
                                limit);
        return mvc.perform(
                post("/v1/coupon-campaigns:try")
                        .with(SignIn.role("operations"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body));
    }
}
