package dev.waystation.platform.insight.analytics.usecase;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.passes.PassMedia;
import dev.waystation.platform.members.wallet.CardMedia;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What people carry: stored-value cards and annual passes, by what is printed on them. */
@Component
@Order(2)
class FindHeld implements Finder {

    private static final Said CARD = new Said("储值卡", "Stored-value card");
    private static final Said PASS = new Said("年卡", "Annual pass");

    private final CardMedia cards;
    private final PassMedia passes;

    FindHeld(CardMedia cards, PassMedia passes) {
        this.cards = cards;
        this.passes = passes;
    }

    @Override
    public List<FindAnything.Found> find(String text, Caller caller) {
        var found = new ArrayList<FindAnything.Found>();
        if (caller.may(Set.of("cards.serve", "cards.refund"))) {
            cards.known(text)
                    .ifPresent(medium ->
                            found.add(
                                    new FindAnything.Found(
                                            "card",
                                            Said.same(medium),
                                            CARD,
                                            "/cards?card=" + medium)));
        }
        if (caller.may(Set.of("members.read"))) {
            passes.holder(text)
                    .ifPresent(member ->
                            found.add(
                                    new FindAnything.Found(
                                            "pass",
                                            PASS,
                                            Said.same(PublicId.encode("mbr", member)),
                                            "/members/" + PublicId.encode("mbr", member))));
        }
        return found;
    }
}
