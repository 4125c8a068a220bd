package dev.waystation.platform.members.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.members.wallet.usecase.ShowPoints;
import dev.waystation.platform.operators.access.Role;
import dev.waystation.testkit.Capability;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** What people change by hand, and what members claim. */
@PlatformIT
class ReviewIT {

    @Autowired Points points;
    @Autowired ShowPoints show;
    @Autowired JdbcClient jdbc;
    @Autowired MockMvc mvc;
    @Autowired Clock clock;

    private final Wishes somebody = Wishes.ofSomebody();
    private final String member = PublicId.encode("mbr", somebody.memberId());

    @Test
    @Capability("L12")
    void aCorrectionNeedsAReasonAndAboveTheRolesCapASecondPerson() throws Exception {
        adjust(staff(7, "ticket_window"), 500, "").andExpect(status().isBadRequest());
        adjust(staff(7, "ticket_window"), 500, "late train, no points")
                .andExpect(jsonPath("$.state").value("posted"))
                .andExpect(jsonPath("$.spendable").value(500));
        String waiting =
                JsonPath.read(
                        adjust(staff(8, "finance"), 20_001, "partner paid late")
                                .andExpect(jsonPath("$.state").value("waiting"))
                                .andExpect(jsonPath("$.cap").value(20_000))
                                .andReturn()
                                .getResponse()
                                .getContentAsString(),
                        "$.id");
        assertThat(spendable()).isEqualTo(500);
        decide(staff(8, "finance"), waiting)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("SECOND_PERSON_NEEDED"));
        decide(staff(9, "ticket_window"), waiting).andExpect(status().isForbidden());
        decide(staff(9, "finance"), waiting).andExpect(jsonPath("$.state").value("posted"));
        decide(staff(10, "finance"), waiting)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("DECIDED_ALREADY"));
        assertThat(spendable()).isEqualTo(20_501);
        mvc.perform(get("/v1/members/" + member + "/points").with(SignIn.role("finance")))
                .andExpect(jsonPath("$.postings.items[0].actor").value("staff:9"))
                .andExpect(jsonPath("$.postings.items[0].why").isNotEmpty());
        assertThat(show.verify().sound()).isTrue();
    }

    @Test
    void aDeductionBelowZeroIsRefusedAndLeavesNoRequestBehind() throws Exception {
        mvc.perform(
                        post("/v1/members/" + member + "/adjustments")
                                .with(staff(7, "finance"))
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(body("DEDUCT", 10, "wrongly credited")))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("BALANCE_IS_TOO_LOW"));
        mvc.perform(get("/v1/adjustments?member=" + member).with(staff(7, "finance")))
                .andExpect(jsonPath("$.items").isEmpty());
    }

    @Test
    @Capability("L26")
    void aRoleForgivesDebtWithAReason() throws Exception {
        PointsCommand.Credit earn =
                new PointsCommand.Credit(
                        UUID.randomUUID(),
                        somebody.memberId(),
                        Points.QUALIFYING,
                        100,
                        LocalDate.now(clock).plusDays(9),
                        Wishes.WHY,
                        "travel");
        points.post(earn);
        points.post(
                new PointsCommand.Spend(
                        UUID.randomUUID(), somebody.memberId(), Points.QUALIFYING, 100, "review"));
        points.post(somebody.takeBack(earn, 100));
        mvc.perform(
                        get("/v1/me/points?currency=qualifying")
                                .with(SignIn.member(somebody.memberId())))
                .andExpect(jsonPath("$.debt").value(100));
        mvc.perform(
                        post("/v1/members/" + member + "/adjustments")
                                .with(staff(7, "finance"))
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(
                                        body("WRITE_OFF", 100, "our mistake")
                                                .replace("points", "qualifying")))
                .andExpect(jsonPath("$.state").value("posted"));
        assertThat(points.balance(somebody.memberId(), Points.QUALIFYING).debt()).isZero();
        assertThat(show.verify().sound()).isTrue();
    }

    @Test
    @Capability("L30")
    void aMissingTripIsClaimedInTimeOnceDecidedByStaffAndCredited() throws Exception {
        LocalDate today = LocalDate.now(clock);
        claim("E123456", today.minusDays(91)).andExpect(jsonPath("$.code").value("CLAIM_TOO_LATE"));
        claim("E123456", today.plusDays(1))
                .andExpect(jsonPath("$.code").value("CLAIM_BEFORE_TRIP"));
        String id =
                JsonPath.read(
                        claim("E123456", today.minusDays(90))
                                .andExpect(status().isCreated())
                                .andReturn()
                                .getResponse()
                                .getContentAsString(),
                        "$.id");
        claim("E123456", today.minusDays(3)).andExpect(jsonPath("$.code").value("CLAIMED_ALREADY"));
        mvc.perform(get("/v1/claims?state=OPEN").with(staff(7, "operations")))
                .andExpect(jsonPath("$.items[0].evidence").value("photo of the ticket"));
        mvc.perform(
                        post("/v1/claims/" + id + ":decide")
                                .with(staff(7, "operations"))
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(
                                        """
                                        {"points": 250, "decision": "ticket found, not named"}
                                        """))
                .andExpect(jsonPath("$.state").value("ACCEPTED"));
        mvc.perform(get("/v1/me/claims").with(SignIn.member(somebody.memberId())))
                .andExpect(jsonPath("$.items[0].points").value(250))
                .andExpect(jsonPath("$.items[0].decision").value("ticket found, not named"));
        assertThat(spendable()).isEqualTo(250);
        assertThat(
                        jdbc.sql(
                                        """
                                        select body ->> 'actor' from foundation.fact
                                        where type = 'wallet.ClaimDecided' and subject = :member
                                        """)
                                .param("member", somebody.memberId())
                                .query((row, index) -> row.getString(1))
                                .list())
                .containsExactly("staff:7");
    }

    @Test
    @Capability("L30")
    void aTripThatWasCreditedIsNotClaimedAgainAndARejectedClaimMayBeMadeAnew() throws Exception {
        LocalDate today = LocalDate.now(clock);
        points.post(somebody.creditOf("E777", 50, today.plusDays(60)));
        claim("E777", today.minusDays(3)).andExpect(jsonPath("$.code").value("CREDITED_ALREADY"));
        String id =
                JsonPath.read(
                        claim("E888", today.minusDays(3))
                                .andReturn()
                                .getResponse()
                                .getContentAsString(),
                        "$.id");
        mvc.perform(
                        post("/v1/claims/" + id + ":decide")
                                .with(staff(7, "operations"))
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(
                                        """
                                        {"points": 0, "decision": "the ticket is not readable"}
                                        """))
                .andExpect(jsonPath("$.state").value("REJECTED"));
        claim("E888", today.minusDays(3)).andExpect(status().isCreated());
        assertThat(spendable()).isEqualTo(50);
    }

    private ResultActions claim(String order, LocalDate trip) throws Exception {
        return mvc.perform(
                post("/v1/me/claims")
                        .with(SignIn.member(somebody.memberId()))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(
                                """
                                {"order": "%s", "tripOn": "%s", "evidence": "photo of the ticket"}
                                """
                                        .formatted(order, trip)));
    }

    private ResultActions adjust(RequestPostProcessor who, long amount, String reason)
            throws Exception {
        return mvc.perform(
                post("/v1/members/" + member + "/adjustments")
                        .with(who)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body("CREDIT", amount, reason)));
    }

    private ResultActions decide(RequestPostProcessor who, String id) throws Exception {
        return mvc.perform(
                post("/v1/adjustments/" + id + ":approve")
                        .with(who)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"));
    }

    private static String body(String kind, long amount, String reason) {
        return """
        {"currency": "points", "kind": "%s", "amount": %d, "reason": "%s"}
        """
                .formatted(kind, amount, reason);
    }

    private static RequestPostProcessor staff(long id, String role) {
        return SignIn.as(
                new Caller.Staff(
                        id, "Test", Set.of(role), Role.of(role).orElseThrow().permissions()));
    }

    private long spendable() {
        return points.balance(somebody.memberId(), Points.POINTS).spendable();
    }
}
