package dev.waystation.platform.members.benefits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.members.benefits.model.Campaign;
import dev.waystation.platform.members.benefits.model.StackRules;
import dev.waystation.platform.members.benefits.usecase.DecideStacking;
import dev.waystation.testkit.Capability;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** How coupons go together, as staff sees, tries and changes it. */
@PlatformIT
class StackingIT {

    @Autowired AutowireCapableBeanFactory beans;
    @Autowired DecideStacking stacking;
    @Autowired FactPump pump;
    @Autowired MockMvc mvc;
    @Autowired Clock clock;

    private String one = "";
    private String other = "";
    private String plain = "";
    private String alone = "";
    private StackRules before = StackRules.usual();

    @BeforeEach
    void twoCampaigns() {
        before = stacking.show().rules();
        Campaigns campaigns = beans.createBean(Campaigns.class);
        plain = "p" + clock.millis();
        alone = "a" + clock.millis();
        one =
                id(
                        campaigns.live(
                                "AMOUNT",
                                2_000,
                                Campaign.Kind.PUBLIC,
                                Campaigns.total(10),
                                null,
                                plain));
        other =
                id(
                        campaigns.live(
                                "AMOUNT",
                                3_000,
                                Campaign.Kind.PUBLIC,
                                Campaigns.total(10),
                                null,
                                alone));
    }

    @AfterEach
    void asItWas() {
        stacking.decide(before, "test");
    }

    @Test
    @Capability("L66")
    void rulesAreTriedOnACartBeforeTheyHoldAndTheAnswerSaysWhichCouponLostToWhat()
            throws Exception {
        int version = stacking.show().version();
        mvc.perform(
                        post("/v1/coupon-stacking:try")
                                .with(SignIn.role("operations"))
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(
                                        """
                                        {"rules":%s,"cart":{"currency":"CNY","lines":[
                                        {"key":"1","product":"rail.second","minor":26000}]},
                                        "campaigns":["%s","%s"]}
                                        """
                                                .formatted(rules(), one, other)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.now.discountMinor").value(5_000))
                .andExpect(jsonPath("$.then.discountMinor").value(3_000))
                .andExpect(jsonPath("$.then.skipped[0].code").value("COUPON_IS_EXCLUSIVE"))
                .andExpect(jsonPath("$.then.why.reasons[1].text.zh").isNotEmpty());
        assertThat(stacking.show().version()).as("nothing is decided").isEqualTo(version);
    }

    @Test
    @Capability("L66")
    void aChangeTakesTheVersionItWasMadeOnAndTheNextCartIsPricedByIt() throws Exception {
        String tag =
                mvc.perform(get("/v1/coupon-stacking").with(SignIn.role("operations")))
                        .andExpect(status().isOk())
                        .andExpect(
                                jsonPath("$.coupons[?(@.id=='" + one + "')].category").value(plain))
                        .andReturn()
                        .getResponse()
                        .getHeader(HttpHeaders.ETAG);
        change(null, rules()).andExpect(status().isPreconditionRequired());
        change(tag, rules())
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.rules.categories[0].code").value(alone))
                .andExpect(jsonPath("$.rules.categories[0].name.zh").value("独享"))
                .andExpect(jsonPath("$.decidedBy").isNotEmpty());
        change(tag, rules()).andExpect(status().isPreconditionFailed());
        pump.drain();
        mvc.perform(get("/v1/audit").with(SignIn.role("auditor")))
                .andExpect(
                        jsonPath(
                                        "$.items[?(@.title.en=='Decided which coupons go"
                                                + " together')].said.en")
                                .value(hasItem("version " + stacking.show().version())));
        mvc.perform(
                        post("/v1/coupon-stacking:try")
                                .with(SignIn.role("operations"))
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(
                                        """
                                        {"rules":%s,"cart":{"currency":"CNY","lines":[
                                        {"key":"1","product":"rail.second","minor":26000}]},
                                        "campaigns":["%s","%s"]}
                                        """
                                                .formatted(rules(), one, other)))
                .andExpect(jsonPath("$.now.discountMinor").value(3_000));
    }

    @Test
    void rulesThatMeanNothingAreRefusedWithTheFieldAndWhatToDo() throws Exception {
        String tag = "\"v" + stacking.show().version() + "\"";
        change(tag, rules().replace("\"exclusive\"", "\"lonely\""))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.values.field").value("categories.company"));
        change(tag, rules().replace("\"mostApplied\":5", "\"mostApplied\":31"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.values.field").value("mostApplied"));
        change(tag, rules().replace("\"most\":1", "\"most\":0"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.values.field").value("categories.most"));
    }

    private ResultActions change(@Nullable String tag, String rules) throws Exception {
        var request =
                put("/v1/coupon-stacking")
                        .with(SignIn.role("operations"))
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(rules);
        return mvc.perform(tag == null ? request : request.header(HttpHeaders.IF_MATCH, tag));
    }

    private String rules() {
        return """
        {"mostSent":30,"mostApplied":5,"leastPayMinor":1,"sequence":"by_category","categories":[
        {"code":"%s","name":{"zh":"独享","en":"Alone"},"company":"exclusive",\
        "base":"remaining","most":1}],"groups":[]}
        """
                .formatted(alone);
    }

    private static String id(long campaign) {
        return PublicId.encode("cmp", campaign);
    }
}
