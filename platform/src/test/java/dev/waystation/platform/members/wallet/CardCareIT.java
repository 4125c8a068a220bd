package dev.waystation.platform.members.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.waystation.platform.SignIn;
import dev.waystation.platform.members.wallet.model.FlowSheet;
import dev.waystation.platform.members.wallet.usecase.CareForCard;
import dev.waystation.platform.members.wallet.usecase.RefundCard;
import dev.waystation.testkit.Capability;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;

/** A card that is given back, lost or replaced, and the sheet of its day. */
class CardCareIT extends CardDesk {

    @Test
    @Capability("L75")
    void aTopUpIsReclaimedWithinSevenDaysUnlessTheServiceWasUsedBefore() {
        long card = named();
        topUp(card, 100_000, 20_000);
        value.pay(payment(30_000, "park"));
        assertThat(refund(card, firstTopUp(card)))
                .as("unspent principal; the gift of the top-up goes with it")
                .isEqualTo(new RefundCard.Outcome.PaidBack(70_000));
        assertThat(points.balance(somebody.memberId(), StoredValue.GIFT).spendable()).isZero();
        topUp(card, 50_000, 0);
        // The clock stands still in tests: this top-up came after the payment.
        jdbc.sql("update wallet.top_up set at = at + interval '1 minute' where top_up_no = :number")
                .param("number", lastTopUp(card))
                .update();
        assertThat(refund(card, lastTopUp(card)))
                .isEqualTo(new RefundCard.Outcome.Refused(CardRefusal.SERVICE_USED_BEFORE));
        later(card, 8);
        assertThat(refund(card, lastTopUp(card)))
                .isEqualTo(new RefundCard.Outcome.Refused(CardRefusal.WITHDRAWAL_TOO_LATE));
        assertThat(show.verify().sound()).isTrue();
    }

    @Test
    @Capability("L75")
    void laterTheCardIsRefundedByTheRatioOfWhatWasPaidAndTheSameAnswerComesTwice() {
        long card = named();
        topUp(card, 300_000, 100_000);
        value.pay(payment(359_400, "railway"));
        UUID reference = UUID.randomUUID();
        RefundCard.Command command = new RefundCard.Command(reference, card, null, "staff:1");
        assertThat(refund.handle(command)).isEqualTo(new RefundCard.Outcome.PaidBack(30_450));
        assertThat(refund.handle(command)).isEqualTo(new RefundCard.Outcome.PaidBack(30_450));
        assertThat(points.balance(somebody.memberId(), StoredValue.GIFT).spendable()).isZero();
        assertThat(code(value.pay(payment(1, "railway"))))
                .isEqualTo(CardRefusal.CARD_IS_NOT_ACTIVE);
        assertThat(show.verify().sound()).isTrue();
    }

    @Test
    @Capability("L77")
    void theDaysSheetAddsUpAndSaysWhatTheCustodyAccountHasToHold() throws Exception {
        FlowSheet before = flow.handle(today());
        long card = named();
        topUp(card, 100_000, 20_000);
        value.pay(payment(30_000, "park"));
        FlowSheet after = flow.handle(today());
        assertThat(after.outstanding() - before.outstanding()).isEqualTo(90_000);
        for (FlowSheet line : List.of(before, after)) {
            assertThat(line.lines())
                    .hasSize(2)
                    .allSatisfy(each ->
                            assertThat(
                                            each.opening()
                                                    + each.toppedUp()
                                                    - each.spent()
                                                    + each.returned()
                                                    - each.refunded()
                                                    + each.other())
                                    .isEqualTo(each.closing()));
        }
        assertThat(after.custodyNeeded() - before.custodyNeeded())
                .as("20 % of 70,000 more principal")
                .isBetween(13_999L, 14_001L);
        flow.holds(today(), after.custodyNeeded() - 1);
        assertThat(flow.handle(today()).custodyShort()).isTrue();
        flow.holds(today(), after.custodyNeeded());
        assertThat(flow.handle(today()).custodyShort()).isFalse();
        assertThat(flow.handle(today().plusYears(2)).dormant()).isPositive();
        mvc.perform(get("/v1/stored-value/flow?day=" + today()).with(SignIn.role("finance")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.lines[0].currency").value("stored_principal"));
    }

    @Test
    @Capability("L78")
    void aLostCardIsFrozenReplacedAndMergedAndTheBalanceStaysWithItsOwner() throws Exception {
        long card = named();
        topUp(card, 40_000, 0);
        care(card, CareForCard.Act.FREEZE, null);
        assertThat(code(value.pay(payment(1, "park")))).isEqualTo(CardRefusal.CARD_IS_NOT_ACTIVE);
        care(card, CareForCard.Act.THAW, null);
        care(card, CareForCard.Act.REPORT_LOST, null);
        assertThat(code(value.pay(payment(1, "park")))).isEqualTo(CardRefusal.CARD_IS_NOT_ACTIVE);
        String fresh = medium + "-new";
        care(card, CareForCard.Act.REISSUE, fresh);
        assertThat(code(value.pay(payment(1, "park")))).isEqualTo(CardRefusal.CARD_IS_UNKNOWN);
        assertThat(value.pay(payment(fresh, 1_000, "park"))).isEqualTo(moved(1_000, 0, 39_000, 0));
        long bearer = opened(null, medium + "-bearer");
        topUp(bearer, 30_000, 6_000);
        care.merge(bearer, card, "staff:1");
        assertThat(points.balance(somebody.memberId(), StoredValue.PRINCIPAL).spendable())
                .isEqualTo(69_000);
        assertThat(points.balance(somebody.memberId(), StoredValue.GIFT).spendable())
                .isEqualTo(6_000);
        assertThat(points.balance(-bearer, StoredValue.PRINCIPAL).spendable()).isZero();
        assertThat(code(value.pay(payment(medium + "-bearer", 1, "park"))))
                .isEqualTo(CardRefusal.CARD_IS_NOT_ACTIVE);
        assertThat(events(card))
                .containsExactly("OPENED", "FREEZE", "THAW", "REPORT_LOST", "REISSUE");
        assertThat(show.verify().sound()).isTrue();
        mvc.perform(
                        post("/v1/cards")
                                .with(SignIn.role("ticket_window"))
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{\"medium\": \"%s\"}".formatted(fresh)))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("MEDIUM_IS_TAKEN"));
    }
}
