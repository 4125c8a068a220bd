package dev.waystation.platform.members.auctions.triggers;

import dev.waystation.platform.foundation.facts.Fact;
import dev.waystation.platform.foundation.facts.FactReader;
import dev.waystation.platform.foundation.facts.RecordedFact;
import dev.waystation.platform.members.auctions.facts.AuctionLost;
import dev.waystation.platform.members.auctions.facts.BidDisplaced;
import dev.waystation.platform.members.auctions.usecase.FreeHolds;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Points of bids that cannot win any more go back at once. */
@Component
class WhenBidsAreFree implements FactReader {

    private final FreeHolds free;

    WhenBidsAreFree(FreeHolds free) {
        this.free = free;
    }

    @Override
    public String name() {
        return "auctions.free-holds";
    }

    @Override
    public Set<Class<? extends Fact>> hears() {
        return Set.of(BidDisplaced.class, AuctionLost.class);
    }

    @Override
    public void read(List<RecordedFact> batch) {
        for (RecordedFact each : batch) {
            switch (each.fact()) {
                case BidDisplaced out -> free.handle(out.auctionId(), out.memberId());
                case AuctionLost lost -> free.handle(lost.auctionId(), lost.memberId());
                default -> {}
            }
        }
    }
}
