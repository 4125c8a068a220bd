package dev.waystation.platform.members.wallet.model;

import dev.waystation.platform.foundation.edge.Malformed;
import java.util.Comparator;
import java.util.List;

/** What is given on top of a top-up; amounts in minor units. */
public record TopUpOffers(List<Offer> offers) {

    public static final TopUpOffers NONE = new TopUpOffers(List.of());

    /** Who pays at least {@code load} is given {@code gift}. */
    public record Offer(long load, long gift) {
        public Offer {
            Malformed.require(load > 0, "topUp.load", load, "give a positive amount");
            Malformed.require(
                    gift > 0 && gift <= load, "topUp.gift", gift, "give 1 up to topUp.load");
        }
    }

    public TopUpOffers {
        Malformed.require(offers.size() <= 12, "topUp.offers", offers.size(), "give 12 at most");
        offers = offers.stream().sorted(Comparator.comparingLong(Offer::load)).toList();
        Malformed.require(
                offers.stream().map(Offer::load).distinct().count() == offers.size(),
                "topUp.offers",
                offers.size(),
                "give one gift per amount");
    }

    /** The gift of the largest offer that is reached; 0 when none is. */
    public long giftFor(long principal) {
        return offers.stream()
                .filter(each -> each.load() <= principal)
                .reduce((_, larger) -> larger)
                .map(Offer::gift)
                .orElse(0L);
    }
}
