package dev.waystation.platform.members.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.waystation.ledger.LedgerRefusal;
import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.testkit.Capability;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** What members and staff read, and how a repeated write is known. */
@PlatformIT
class StatementIT {

    @Autowired Points points;
    @Autowired JdbcClient jdbc;
    @Autowired MockMvc mvc;
    @Autowired Clock clock;

    private final Wishes somebody = Wishes.ofSomebody();

    @Test
    @Capability("L4")
    void aBalanceSaysWhatIsAvailablePendingHeldOwedExpiredEverCreditedAndEndingWhen()
            throws Exception {
        LocalDate soon = today().plusDays(30);
        points.post(somebody.credit(300, soon));
        points.post(somebody.credit(200, today().plusDays(60)));
        points.post(somebody.promise("ord_1", 40, null));
        points.post(
                new PointsCommand.Hold(
                        UUID.randomUUID(),
                        somebody.memberId(),
                        Points.POINTS,
                        100,
                        clock.instant().plusSeconds(60),
                        "upgrade"));
        mine("").andExpect(jsonPath("$.spendable").value(400))
                .andExpect(jsonPath("$.held").value(100))
                .andExpect(jsonPath("$.pending").value(40))
                .andExpect(jsonPath("$.debt").value(0))
                .andExpect(jsonPath("$.expired").value(0))
                .andExpect(jsonPath("$.credited").value(500))
                .andExpect(jsonPath("$.expiring[0].lastDay").value(soon.toString()))
                .andExpect(jsonPath("$.expiring[0].amount").value(200))
                .andExpect(jsonPath("$.expiring[1].amount").value(200));
    }

    @Test
    @Capability("L9")
    void aStatementIsFilteredByKindDayAndOrderAndEveryLineSaysWhyByWhomAndFromWhichLots()
            throws Exception {
        points.post(somebody.creditOf("ord_7", 300, today().plusDays(30)));
        points.post(somebody.credit(200, today().plusDays(60)));
        points.post(
                new PointsCommand.Spend(
                        UUID.randomUUID(),
                        somebody.memberId(),
                        Points.POINTS,
                        350,
                        "upgrade",
                        Note.by("staff:3", "ord_8")));
        mine("?order=ord_7")
                .andExpect(jsonPath("$.postings.items.length()").value(1))
                .andExpect(jsonPath("$.postings.items[0].rule").value("base@3"))
                .andExpect(jsonPath("$.postings.items[0].why").isNotEmpty())
                .andExpect(jsonPath("$.postings.items[0].balanceAfter").value(300));
        mine("?kind=spend")
                .andExpect(jsonPath("$.postings.items.length()").value(1))
                .andExpect(jsonPath("$.postings.items[0].actor").value("staff:3"))
                .andExpect(jsonPath("$.postings.items[0].lots[0].amount").value(300))
                .andExpect(jsonPath("$.postings.items[0].lots[1].amount").value(50));
        mine("?from=" + today().plusDays(1)).andExpect(jsonPath("$.postings.items").isEmpty());
        mine("?kind=credit&from=" + today() + "&to=" + today())
                .andExpect(jsonPath("$.postings.items.length()").value(2));
        mine("?kind=nonsense").andExpect(status().isBadRequest());
    }

    @Test
    @Capability("L10")
    void staffReadTheBalanceOfAPastInstant() throws Exception {
        points.post(somebody.credit(300, today().plusDays(30)));
        String path =
                "/v1/members/" + PublicId.encode("mbr", somebody.memberId()) + "/points/as-of?at=";
        mvc.perform(get(path + clock.instant()).with(SignIn.role("auditor")))
                .andExpect(jsonPath("$.spendable").value(300));
        mvc.perform(get(path + clock.instant().minusSeconds(1)).with(SignIn.role("auditor")))
                .andExpect(jsonPath("$.spendable").value(0));
    }

    @Test
    @Capability("L3")
    void aWriteWithoutKeyIsRefusedARepetitionGetsItsAnswerAndAnotherBodyAConflictForEver()
            throws Exception {
        String key = UUID.randomUUID().toString();
        mvc.perform(
                        post(path())
                                .with(SignIn.role("finance"))
                                .with(request -> {
                                    request.removeHeader("Idempotency-Key");
                                    return request;
                                })
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(body(100)))
                .andExpect(status().isBadRequest());
        adjust(key, 100).andExpect(jsonPath("$.spendable").value(100));
        adjust(key, 100)
                .andExpect(header().string("Idempotent-Replay", "true"))
                .andExpect(jsonPath("$.spendable").value(100));
        // Years later the edge has forgotten the answer and the request. The journal has not.
        jdbc.sql("delete from foundation.idempotency").update();
        jdbc.sql("delete from wallet.adjustment where member_id = :member")
                .param("member", somebody.memberId())
                .update();
        adjust(key, 101)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("REFERENCE_MEANS_SOMETHING_ELSE"));
        adjust(key, 100).andExpect(jsonPath("$.spendable").value(100));
        assertThat(points.balance(somebody.memberId(), Points.POINTS).spendable()).isEqualTo(100);
    }

    @Test
    void everyRefusalOfTheEngineHasItsSentence() {
        assertThat(Arrays.stream(LedgerRefusal.values()).map(WalletRefusal::of))
                .hasSize(LedgerRefusal.values().length);
    }

    private String path() {
        return "/v1/members/" + PublicId.encode("mbr", somebody.memberId()) + "/adjustments";
    }

    private ResultActions adjust(String key, long amount) throws Exception {
        return mvc.perform(
                post(path())
                        .header("Idempotency-Key", key)
                        .with(SignIn.role("finance"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body(amount)));
    }

    private static String body(long amount) {
        return """
        {"currency": "points", "kind": "CREDIT", "amount": %d, "reason": "missing points"}
        """
                .formatted(amount);
    }

    private ResultActions mine(String query) throws Exception {
        return mvc.perform(get("/v1/me/points" + query).with(SignIn.member(somebody.memberId())));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
