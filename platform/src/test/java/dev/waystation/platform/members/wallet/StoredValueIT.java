package dev.waystation.platform.members.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

import dev.waystation.platform.SignIn;
import dev.waystation.platform.members.wallet.usecase.CareForCard;
import dev.waystation.testkit.Capability;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Money that people paid in advance: principal and gift, and the caps the law puts on them. */
class StoredValueIT extends CardDesk {

    @Test
    @Capability("L73")
    void aTopUpSplitsIntoPrincipalAndGiftIsSpentInTheConfiguredOrderAndBothAreOnTheStatement()
            throws Exception {
        long card = named();
        assertThat(topUp(card, 100_000, 20_000)).isEqualTo(moved(100_000, 20_000, 100_000, 20_000));
        StoredValue.Payment payment = payment(110_000, "park");
        assertThat(value.pay(payment)).isEqualTo(moved(100_000, 10_000, 0, 10_000));
        assertThat(value.pay(payment)).as("once").isEqualTo(moved(100_000, 10_000, 0, 10_000));
        for (String currency : List.of(StoredValue.PRINCIPAL, StoredValue.GIFT)) {
            mvc.perform(
                            get("/v1/me/points?currency=" + currency)
                                    .with(SignIn.member(somebody.memberId())))
                    .andExpect(jsonPath("$.postings.items.length()").value(2))
                    .andExpect(jsonPath("$.postings.items[0].order").value("ord_9"));
        }
        assertThat(show.verify().sound()).isTrue();
    }

    @Test
    @Capability("L73")
    void anOtherRuleSpendsTheGiftFirstOrByRatio() {
        setOrder("GIFT_FIRST");
        long card = named();
        topUp(card, 100_000, 20_000);
        assertThat(value.pay(payment(30_000, "park"))).isEqualTo(moved(10_000, 20_000, 90_000, 0));
        setOrder("RATIO");
        topUp(card, 10_000, 100_000);
        assertThat(value.pay(payment(20_000, "park")))
                .isEqualTo(moved(10_000, 10_000, 90_000, 90_000));
        setOrder("PRINCIPAL_FIRST");
    }

    @Test
    @Capability("L74")
    void aNamedCardHoldsFiveThousandYuanForEverAndABearerCardOneThousandForThreeYears() {
        long named = named();
        assertThat(code(topUp(named, 500_001, 0))).isEqualTo(CardRefusal.CARD_CAP_EXCEEDED);
        assertThat(topUp(named, 480_000, 20_000)).isInstanceOf(StoredValue.Outcome.Moved.class);
        assertThat(code(topUp(named, 1, 0))).isEqualTo(CardRefusal.CARD_CAP_EXCEEDED);
        String other = medium + "-b";
        long bearer = opened(null, other);
        assertThat(code(topUp(bearer, 100_001, 0))).isEqualTo(CardRefusal.CARD_CAP_EXCEEDED);
        topUp(bearer, 100_000, 0);
        assertThat(validUntil(named)).isNull();
        assertThat(validUntil(bearer)).isEqualTo(today().plusYears(3));
        jdbc.sql("update wallet.card set valid_until = :day where card_id = :id")
                .param("day", today().minusDays(1))
                .param("id", bearer)
                .update();
        assertThat(code(value.pay(payment(other, 100, "park"))))
                .isEqualTo(CardRefusal.CARD_NEEDS_REACTIVATION);
        assertThat(points.balance(-bearer, StoredValue.PRINCIPAL).spendable())
                .as("value never ends")
                .isEqualTo(100_000);
        care(bearer, CareForCard.Act.REACTIVATE, null);
        assertThat(value.pay(payment(other, 100, "park")))
                .isInstanceOf(StoredValue.Outcome.Moved.class);
    }

    @Test
    @Capability("L74")
    void manyTopUpsAtOnceNeverPassTheCap() throws Exception {
        long card = named();
        List<Boolean> passed = new ArrayList<>();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> answers = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                answers.add(
                        clients.submit(
                                () -> topUp(card, 60_000, 0) instanceof StoredValue.Outcome.Moved));
            }
            for (Future<Boolean> answer : answers) {
                passed.add(answer.get());
            }
        }
        assertThat(passed.stream().filter(each -> each).count()).isEqualTo(8);
        assertThat(points.balance(somebody.memberId(), StoredValue.PRINCIPAL).spendable())
                .isEqualTo(480_000);
    }

    @Test
    @Capability("L74")
    void aCompanyPaysLargeTopUpsByBankTransfer() {
        jdbc.sql("update wallet.card_rule set company_transfer_from = 400000 where pack = 'cn'")
                .update();
        long card = named();
        assertThat(code(value.topUp(load(card, 400_000, 0, true, "CASH"))))
                .isEqualTo(CardRefusal.BANK_TRANSFER_NEEDED);
        assertThat(value.topUp(load(card, 400_000, 0, true, "BANK_TRANSFER")))
                .isInstanceOf(StoredValue.Outcome.Moved.class);
        jdbc.sql("update wallet.card_rule set company_transfer_from = 500000 where pack = 'cn'")
                .update();
    }

    @Test
    void storedValueIsSpentWithTheIssuerAndItsGroupOnly() {
        long card = named();
        topUp(card, 10_000, 0);
        assertThat(code(value.pay(payment(100, "noodle shop next door"))))
                .isEqualTo(CardRefusal.MERCHANT_OUT_OF_SCOPE);
        assertThat(value.pay(payment(100, "catering")))
                .isInstanceOf(StoredValue.Outcome.Moved.class);
    }
}
