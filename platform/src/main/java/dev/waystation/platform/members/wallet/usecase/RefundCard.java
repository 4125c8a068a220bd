package dev.waystation.platform.members.wallet.usecase;

import dev.waystation.ledger.RatioRefund;
import dev.waystation.platform.members.wallet.CardRefusal;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.PointsCommand;
import dev.waystation.platform.members.wallet.PostOutcome;
import dev.waystation.platform.members.wallet.StoredValue;
import dev.waystation.platform.members.wallet.model.StoredCard;
import dev.waystation.platform.members.wallet.model.TopUp;
import dev.waystation.platform.members.wallet.store.CardStore;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives money back: one top-up in its first days, or the whole card by the ratio of what was paid.
 */
@Service
public class RefundCard {

    /**
     * Which card.
     *
     * @param topUp the top-up to withdraw; null to end the card
     */
    public record Command(UUID reference, long cardId, @Nullable Long topUp, String actor) {}

    /** How much money goes back, in minor units. */
    public sealed interface Outcome {
        record PaidBack(long minor) implements Outcome {}

        record Refused(CardRefusal code) implements Outcome {}
    }

    private final CardStore cards;
    private final Points points;
    private final Clock clock;

    RefundCard(CardStore cards, Points points, Clock clock) {
        this.cards = cards;
        this.points = points;
        this.clock = clock;
    }

    @Transactional
    public Outcome handle(Command command) {
        StoredCard card = cards.lock(command.cardId()).orElse(null);
        if (card == null) {
            return new Outcome.Refused(CardRefusal.CARD_IS_UNKNOWN);
        }
        Optional<Long> before = cards.refund(command.reference());
        if (before.isPresent()) {
            return new Outcome.PaidBack(before.get());
        }
        if (card.state() == StoredCard.State.CLOSED) {
            return new Outcome.Refused(CardRefusal.CARD_IS_NOT_ACTIVE);
        }
        List<TopUp> topUps = cards.topUps(card.ownerId());
        return command.topUp() == null
                ? endCard(command, card, topUps)
                : withdraw(command, card, topUps);
    }

    /** Unspent principal of one top-up, unless the holder knew the service before it. */
    private Outcome withdraw(Command command, StoredCard card, List<TopUp> topUps) {
        TopUp topUp =
                topUps.stream()
                        .filter(each -> Long.valueOf(each.number()).equals(command.topUp()))
                        .findAny()
                        .orElse(null);
        if (topUp == null) {
            return new Outcome.Refused(CardRefusal.TOP_UP_IS_UNKNOWN);
        }
        Instant until = topUp.at().plusSeconds(86_400L * card.rule().withdrawDays());
        if (clock.instant().isAfter(until)) {
            return new Outcome.Refused(CardRefusal.WITHDRAWAL_TOO_LATE);
        }
        if (cards.usedBefore(card.ownerId(), topUp.at())) {
            return new Outcome.Refused(CardRefusal.SERVICE_USED_BEFORE);
        }
        if (topUp.principalLeft() == 0) {
            return new Outcome.Refused(CardRefusal.NOTHING_TO_REFUND);
        }
        return payBack(
                command, card, List.of(topUp), topUp.number(), "WITHDRAWAL", topUp.principalLeft());
    }

    private Outcome endCard(Command command, StoredCard card, List<TopUp> topUps) {
        List<TopUp> open =
                topUps.stream().filter(each -> each.principalLeft() + each.giftLeft() > 0).toList();
        long money =
                open.stream()
                        .mapToLong(each ->
                                RatioRefund.of(each.principal(), each.gift(), each.used()).refund())
                        .sum();
        if (money == 0) {
            return new Outcome.Refused(CardRefusal.NOTHING_TO_REFUND);
        }
        Outcome outcome = payBack(command, card, open, null, "RATIO", money);
        cards.change(card.id(), StoredCard.State.CLOSED, null, null);
        cards.happened(card.id(), clock.instant(), "CLOSED", command.actor(), "refunded");
        return outcome;
    }

    private Outcome payBack(
            Command command,
            StoredCard card,
            List<TopUp> from,
            @Nullable Long number,
            String kind,
            long money) {
        List<PointsCommand> parts = new ArrayList<>();
        for (TopUp each : from) {
            add(parts, command, card, StoredValue.PRINCIPAL, each, TopUp::principalLeft);
            add(parts, command, card, StoredValue.GIFT, each, TopUp::giftLeft);
        }
        if (points.post(new PointsCommand.Together(parts)) instanceof PostOutcome.Refused no) {
            throw new IllegalStateException("Stored value was not taken back: " + no);
        }
        cards.refunded(
                command.reference(), card, number, kind, money, clock.instant(), command.actor());
        return new Outcome.PaidBack(money);
    }

    private static void add(
            List<PointsCommand> parts,
            Command command,
            StoredCard card,
            String currency,
            TopUp topUp,
            ToLongFunction<TopUp> left) {
        long amount = left.applyAsLong(topUp);
        if (amount > 0) {
            parts.add(
                    new PointsCommand.TakeBack(
                            ExpirePoints.derived(command.reference() + currency, topUp.number()),
                            card.ownerId(),
                            currency,
                            currency.equals(StoredValue.PRINCIPAL)
                                    ? topUp.reference()
                                    : MoveStoredValue.gift(topUp.reference()),
                            amount,
                            "refund"));
        }
    }
}
