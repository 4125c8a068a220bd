package dev.waystation.platform.insight.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.People;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.PointsCommand;
import dev.waystation.testkit.Capability;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** One member on one page: what happened, why it is so, and who looked behind the mask. */
@PlatformIT
class MemberPageIT {

    @Autowired Members members;
    @Autowired Points points;
    @Autowired FactPump pump;
    @Autowired MockMvc mvc;
    @Autowired Clock clock;

    @Test
    @Capability("X3")
    void oneTimelineReasonsForEachFigureAndALoggedReveal() throws Exception {
        long number = members.register(People.born(LocalDate.of(1980, 6, 1))).value();
        String page = "/v1/members/" + PublicId.encode("mbr", number);
        points.post(
                new PointsCommand.Credit(
                        UUID.randomUUID(),
                        number,
                        Points.POINTS,
                        1_250,
                        LocalDate.now(clock).plusYears(1),
                        Explanation.of(new Said("为一次行程", "for a trip")),
                        "travel"));
        pump.drain();
        pump.drain();
        String view = ask(page);
        assertThat(JsonPath.<String>read(view, "$.tier.why.sentence.zh")).isNotBlank();
        assertThat(JsonPath.<List<Object>>read(view, "$.tags[*].why"))
                .hasSameSizeAs(JsonPath.<List<Object>>read(view, "$.tags[*]"));
        assertThat(JsonPath.<Integer>read(view, "$.year.trips")).isZero();
        assertThat(
                        JsonPath.<List<String>>read(
                                ask(page + "/timeline?limit=100"), "$.items[*].kind"))
                .contains("registered", "points_credited");
        String why = JsonPath.read(ask(page + "/points"), "$.postings.items[0].why");
        assertThat(JsonPath.<String>read(ask("/v1/explanations/" + why), "$.sentence.zh"))
                .contains("行程");
        reveal(page, "").andExpect(status().isBadRequest());
        reveal(page, "旅客来电核对订单 " + number).andExpect(status().isOk());
        pump.drain();
        assertThat(ask("/v1/audit?limit=100")).contains("旅客来电核对订单 " + number);
        mvc.perform(get(page + "/benefits").with(SignIn.role("gate")))
                .andExpect(status().isForbidden());
        mvc.perform(get(page + "/benefits").with(SignIn.role("ticket_window")))
                .andExpect(jsonPath("$.coupons").isArray())
                .andExpect(jsonPath("$.entitlements").isArray());
    }

    private ResultActions reveal(String page, String reason) throws Exception {
        return mvc.perform(
                post(page + ":reveal")
                        .with(SignIn.role("administrator"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"field\":\"phone\",\"reason\":\"" + reason + "\"}"));
    }

    private String ask(String path) throws Exception {
        return mvc.perform(get(path).with(SignIn.role("administrator")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
