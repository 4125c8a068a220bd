package dev.waystation.platform.members.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.members.membership.model.Document;
import dev.waystation.platform.members.membership.model.IdentityClaim;
import dev.waystation.platform.members.membership.usecase.AddTraveller;
import dev.waystation.testkit.Capability;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@PlatformIT
class HouseholdIT {

    private static final LocalDate GROWN = LocalDate.of(1985, 6, 1);
    private static final LocalDate CHILD = LocalDate.of(2015, 6, 1);

    @Autowired MockMvc mvc;
    @Autowired Members members;
    @Autowired Households households;
    @Autowired AddTraveller add;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;

    @Test
    @Capability("L84")
    void adultsConsentThemselvesAndBelongAfterAWaitingTime() throws Exception {
        long owner = adult();
        long other = adult();
        as(owner, post("/v1/me/household")).andExpect(status().isOk());
        invite(owner, other).andExpect(status().isOk());
        invite(owner, other).andExpect(jsonPath("$.code").value("HOUSEHOLD_INVITED_ALREADY"));
        accept(owner, other).andExpect(jsonPath("$.code").value("HOUSEHOLD_NOT_YOURS_TO_DECIDE"));
        accept(other, other).andExpect(jsonPath("$.household.kin.length()").value(2));
        Household family = households.ofMember(other).orElseThrow();
        LocalDate today = LocalDate.now(clock);
        assertThat(family.joins(owner, other, today.plusDays(6))).isFalse();
        assertThat(family.joins(owner, other, today.plusDays(7))).isTrue();
        as(adult(), post("/v1/me/household/invitations"), "{\"who\": \"x\"}")
                .andExpect(jsonPath("$.code").value("HOUSEHOLD_NOT_FOUND"));
        invite(other, adult())
                .andExpect(jsonPath("$.code").value("HOUSEHOLD_OWNER_ONLY_DOES_THIS"));
    }

    @Test
    @Capability("L84")
    void aMinorJoinsThroughAGuardianWhoHasThemOnTheListAndLeavesWithThem() throws Exception {
        long owner = adult();
        long guardian = adult();
        Registration child = People.born(CHILD);
        long minor = members.register(child).value();
        form(owner, guardian);
        as(minor, post("/v1/me/household"))
                .andExpect(jsonPath("$.code").value("HOUSEHOLD_NEEDS_ADULT"));
        invite(owner, minor).andExpect(status().isOk());
        accept(minor, minor).andExpect(jsonPath("$.code").value("HOUSEHOLD_NEEDS_GUARDIAN"));
        accept(guardian, minor).andExpect(jsonPath("$.code").value("HOUSEHOLD_NEEDS_GUARDIAN"));
        add.handle(
                new AddTraveller.Command(
                        guardian,
                        new IdentityClaim(
                                "测试甲", Document.IDENTITY_CARD, child.documentNumber(), CHILD)));
        accept(guardian, minor).andExpect(status().isOk());
        Household.Kin joined =
                households.ofMember(minor).flatMap(each -> each.of(minor)).orElseThrow();
        assertThat(joined.role()).isEqualTo(Household.Role.MINOR);
        assertThat(joined.monthlyLimit()).as("until the owner allows more").isZero();
        share(minor, minor, 50)
                .andExpect(jsonPath("$.code").value("HOUSEHOLD_NOT_YOURS_TO_DECIDE"));
        share(guardian, minor, 50).andExpect(status().isOk());
        end(guardian, guardian, false).andExpect(status().isOk());
        assertThat(households.ofMember(minor)).as("nobody answers for them there").isEmpty();
    }

    @Test
    @Capability("L84")
    void whoLeavesCoolsOffAndWhoIsBannedDoesNotComeBack() throws Exception {
        long owner = adult();
        long left = adult();
        long banned = adult();
        form(owner, left, banned);
        end(left, left, false).andExpect(status().isOk());
        invite(owner, left).andExpect(jsonPath("$.code").value("HOUSEHOLD_COOLING_OFF"));
        as(left, post("/v1/me/household"))
                .andExpect(jsonPath("$.code").value("HOUSEHOLD_COOLING_OFF"));
        end(owner, banned, true).andExpect(status().isOk());
        end(owner, owner, false).andExpect(jsonPath("$.code").value("HOUSEHOLD_OWNER_STAYS"));
        monthsAgo(left);
        monthsAgo(banned);
        invite(owner, banned).andExpect(jsonPath("$.code").value("HOUSEHOLD_BANNED"));
        invite(owner, left).andExpect(status().isOk());
        accept(left, left).andExpect(status().isOk());
        as(owner, post("/v1/me/household:hand-over"), id(left)).andExpect(status().isOk());
        assertThat(households.ofMember(owner).orElseThrow().ownerId()).isEqualTo(left);
        as(left, post("/v1/me/household:disband")).andExpect(status().isOk());
        assertThat(households.ofMember(owner)).isEmpty();
        as(owner, post("/v1/me/household"))
                .andExpect(jsonPath("$.code").value("HOUSEHOLD_COOLING_OFF"));
    }

    @Test
    @Capability("L84")
    void theOperatorFreezesAFamilyForAReason() throws Exception {
        long owner = adult();
        form(owner);
        String family = PublicId.encode("hsh", households.ofMember(owner).orElseThrow().id());
        mvc.perform(
                        post("/v1/households/" + family + ":freeze")
                                .with(SignIn.staff("households.freeze"))
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{\"reason\": \"points traded\"}"))
                .andExpect(status().isOk());
        assertThat(households.ofMember(owner).orElseThrow().frozenFor()).isEqualTo("points traded");
        mvc.perform(
                        post("/v1/households/" + family + ":thaw")
                                .with(SignIn.staff("households.freeze")))
                .andExpect(jsonPath("$.frozenFor").doesNotExist());
    }

    @Test
    @Capability("L84")
    void ofManyWhoAcceptAtOnceEightBelong() throws Exception {
        long owner = adult();
        form(owner);
        List<Callable<Integer>> accepting = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            long one = adult();
            invite(owner, one);
            accepting.add(() -> accept(one, one).andReturn().getResponse().getStatus());
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(12)) {
            List<Integer> answers = new ArrayList<>();
            for (var each : pool.invokeAll(accepting)) {
                answers.add(each.get());
            }
            assertThat(answers.stream().filter(each -> each == 200)).hasSize(7);
        }
        assertThat(households.ofMember(owner).orElseThrow().kin()).hasSize(Household.MOST);
    }

    private long adult() {
        return members.register(People.born(GROWN)).value();
    }

    private void form(long owner, long... others) throws Exception {
        as(owner, post("/v1/me/household")).andExpect(status().isOk());
        for (long each : others) {
            invite(owner, each).andExpect(status().isOk());
            accept(each, each).andExpect(status().isOk());
        }
    }

    private ResultActions invite(long owner, long who) throws Exception {
        return as(
                owner,
                post("/v1/me/household/invitations"),
                "{\"who\": \"%s\"}".formatted(PublicId.encode("mbr", who)));
    }

    private ResultActions accept(long person, long invited) throws Exception {
        String open =
                jdbc.sql(
                                """
                                select id::text from membership.household_invitation
                                where member_id = :member and answer is null
                                """)
                        .param("member", invited)
                        .query(String.class)
                        .single();
        return as(person, post("/v1/me/household/invitations/" + open + ":accept"));
    }

    private ResultActions share(long person, long kin, int percent) throws Exception {
        return as(
                person,
                put("/v1/me/household/kin/" + PublicId.encode("mbr", kin) + "/share"),
                "{\"percent\": %d}".formatted(percent));
    }

    private ResultActions end(long person, long kin, boolean ban) throws Exception {
        return as(
                person,
                delete("/v1/me/household/kin/" + PublicId.encode("mbr", kin) + "?ban=" + ban));
    }

    private ResultActions as(long person, MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(SignIn.member(person)));
    }

    private ResultActions as(long person, MockHttpServletRequestBuilder request, String body)
            throws Exception {
        return as(person, request.contentType(MediaType.APPLICATION_JSON).content(body));
    }

    private static String id(long member) {
        return "{\"memberId\": \"%s\"}".formatted(PublicId.encode("mbr", member));
    }

    /** The clock stands still in tests, so what happened moves back instead. */
    private void monthsAgo(long member) {
        jdbc.sql(
                        """
                        update membership.household_member
                        set joined_at = joined_at - interval '91 days',
                            left_at = left_at - interval '91 days'
                        where member_id = :member
                        """)
                .param("member", member)
                .update();
    }
}
