package dev.waystation.platform.members.wallet.usecase;

import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.wallet.CardRefusal;
import dev.waystation.platform.members.wallet.Note;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.PointsCommand;
import dev.waystation.platform.members.wallet.PostOutcome;
import dev.waystation.platform.members.wallet.StoredValue;
import dev.waystation.platform.members.wallet.model.Past;
import dev.waystation.platform.members.wallet.model.Reference;
import dev.waystation.platform.members.wallet.model.StoredCard;
import dev.waystation.platform.members.wallet.store.CardStore;
import dev.waystation.platform.members.wallet.store.PastReads;
import dev.waystation.platform.members.wallet.store.SpendReads;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Loads cards and pays with them: principal and gift move together or not at all. */
@Service
class MoveStoredValue implements StoredValue {

    private static final long MOST = 100_000_000;

    private final CardStore cards;
    private final Points points;
    private final PastReads past;
    private final SpendReads cardsOf;
    private final Clock clock;

    MoveStoredValue(
            CardStore cards, Points points, PastReads past, SpendReads cardsOf, Clock clock) {
        this.cards = cards;
        this.points = points;
        this.past = past;
        this.cardsOf = cardsOf;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Outcome topUp(Load load) {
        Malformed.require(
                load.principal() > 0 && load.principal() <= MOST,
                "principal",
                load.principal(),
                "give 1 to " + MOST);
        Malformed.require(
                load.gift() >= 0 && load.gift() <= MOST, "gift", load.gift(), "give 0 to " + MOST);
        StoredCard card = cards.lock(load.cardId()).orElse(null);
        if (card == null) {
            return refused(CardRefusal.CARD_IS_UNKNOWN, "");
        }
        if (!posted(card.ownerId(), load.reference()).isEmpty()) {
            return moved(card.ownerId(), load.principal(), load.gift());
        }
        if (card.state() != StoredCard.State.ACTIVE) {
            return refused(CardRefusal.CARD_IS_NOT_ACTIVE, card.state().name());
        }
        long room = card.rule().capMinor() - stored(card.ownerId());
        if (load.principal() + load.gift() > room) {
            return refused(CardRefusal.CARD_CAP_EXCEEDED, Long.toString(Math.max(0, room)));
        }
        long transferFrom = card.rule().transferFrom(load.company());
        if (load.principal() >= transferFrom && !load.method().equals("BANK_TRANSFER")) {
            return refused(CardRefusal.BANK_TRANSFER_NEEDED, Long.toString(transferFrom));
        }
        long number =
                cards.add(
                        card,
                        load.reference(),
                        load.principal(),
                        load.gift(),
                        load.company(),
                        load.method(),
                        clock.instant());
        List<PointsCommand> parts = new ArrayList<>();
        parts.add(credit(load.reference(), card, PRINCIPAL, load.principal(), number, load));
        if (load.gift() > 0) {
            parts.add(credit(gift(load.reference()), card, GIFT, load.gift(), number, load));
        }
        check(points.post(new PointsCommand.Together(parts)));
        return moved(card.ownerId(), load.principal(), load.gift());
    }

    @Override
    @Transactional
    public Outcome pay(Payment payment) {
        Malformed.require(
                payment.amount() > 0, "amount", payment.amount(), "pay at least one minor unit");
        StoredCard card = cards.lock(payment.medium()).orElse(null);
        if (card == null) {
            return refused(CardRefusal.CARD_IS_UNKNOWN, "");
        }
        long owner = card.ownerId();
        Optional<Taken> before = taken(owner, payment.reference());
        if (before.isPresent()) {
            return moved(owner, before.get().principal(), before.get().gift());
        }
        if (card.state() != StoredCard.State.ACTIVE) {
            return refused(CardRefusal.CARD_IS_NOT_ACTIVE, card.state().name());
        }
        if (card.needsReactivation(LocalDate.now(clock))) {
            return refused(CardRefusal.CARD_NEEDS_REACTIVATION, String.valueOf(card.validUntil()));
        }
        if (!cards.inScope(payment.merchant())) {
            return refused(CardRefusal.MERCHANT_OUT_OF_SCOPE, payment.merchant());
        }
        long principal = points.balance(owner, PRINCIPAL).spendable();
        long gift = points.balance(owner, GIFT).spendable();
        if (payment.amount() > principal + gift) {
            return refused(CardRefusal.STORED_VALUE_TOO_LOW, Long.toString(principal + gift));
        }
        long own = card.rule().ofPrincipal(payment.amount(), principal, gift);
        List<PointsCommand> parts = new ArrayList<>();
        if (own > 0) {
            parts.add(spend(payment.reference(), card, PRINCIPAL, own, payment));
        }
        if (payment.amount() > own) {
            parts.add(
                    spend(gift(payment.reference()), card, GIFT, payment.amount() - own, payment));
        }
        check(points.post(new PointsCommand.Together(parts)));
        return moved(owner, own, payment.amount() - own);
    }

    @Override
    @Transactional
    public Outcome payAs(
            long memberId, UUID reference, long amount, String merchant, String order) {
        return cardsOf.activeCard(memberId)
                .map(medium -> pay(new Payment(reference, medium, amount, merchant, order)))
                .orElseGet(() -> refused(CardRefusal.CARD_IS_UNKNOWN, ""));
    }

    @Override
    public Optional<Taken> taken(long memberId, UUID payment) {
        Map<Reference, Past> posted = posted(memberId, payment);
        Past own = posted.get(new Reference(memberId, payment));
        Past gift = posted.get(new Reference(memberId, gift(payment)));
        return posted.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Taken(
                                own == null ? 0 : own.amount(), gift == null ? 0 : gift.amount()));
    }

    @Override
    @Transactional
    public void giveBack(
            long memberId,
            UUID reference,
            UUID payment,
            long principal,
            long gift,
            long before,
            long amount) {
        // by the ratio of the whole, so that the returns add up whatever their sizes are
        long own = share(principal, gift, before + amount) - share(principal, gift, before);
        if (own > 0) {
            check(
                    points.post(
                            new PointsCommand.GiveBack(
                                    reference, memberId, PRINCIPAL, payment, own, "refund")));
        }
        if (amount > own) {
            check(
                    points.post(
                            new PointsCommand.GiveBack(
                                    gift(reference),
                                    memberId,
                                    GIFT,
                                    gift(payment),
                                    amount - own,
                                    "refund")));
        }
    }

    private static long share(long principal, long gift, long amount) {
        return amount == 0 ? 0 : amount * principal / (principal + gift);
    }

    static UUID gift(UUID reference) {
        return ExpirePoints.derived("gift", reference);
    }

    private Map<Reference, Past> posted(long owner, UUID reference) {
        return past.past(
                List.of(new Reference(owner, reference), new Reference(owner, gift(reference))));
    }

    private long stored(long owner) {
        return points.balance(owner, PRINCIPAL).spendable()
                + points.balance(owner, GIFT).spendable();
    }

    private Outcome moved(long owner, long principal, long gift) {
        return new Outcome.Moved(
                principal,
                gift,
                points.balance(owner, PRINCIPAL).spendable(),
                points.balance(owner, GIFT).spendable());
    }

    private PointsCommand credit(
            UUID reference, StoredCard card, String currency, long amount, long number, Load load) {
        return new PointsCommand.Credit(
                reference,
                card.ownerId(),
                currency,
                amount,
                points.lastDay(currency, LocalDate.now(clock)),
                Explanation.of(new Said("储值充值 " + number + " 号", "Top-up number " + number)),
                currency.equals(PRINCIPAL) ? "principal" : "gift",
                new Note("top-up " + number, null, load.actor(), "topup:" + number));
    }

    private static PointsCommand spend(
            UUID reference, StoredCard card, String currency, long amount, Payment payment) {
        return new PointsCommand.Spend(
                reference,
                card.ownerId(),
                currency,
                amount,
                payment.merchant(),
                Note.ofOrder(payment.order()));
    }

    // The card is locked, so nothing else moves its account: a refusal here is a fault of ours.
    private static void check(PostOutcome outcome) {
        if (outcome instanceof PostOutcome.Refused refused) {
            throw new IllegalStateException("Stored value was not moved: " + refused);
        }
    }

    private static Outcome refused(CardRefusal code, String possible) {
        return new Outcome.Refused(code, possible);
    }
}
