package dev.waystation.platform.members.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.Together;
import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.members.wallet.usecase.ClaimPoints;
import dev.waystation.platform.members.wallet.usecase.TakeClaim;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Several people at the claims desk. */
@PlatformIT
class ClaimDeskIT {

    private static final AtomicInteger ORDER = new AtomicInteger(7_700_000);

    @Autowired ClaimPoints claim;
    @Autowired TakeClaim take;
    @Autowired JdbcClient jdbc;
    @Autowired MockMvc mvc;
    @Autowired Clock clock;

    @BeforeEach
    void anEmptyDesk() {
        jdbc.sql(
                        "update wallet.claim set state = 'REJECTED', decision = 'of another test' "
                                + "where state = 'OPEN'")
                .update();
    }

    @Test
    void twoPeopleNeverHaveOneClaimInHandAndOnlyTheHolderDecides() throws Exception {
        String first = claimed();
        String second = claimed();
        hand(staff(71)).andExpect(jsonPath("$.claim.id").value(first));
        hand(staff(71)).andExpect(jsonPath("$.claim.id").value(first));
        hand(staff(72))
                .andExpect(jsonPath("$.claim.id").value(second))
                .andExpect(jsonPath("$.queue.open").value(2))
                .andExpect(jsonPath("$.queue.others").value(1));
        hand(staff(73)).andExpect(jsonPath("$.claim").doesNotExist());
        decide(staff(72), first, 500)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("CLAIM_IN_OTHER_HANDS"));
        decide(staff(71), first, 500).andExpect(jsonPath("$.state").value("ACCEPTED"));
        // What is put off is free for the colleague, and comes back to nobody else meanwhile.
        hand(staff(72), second).andExpect(jsonPath("$.claim").doesNotExist());
        hand(staff(71))
                .andExpect(jsonPath("$.claim.id").value(second))
                .andExpect(jsonPath("$.queue.mineToday").value(1));
        mvc.perform(post("/v1/claims:leave").with(staff(71))).andExpect(status().isNoContent());
        decide(staff(72), second, 0).andExpect(jsonPath("$.state").value("REJECTED"));
    }

    @Test
    void aTurnEndsByItselfAndTheDeskKnowsHowLongOneTakes() throws Exception {
        String only = claimed();
        hand(staff(74)).andExpect(jsonPath("$.claim.id").value(only));
        hand(staff(75)).andExpect(jsonPath("$.claim").doesNotExist());
        jdbc.sql(
                        "update wallet.claim set taken_at = taken_at - interval '5 minutes', "
                                + "taken_until = :now where state = 'OPEN'")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        hand(staff(75)).andExpect(jsonPath("$.claim.id").value(only));
        jdbc.sql(
                        "update wallet.claim set taken_at = taken_at - interval '90 seconds' "
                                + "where state = 'OPEN'")
                .update();
        decide(staff(75), only, 0).andExpect(status().isOk());
        assertThat(take.handle("staff:75", List.of()).queue().secondsEach()).isPositive();
        String member = PublicId.encode("mbr", jdbc.sql(LAST_MEMBER).query(Long.class).single());
        mvc.perform(get("/v1/claims?member=" + member).with(staff(75)))
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].id").value(only));
    }

    @Test
    void sixtyFourAtTheDeskGetSixtyFourClaims() throws Exception {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            all.add(claimed());
        }
        List<String> taken = Together.run(64, client -> inHand("staff:" + (1_000 + client)));
        assertThat(taken).containsExactlyInAnyOrderElementsOf(all);
        // Negative control: 64 who only look at the head of the queue all see one claim.
        jdbc.sql("update wallet.claim set taken_until = taken_at where state = 'OPEN'").update();
        List<Long> seen = Together.run(64, client -> jdbc.sql(HEAD).query(Long.class).single());
        assertThat(seen.stream().distinct()).hasSize(1);
    }

    private String inHand(String who) {
        return take.handle(who, List.of())
                .claim()
                .map(each -> PublicId.encode("clm", each.id()))
                .orElse("none");
    }

    private static final String HEAD =
            "select claim_id from wallet.claim where state = 'OPEN' order by asked_at limit 1";

    private static final String LAST_MEMBER =
            "select member_id from wallet.claim order by claim_id desc limit 1";

    private String claimed() {
        var outcome =
                claim.handle(
                        new ClaimPoints.Command(
                                Wishes.ofSomebody().memberId(),
                                "E" + ORDER.incrementAndGet(),
                                LocalDate.now(clock).minusDays(6),
                                "the points never came"));
        return outcome instanceof ClaimPoints.Outcome.Queued(long id)
                ? PublicId.encode("clm", id)
                : "refused";
    }

    private ResultActions hand(RequestPostProcessor who, String... passed) throws Exception {
        String ids = passed.length == 0 ? "" : "\"" + String.join("\",\"", passed) + "\"";
        return mvc.perform(
                post("/v1/claims:take")
                        .with(who)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"passed\":[" + ids + "]}"));
    }

    private ResultActions decide(RequestPostProcessor who, String id, long points)
            throws Exception {
        return mvc.perform(
                post("/v1/claims/" + id + ":decide")
                        .with(who)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(
                                "{\"points\":%d,\"decision\":\"looked into it\"}"
                                        .formatted(points)));
    }

    private static RequestPostProcessor staff(long id) {
        return SignIn.as(
                new Caller.Staff(id, "Desk", Set.of("operations"), Set.of("points.adjust")));
    }
}
