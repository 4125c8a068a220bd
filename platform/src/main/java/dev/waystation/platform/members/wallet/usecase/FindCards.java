package dev.waystation.platform.members.wallet.usecase;

import dev.waystation.platform.members.wallet.CardMedia;
import dev.waystation.platform.members.wallet.model.TopUp;
import dev.waystation.platform.members.wallet.store.CardStore;
import dev.waystation.platform.members.wallet.store.IntakeCards;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds cards at the counter: by what a reader reads from them, or by their member. */
@Service
public class FindCards implements CardMedia {

    /** A card with its money in minor units and every top-up with what is left of it. */
    public record Found(
            long cardId,
            long ownerId,
            String medium,
            String state,
            long principal,
            long gift,
            List<TopUp> topUps) {}

    private final IntakeCards cards;
    private final CardStore store;

    FindCards(IntakeCards cards, CardStore store) {
        this.cards = cards;
        this.store = store;
    }

    @Transactional(readOnly = true)
    public Optional<Found> byMedium(String medium) {
        return Optional.ofNullable(cards.ofMedia(List.of(medium)).get(medium)).map(this::found);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> known(String typed) {
        return byMedium(typed).map(Found::medium);
    }

    @Transactional(readOnly = true)
    public List<Found> ofMember(long member) {
        return cards.ofMember(member).stream().map(this::found).toList();
    }

    private Found found(IntakeCards.Stored card) {
        return new Found(
                card.cardId(),
                card.ownerId(),
                card.medium(),
                card.state(),
                card.principal(),
                card.gift(),
                store.topUps(card.ownerId()));
    }
}
