package dev.waystation.platform.members.wallet.usecase;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.members.wallet.CardRefusal;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.StoredValue;
import dev.waystation.platform.members.wallet.model.CardRule;
import dev.waystation.platform.members.wallet.model.StoredCard;
import dev.waystation.platform.members.wallet.store.CardStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens cards, freezes, replaces and re-activates them. The value stays with its owner throughout.
 */
@Service
public class CareForCard {

    /** What is done to a card. */
    public enum Act {
        FREEZE,
        THAW,
        REPORT_LOST,
        REISSUE,
        REACTIVATE
    }

    /**
     * A new card.
     *
     * @param memberId the holder of a named card; null for a bearer card
     */
    public record Opening(@Nullable Long memberId, String pack, String medium, String actor) {
        public Opening {
            int length = medium.strip().length();
            Malformed.require(
                    length >= 6 && length <= 40, "medium", medium, "give 6 to 40 characters");
        }
    }

    /** Something done to a card; a re-issue names the new medium. */
    public record Command(
            long cardId, Act act, @Nullable String newMedium, String actor, String reason) {
        public Command {
            int length = reason.strip().length();
            Malformed.require(
                    length >= 4 && length <= 200, "reason", reason, "give 4 to 200 characters");
            Malformed.require(
                    act != Act.REISSUE || newMedium != null,
                    "newMedium",
                    newMedium,
                    "name the new medium");
        }
    }

    /** The card afterwards. */
    public sealed interface Outcome {
        record Done(long cardId, StoredCard.State state) implements Outcome {}

        record Refused(CardRefusal code) implements Outcome {}
    }

    private final CardStore cards;
    private final Points points;
    private final Clock clock;

    CareForCard(CardStore cards, Points points, Clock clock) {
        this.cards = cards;
        this.points = points;
        this.clock = clock;
    }

    @Transactional
    public Outcome open(Opening opening) {
        CardRule rule = cards.rule(opening.pack(), opening.memberId() != null);
        Optional<Long> id =
                cards.open(
                        opening.memberId() == null ? 0 : opening.memberId(),
                        rule,
                        opening.medium().strip(),
                        validUntil(rule),
                        clock.instant());
        id.ifPresent(
                each -> cards.happened(each, clock.instant(), "OPENED", opening.actor(), "opened"));
        return id.<Outcome>map(each -> new Outcome.Done(each, StoredCard.State.ACTIVE))
                .orElseGet(() -> new Outcome.Refused(CardRefusal.MEDIUM_IS_TAKEN));
    }

    @Transactional
    public Outcome handle(Command command) {
        StoredCard card = cards.lock(command.cardId()).orElse(null);
        if (card == null) {
            return new Outcome.Refused(CardRefusal.CARD_IS_UNKNOWN);
        }
        StoredCard.State after = after(card.state(), command.act());
        if (after == null) {
            return new Outcome.Refused(CardRefusal.CARD_IS_NOT_ACTIVE);
        }
        String medium = command.act() == Act.REISSUE ? command.newMedium() : null;
        if (medium != null && cards.lock(medium).isPresent()) {
            return new Outcome.Refused(CardRefusal.MEDIUM_IS_TAKEN);
        }
        cards.change(
                card.id(),
                after,
                medium,
                command.act() == Act.REACTIVATE ? validUntil(card.rule()) : null);
        cards.happened(
                card.id(),
                clock.instant(),
                command.act().name(),
                command.actor(),
                command.reason());
        return new Outcome.Done(card.id(), after);
    }

    /** Moves everything on a bearer card to the named card of its finder or buyer. */
    @Transactional
    public Outcome merge(long from, long into, String actor) {
        StoredCard first = cards.lock(Math.min(from, into)).orElse(null);
        StoredCard second = cards.lock(Math.max(from, into)).orElse(null);
        StoredCard source = from < into ? first : second;
        StoredCard target = from < into ? second : first;
        if (source == null || target == null || from == into) {
            return new Outcome.Refused(CardRefusal.CARD_IS_UNKNOWN);
        }
        boolean both =
                source.state() == StoredCard.State.ACTIVE
                        && target.state() == StoredCard.State.ACTIVE;
        if (!both) {
            return new Outcome.Refused(CardRefusal.CARD_IS_NOT_ACTIVE);
        }
        if (stored(source) + stored(target) > target.rule().capMinor()) {
            return new Outcome.Refused(CardRefusal.CARD_CAP_EXCEEDED);
        }
        if (source.ownerId() != target.ownerId()) {
            new StoredValueMove(cards, points, clock).all(source, target, actor);
        }
        cards.change(source.id(), StoredCard.State.CLOSED, null, null);
        cards.happened(source.id(), clock.instant(), "MERGED", actor, "into card " + target.id());
        return new Outcome.Done(target.id(), target.state());
    }

    private long stored(StoredCard card) {
        return points.balance(card.ownerId(), StoredValue.PRINCIPAL).spendable()
                + points.balance(card.ownerId(), StoredValue.GIFT).spendable();
    }

    private static StoredCard.@Nullable State after(StoredCard.State state, Act act) {
        return switch (act) {
            case FREEZE -> state == StoredCard.State.ACTIVE ? StoredCard.State.FROZEN : null;
            case THAW -> state == StoredCard.State.FROZEN ? StoredCard.State.ACTIVE : null;
            case REPORT_LOST -> state == StoredCard.State.CLOSED ? null : StoredCard.State.LOST;
            case REISSUE ->
                    state == StoredCard.State.LOST || state == StoredCard.State.ACTIVE
                            ? StoredCard.State.ACTIVE
                            : null;
            case REACTIVATE -> state == StoredCard.State.ACTIVE ? StoredCard.State.ACTIVE : null;
        };
    }

    private @Nullable LocalDate validUntil(CardRule rule) {
        return rule.validMonths() == 0 ? null : LocalDate.now(clock).plusMonths(rule.validMonths());
    }
}
