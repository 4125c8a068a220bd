package dev.waystation.platform.members.wallet.store;

import dev.waystation.platform.members.wallet.model.CardRule;
import dev.waystation.platform.members.wallet.model.StoredCard;
import dev.waystation.platform.members.wallet.model.TopUp;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cards, their top-ups and what went back. */
@Component
public class CardStore {

    private static final String RULE =
            "select * from wallet.card_rule where pack = :pack and card_class = :class";

    private static final String OPEN =
            """
            insert into wallet.card
              (owner_id, pack, card_class, medium, state, valid_until, opened_at)
            values (:owner, :pack, :class, :medium, 'ACTIVE', :until, :at)
            on conflict on constraint card_medium_once do nothing
            returning card_id
            """;

    private static final String BEARER =
            "update wallet.card set owner_id = -card_id where card_id = :id and owner_id = 0";

    // The lock makes caps and states hold against everything else that happens to the account.
    private static final String FIND =
            """
            select c.*, r.*
            from wallet.card c
            join wallet.card_rule r using (pack, card_class)
            where c.card_id = :id or c.medium = :medium
            for update of c
            """;

    private static final String CHANGE =
            """
            update wallet.card
            set state = :state, medium = coalesce(:medium, medium),
                valid_until = coalesce(:until, valid_until)
            where card_id = :id
            """;

    private static final String EVENT =
            """
            insert into wallet.card_event (card_id, at, what, actor, reason)
            values (:id, :at, :what, :actor, :reason)
            """;

    private static final String ADD =
            """
            insert into wallet.top_up
              (card_id, owner_id, reference, principal, gift, payer, method, at)
            values (:card, :owner, :reference, :principal, :gift, :payer, :method, :at)
            on conflict on constraint top_up_reference_once do update set method = excluded.method
            returning top_up_no
            """;

    private static final String TOP_UPS =
            """
            select t.*,
                   coalesce((select sum(l.free) from wallet.lot l
                     where l.member_id = t.owner_id and l.currency = 'stored_principal'
                       and l.funding = 'topup:' || t.top_up_no), 0) as principal_left,
                   coalesce((select sum(l.free) from wallet.lot l
                     where l.member_id = t.owner_id and l.currency = 'stored_gift'
                       and l.funding = 'topup:' || t.top_up_no), 0) as gift_left
            from wallet.top_up t
            where t.owner_id = :owner
            order by t.top_up_no
            """;

    private static final String HAND_OVER =
            """
            update wallet.top_up
            set owner_id = :owner, card_id = :card, reference = :reference
            where top_up_no = :number
            """;

    private static final String USED_BEFORE =
            """
            select exists (
              select 1 from wallet.entry
              where member_id = :owner and currency in ('stored_principal', 'stored_gift')
                and kind in ('SPEND', 'CAPTURE') and posted_at < :at)
            """;

    private static final String REFUNDED =
            """
            insert into wallet.card_refund
              (reference, card_id, owner_id, top_up_no, kind, paid_back, at, actor)
            values (:reference, :card, :owner, :number, :kind, :paid, :at, :actor)
            on conflict do nothing
            """;

    private static final String REFUND =
            "select paid_back from wallet.card_refund where reference = :reference";

    private static final String IN_SCOPE =
            "select exists (select 1 from wallet.spend_scope where merchant = :merchant)";

    private final JdbcClient jdbc;

    CardStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public CardRule rule(String pack, boolean named) {
        return jdbc.sql(RULE)
                .param("pack", pack)
                .param("class", named ? "NAMED" : "BEARER")
                .query((row, index) -> rule(row))
                .single();
    }

    /** The new card; empty when the medium has one. {@code owner} is 0 for a bearer card. */
    public Optional<Long> open(
            long owner, CardRule rule, String medium, @Nullable LocalDate until, Instant at) {
        Optional<Long> id =
                jdbc.sql(OPEN)
                        .param("owner", owner)
                        .param("pack", rule.pack())
                        .param("class", rule.named() ? "NAMED" : "BEARER")
                        .param("medium", medium)
                        .param("until", until)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .query((row, index) -> row.getLong(1))
                        .optional();
        id.ifPresent(each -> jdbc.sql(BEARER).param("id", each).update());
        return id;
    }

    public Optional<StoredCard> lock(long id) {
        return find(id, null);
    }

    public Optional<StoredCard> lock(String medium) {
        return find(0, medium);
    }

    private Optional<StoredCard> find(long id, @Nullable String medium) {
        return jdbc.sql(FIND)
                .param("id", id)
                .param("medium", medium)
                .query((row, index) ->
                        new StoredCard(
                                row.getLong("card_id"),
                                row.getLong("owner_id"),
                                row.getString("medium"),
                                StoredCard.State.valueOf(row.getString("state")),
                                row.getObject("valid_until", LocalDate.class),
                                rule(row)))
                .optional();
    }

    public void change(
            long id, StoredCard.State state, @Nullable String medium, @Nullable LocalDate until) {
        jdbc.sql(CHANGE)
                .param("id", id)
                .param("state", state.name())
                .param("medium", medium)
                .param("until", until)
                .update();
    }

    public void happened(long id, Instant at, String what, String actor, String reason) {
        jdbc.sql(EVENT)
                .param("id", id)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("what", what)
                .param("actor", actor)
                .param("reason", reason)
                .update();
    }

    public long add(
            StoredCard card,
            UUID reference,
            long principal,
            long gift,
            boolean company,
            String method,
            Instant at) {
        return jdbc.sql(ADD)
                .param("card", card.id())
                .param("owner", card.ownerId())
                .param("reference", reference)
                .param("principal", principal)
                .param("gift", gift)
                .param("payer", company ? "COMPANY" : "PERSON")
                .param("method", method)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, index) -> row.getLong(1))
                .single();
    }

    public List<TopUp> topUps(long owner) {
        return jdbc.sql(TOP_UPS)
                .param("owner", owner)
                .query((row, index) ->
                        new TopUp(
                                row.getLong("top_up_no"),
                                row.getObject("reference", UUID.class),
                                row.getLong("principal"),
                                row.getLong("gift"),
                                row.getObject("at", OffsetDateTime.class).toInstant(),
                                row.getLong("principal_left"),
                                row.getLong("gift_left")))
                .list();
    }

    /** The top-up belongs to another card from now on. */
    public void handOver(long number, StoredCard to, UUID reference) {
        jdbc.sql(HAND_OVER)
                .param("number", number)
                .param("owner", to.ownerId())
                .param("card", to.id())
                .param("reference", reference)
                .update();
    }

    /** Whether the owner had paid with stored value before an instant. */
    public boolean usedBefore(long owner, Instant at) {
        return jdbc.sql(USED_BEFORE)
                .param("owner", owner)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, index) -> row.getBoolean(1))
                .single();
    }

    public void refunded(
            UUID reference,
            StoredCard card,
            @Nullable Long number,
            String kind,
            long paid,
            Instant at,
            String actor) {
        jdbc.sql(REFUNDED)
                .param("reference", reference)
                .param("card", card.id())
                .param("owner", card.ownerId())
                .param("number", number)
                .param("kind", kind)
                .param("paid", paid)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("actor", actor)
                .update();
    }

    public Optional<Long> refund(UUID reference) {
        return jdbc.sql(REFUND)
                .param("reference", reference)
                .query((row, index) -> row.getLong(1))
                .optional();
    }

    public boolean inScope(String merchant) {
        return jdbc.sql(IN_SCOPE)
                .param("merchant", merchant)
                .query((row, index) -> row.getBoolean(1))
                .single();
    }

    private static CardRule rule(ResultSet row) throws SQLException {
        return new CardRule(
                row.getString("pack"),
                row.getString("card_class").equals("NAMED"),
                row.getLong("cap_minor"),
                row.getInt("valid_months"),
                row.getInt("withdraw_days"),
                row.getLong("person_transfer_from"),
                row.getLong("company_transfer_from"),
                row.getInt("custody_permille"),
                CardRule.SpendOrder.valueOf(row.getString("spend_order")));
    }
}
