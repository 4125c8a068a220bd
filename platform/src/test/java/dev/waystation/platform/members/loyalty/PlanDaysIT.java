package dev.waystation.platform.members.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.foundation.wiring.VenueZone;
import dev.waystation.testkit.Capability;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The calendar of multiplier days: set ahead, drafted as a rule, published with a time. */
@PlatformIT
class PlanDaysIT {

    @Autowired MockMvc mvc;
    @Autowired Clock clock;
    @Autowired FactPump pump;

    private String day = "";
    private LocalDate date = LocalDate.EPOCH;

    @BeforeEach
    void aDayNobodyKnows() {
        day = "fair-" + UUID.randomUUID().toString().substring(0, 8);
        date = LocalDate.ofInstant(clock.instant(), VenueZone.DEFAULT).plusDays(40);
    }

    @AfterEach
    void noDaysLeft() throws Exception {
        plan(day, "[]", null);
    }

    @Test
    @Capability("X11")
    void aDayWithAFactorIsADraftUntilItIsPublishedAndThenTheMonthShowsItsFactor() throws Exception {
        plan(day, "[\"%s\", \"%s\"]".formatted(date, date.plusDays(1)), "3")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.month").value(YearMonth.from(date).toString()));
        assertThat(factor()).as("a draft multiplies nothing").isNull();
        String draft = "$.days[%d].factors[?(@.day == '%s')].state".formatted(index(), day);
        assertThat((List<?>) JsonPath.read(month(), draft)).hasToString("[\"draft\"]");

        mvc.perform(RuleRequests.write("/days-" + day + ":publish", "{}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("live"))
                .andExpect(jsonPath("$.versions[0].sentence.zh").value("在“集市”的消费：基础积分 × 3。"));

        assertThat(factor()).isEqualTo("3");
        pump.drain();
        mvc.perform(get("/v1/audit").with(SignIn.role("auditor")))
                .andExpect(jsonPath("$.items[0].action").value("SpecialDaysPlanned"))
                .andExpect(jsonPath("$.items[0].said.zh").value("集市：2 天，拟 3 倍"));
    }

    @Test
    @Capability("X11")
    void aDayThatHasBegunStaysAndBadPlansAreRefusedEachByItsName() throws Exception {
        LocalDate today = LocalDate.ofInstant(clock.instant(), VenueZone.DEFAULT);
        plan(day, "[\"%s\"]".formatted(today), null)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("SPECIAL_DAY_HAS_BEGUN"))
                .andExpect(jsonPath("$.values.day").value(today.toString()));
        plan(day, "[\"%s\"]".formatted(today.plusYears(4)), null)
                .andExpect(jsonPath("$.code").value("SPECIAL_DAY_IS_TOO_FAR"));
        plan(day, "[]", "0.5")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].pointer").value("/factor"));
        plan("Fair Day", "[]", null).andExpect(status().isBadRequest());
        mvc.perform(
                        get("/v1/earning-programmes/park/calendar?month=soon")
                                .with(SignIn.role("operations")))
                .andExpect(status().isBadRequest());
    }

    @Test
    void ofTwoWhoPlanFromTheSameCalendarTheSecondIsTold() throws Exception {
        String version =
                mvc.perform(calendar())
                        .andExpect(header().exists("ETag"))
                        .andReturn()
                        .getResponse()
                        .getHeader("ETag");
        plan(day, "[\"%s\"]".formatted(date), null).andExpect(status().isOk());
        mvc.perform(
                        request(day, "[\"%s\"]".formatted(date.plusDays(3)), null)
                                .header("If-Match", String.valueOf(version)))
                .andExpect(status().isPreconditionFailed());
    }

    private String factor() throws Exception {
        return JsonPath.read(month(), "$.days[%d].factor".formatted(index()));
    }

    private int index() {
        return date.getDayOfMonth() - 1;
    }

    private String month() throws Exception {
        return mvc.perform(calendar())
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }

    private MockHttpServletRequestBuilder calendar() {
        return get("/v1/earning-programmes/park/calendar?month=" + YearMonth.from(date))
                .with(SignIn.role("operations"));
    }

    private ResultActions plan(String code, String dates, @Nullable String factor)
            throws Exception {
        return mvc.perform(request(code, dates, factor));
    }

    private static MockHttpServletRequestBuilder request(
            String code, String dates, @Nullable String factor) {
        return put("/v1/earning-programmes/park/special-days/{day}", code)
                .with(SignIn.role("operations"))
                .contentType(MediaType.APPLICATION_JSON)
                .content(
                        """
                        {"name": {"zh": "集市", "en": "fair days"}, "dates": %s, "factor": %s}
                        """
                                .formatted(dates, factor == null ? "null" : '"' + factor + '"'));
    }
}
