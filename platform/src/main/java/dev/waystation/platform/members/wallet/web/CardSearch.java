package dev.waystation.platform.members.wallet.web;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.members.wallet.usecase.FindCards;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cards at the counter. */
@RestController
class CardSearch {

    /** A top-up with what is left of it, in minor units. */
    record TopUpView(
            long number,
            long principal,
            long gift,
            Instant at,
            long principalLeft,
            long giftLeft) {}

    /** A card; {@code memberId} is null for a bearer card. */
    record FoundCard(
            String id,
            @Nullable String memberId,
            String medium,
            String state,
            long principal,
            long gift,
            List<TopUpView> topUps) {}

    private final FindCards find;

    CardSearch(FindCards find) {
        this.find = find;
    }

    /** By medium or by member. */
    @GetMapping("/v1/cards")
    @Permission({"cards.serve", "cards.refund"})
    Page<FoundCard> search(
            @RequestParam(required = false) @Nullable String medium,
            @RequestParam(required = false) @Nullable String member) {
        Malformed.require(
                (medium == null) != (member == null),
                "medium",
                medium,
                "give a medium or a member, not both");
        List<FindCards.Found> found =
                medium != null
                        ? find.byMedium(medium.strip()).stream().toList()
                        : find.ofMember(PublicId.decode("mbr", String.valueOf(member)));
        return Page.last(found.stream().map(CardSearch::view).toList());
    }

    private static FoundCard view(FindCards.Found card) {
        return new FoundCard(
                PublicId.encode("crd", card.cardId()),
                card.ownerId() > 0 ? PublicId.encode("mbr", card.ownerId()) : null,
                card.medium(),
                card.state(),
                card.principal(),
                card.gift(),
                card.topUps().stream()
                        .map(each ->
                                new TopUpView(
                                        each.number(),
                                        each.principal(),
                                        each.gift(),
                                        each.at(),
                                        each.principalLeft(),
                                        each.giftLeft()))
                        .toList());
    }
}
