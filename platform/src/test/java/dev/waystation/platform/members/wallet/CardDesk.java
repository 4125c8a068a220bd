package dev.waystation.platform.members.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.members.wallet.usecase.CareForCard;
import dev.waystation.platform.members.wallet.usecase.RefundCard;
import dev.waystation.platform.members.wallet.usecase.ShowFlow;
import dev.waystation.platform.members.wallet.usecase.ShowPoints;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** What the tests of stored value do at the desk: open, load, pay, refund, and let days pass. */
@PlatformIT
abstract class CardDesk {

    @Autowired StoredValue value;
    @Autowired CareForCard care;
    @Autowired RefundCard refund;
    @Autowired ShowFlow flow;
    @Autowired ShowPoints show;
    @Autowired Points points;
    @Autowired JdbcClient jdbc;
    @Autowired MockMvc mvc;
    @Autowired Clock clock;
    final Wishes somebody = Wishes.ofSomebody();
    final String medium = "medium-" + UUID.randomUUID().toString().substring(0, 12);

    long named() {
        return opened(somebody.memberId(), medium);
    }

    long opened(@Nullable Long member, String on) {
        CareForCard.Outcome outcome =
                care.open(new CareForCard.Opening(member, "cn", on, "staff:1"));
        assertThat(outcome).isInstanceOf(CareForCard.Outcome.Done.class);
        return ((CareForCard.Outcome.Done) outcome).cardId();
    }

    void care(long card, CareForCard.Act act, @Nullable String fresh) {
        assertThat(care.handle(new CareForCard.Command(card, act, fresh, "staff:1", "at the desk")))
                .isInstanceOf(CareForCard.Outcome.Done.class);
    }

    StoredValue.Outcome topUp(long card, long principal, long gift) {
        return value.topUp(load(card, principal, gift, false, "CASH"));
    }

    static StoredValue.Load load(
            long card, long principal, long gift, boolean company, String method) {
        return new StoredValue.Load(
                UUID.randomUUID(), card, principal, gift, company, method, "staff:1");
    }

    StoredValue.Payment payment(long amount, String merchant) {
        return payment(medium, amount, merchant);
    }

    static StoredValue.Payment payment(String on, long amount, String merchant) {
        return new StoredValue.Payment(UUID.randomUUID(), on, amount, merchant, "ord_9");
    }

    static StoredValue.Outcome moved(long principal, long gift, long principalLeft, long giftLeft) {
        return new StoredValue.Outcome.Moved(principal, gift, principalLeft, giftLeft);
    }

    static CardRefusal code(StoredValue.Outcome outcome) {
        assertThat(outcome).isInstanceOf(StoredValue.Outcome.Refused.class);
        return ((StoredValue.Outcome.Refused) outcome).code();
    }

    RefundCard.Outcome refund(long card, long topUp) {
        return refund.handle(new RefundCard.Command(UUID.randomUUID(), card, topUp, "staff:1"));
    }

    long firstTopUp(long card) {
        return number(card, "min");
    }

    long lastTopUp(long card) {
        return number(card, "max");
    }

    long number(long card, String which) {
        return jdbc.sql("select " + which + "(top_up_no) from wallet.top_up where card_id = :card")
                .param("card", card)
                .query((row, index) -> row.getLong(1))
                .single();
    }

    /** The clock stands still in tests, so what happened moves back instead. */
    void later(long card, int days) {
        jdbc.sql(
                        """
                        update wallet.top_up set at = at - make_interval(days => :days)
                        where card_id = :card
                        """)
                .param("days", days)
                .param("card", card)
                .update();
    }

    void setOrder(String order) {
        jdbc.sql("update wallet.card_rule set spend_order = :order where card_class = 'NAMED'")
                .param("order", order)
                .update();
    }

    List<String> events(long card) {
        return jdbc.sql("select what from wallet.card_event where card_id = :card order by ctid")
                .param("card", card)
                .query((row, index) -> row.getString("what"))
                .list();
    }

    @Nullable LocalDate validUntil(long card) {
        return jdbc.sql("select valid_until from wallet.card where card_id = :card")
                .param("card", card)
                .query((row, index) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single()
                .orElse(null);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
