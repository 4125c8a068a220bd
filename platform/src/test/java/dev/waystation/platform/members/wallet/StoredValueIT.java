package dev.waystation.platform.members.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.members.wallet.model.FlowSheet;
import dev.waystation.platform.members.wallet.usecase.CareForCard;
import dev.waystation.platform.members.wallet.usecase.RefundCard;
import dev.waystation.platform.members.wallet.usecase.ShowFlow;
import dev.waystation.platform.members.wallet.usecase.ShowPoints;
import dev.waystation.testkit.Capability;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Money that people paid in advance: principal and gift, and the law around them. */
@PlatformIT
class StoredValueIT {

    @Autowired StoredValue value;
    @Autowired CareForCard care;
    @Autowired RefundCard refund;
    @Autowired ShowFlow flow;
    @Autowired ShowPoints show;
    @Autowired Points points;
    @Autowired JdbcClient jdbc;
    @Autowired MockMvc mvc;
    @Autowired Clock clock;

    private final Wishes somebody = Wishes.ofSomebody();
    private final String medium = "medium-" + UUID.randomUUID().toString().substring(0, 12);

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
    void storedValueIsSpentWithTheIssuerAndItsGroupOnly() {
        long card = named();
        topUp(card, 10_000, 0);
        assertThat(code(value.pay(payment(100, "noodle shop next door"))))
                .isEqualTo(CardRefusal.MERCHANT_OUT_OF_SCOPE);
        assertThat(value.pay(payment(100, "catering")))
                .isInstanceOf(StoredValue.Outcome.Moved.class);
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

    private long named() {
        return opened(somebody.memberId(), medium);
    }

    private long opened(@Nullable Long member, String on) {
        CareForCard.Outcome outcome =
                care.open(new CareForCard.Opening(member, "cn", on, "staff:1"));
        assertThat(outcome).isInstanceOf(CareForCard.Outcome.Done.class);
        return ((CareForCard.Outcome.Done) outcome).cardId();
    }

    private void care(long card, CareForCard.Act act, @Nullable String fresh) {
        assertThat(care.handle(new CareForCard.Command(card, act, fresh, "staff:1", "at the desk")))
                .isInstanceOf(CareForCard.Outcome.Done.class);
    }

    private StoredValue.Outcome topUp(long card, long principal, long gift) {
        return value.topUp(load(card, principal, gift, false, "CASH"));
    }

    private static StoredValue.Load load(
            long card, long principal, long gift, boolean company, String method) {
        return new StoredValue.Load(
                UUID.randomUUID(), card, principal, gift, company, method, "staff:1");
    }

    private StoredValue.Payment payment(long amount, String merchant) {
        return payment(medium, amount, merchant);
    }

    private static StoredValue.Payment payment(String on, long amount, String merchant) {
        return new StoredValue.Payment(UUID.randomUUID(), on, amount, merchant, "ord_9");
    }

    private static StoredValue.Outcome moved(
            long principal, long gift, long principalLeft, long giftLeft) {
        return new StoredValue.Outcome.Moved(principal, gift, principalLeft, giftLeft);
    }

    private static CardRefusal code(StoredValue.Outcome outcome) {
        assertThat(outcome).isInstanceOf(StoredValue.Outcome.Refused.class);
        return ((StoredValue.Outcome.Refused) outcome).code();
    }

    private RefundCard.Outcome refund(long card, long topUp) {
        return refund.handle(new RefundCard.Command(UUID.randomUUID(), card, topUp, "staff:1"));
    }

    private long firstTopUp(long card) {
        return number(card, "min");
    }

    private long lastTopUp(long card) {
        return number(card, "max");
    }

    private long number(long card, String which) {
        return jdbc.sql("select " + which + "(top_up_no) from wallet.top_up where card_id = :card")
                .param("card", card)
                .query((row, index) -> row.getLong(1))
                .single();
    }

    /** The clock stands still in tests, so what happened moves back instead. */
    private void later(long card, int days) {
        jdbc.sql(
                        """
                        update wallet.top_up set at = at - make_interval(days => :days)
                        where card_id = :card
                        """)
                .param("days", days)
                .param("card", card)
                .update();
    }

    private void setOrder(String order) {
        jdbc.sql("update wallet.card_rule set spend_order = :order where card_class = 'NAMED'")
                .param("order", order)
                .update();
    }

    private List<String> events(long card) {
        return jdbc.sql("select what from wallet.card_event where card_id = :card order by ctid")
                .param("card", card)
                .query((row, index) -> row.getString("what"))
                .list();
    }

    private @Nullable LocalDate validUntil(long card) {
        return jdbc.sql("select valid_until from wallet.card where card_id = :card")
                .param("card", card)
                .query((row, index) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single()
                .orElse(null);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
