package dev.waystation.platform.members.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.People;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.PointsCommand;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** An event that earned and did not happen: points and metrics go back once, with a reason. */
@PlatformIT
class ReverseEarningIT {

    @Autowired MockMvc mvc;
    @Autowired Members members;
    @Autowired Points points;
    @Autowired FactPump pump;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;

    private long member;
    private String event = "";

    @BeforeEach
    void somebodyWhoAnsweredAQuiz() throws Exception {
        member = members.register(People.born(LocalDate.of(1990, 2, 1))).value();
        event = "quiz-" + UUID.randomUUID();
        mvc.perform(
                        post("/v1/earning-events")
                                .with(SignIn.role("operations"))
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(
                                        """
                                        {"member":"%s","programme":"park","trigger":"quiz",
                                         "reference":"%s","at":"%s","facts":{"score":80}}
                                        """
                                                .formatted(id(), event, clock.instant())))
                .andExpect(status().isCreated());
        pump.drain();
        assertThat(spendable()).isEqualTo(30);
    }

    @Test
    void whatItEarnedGoesBackOnceAndTheTrailNamesWhoAndWhy() throws Exception {
        reverse(event, "扫错了会员码")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.taken.points").value(30))
                .andExpect(jsonPath("$.kept").isEmpty());

        assertThat(spendable()).isZero();
        reverse(event, "扫错了会员码")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("EARNING_WAS_REVERSED"));
        assertThat(
                        jdbc.sql(
                                        "select reason || actor from loyalty.reversal where member_id = :m")
                                .param("m", member)
                                .query(String.class)
                                .single())
                .isEqualTo("扫错了会员码staff:1");
    }

    @Test
    void whatTheMemberHasSpentIsTakenAsFarAsTheCurrencysModeGoes() throws Exception {
        points.post(
                new PointsCommand.Spend(UUID.randomUUID(), member, Points.POINTS, 20, "upgrade"));

        reverse(event, "答题结果作废").andExpect(status().isOk());

        long debt = points.balance(member, Points.POINTS).debt();
        assertThat(spendable() - debt)
                .as("never more than what the event had brought")
                .isBetween(-20L, 0L);
        assertThat(spendable()).isZero();
    }

    @Test
    void anUnknownEventAndAShortReasonAreRefused() throws Exception {
        reverse("nothing", "没有这回事")
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("EARNING_EVENT_IS_UNKNOWN"));
        reverse(event, "错")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("MALFORMED"));
        assertThat(spendable()).isEqualTo(30);
    }

    private ResultActions reverse(String reference, String reason) throws Exception {
        return mvc.perform(
                post("/v1/members/" + id() + "/earning-reversals")
                        .with(SignIn.role("finance"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(
                                """
                                {"reference":"%s","reason":"%s"}
                                """
                                        .formatted(reference, reason)));
    }

    private long spendable() {
        return points.balance(member, Points.POINTS).spendable();
    }

    private String id() {
        return PublicId.encode("mbr", member);
    }
}
