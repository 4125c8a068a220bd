package dev.waystation.platform.members.benefits.usecase;

import dev.waystation.lane.Lane;
import dev.waystation.lane.LaneSettings;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.lanes.ConnectedDesk;
import dev.waystation.platform.foundation.lanes.LaneConnection;
import dev.waystation.platform.foundation.lanes.LaneConnections;
import dev.waystation.platform.members.benefits.Claim;
import dev.waystation.platform.members.benefits.ClaimOutcome;
import dev.waystation.platform.members.benefits.Claims;
import dev.waystation.platform.members.benefits.model.Campaign;
import dev.waystation.platform.members.benefits.store.CouponCampaignStore;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Service;

/** One lane per partition of campaigns: each stock has one writer. */
@Service
@DependsOnDatabaseInitialization
class LaneClaims implements Claims {

    private static final int PARTITIONS = 2;
    private static final int WAITING = 16_384;
    private static final int LARGEST_BATCH = 2_048;

    private final List<Lane<Claim, ClaimOutcome>> lanes = new ArrayList<>();
    private final List<ClaimDesk> desks = new ArrayList<>();
    private final CouponCampaignStore campaigns;
    private final List<LaneConnection> open = new ArrayList<>();

    LaneClaims(
            ClaimJournal journal,
            CouponCampaignStore campaigns,
            LaneConnections connections,
            Clock clock) {
        this.campaigns = campaigns;
        for (int i = 0; i < PARTITIONS; i++) {
            LaneSettings settings =
                    LaneSettings.named("claims-" + i)
                            .withCapacity(WAITING)
                            .withLargestBatch(LARGEST_BATCH);
            ClaimDesk desk = new ClaimDesk(journal, clock);
            desks.add(desk);
            LaneConnection connection = connections.forLane();
            open.add(connection);
            lanes.add(Lane.open(settings, new ConnectedDesk<>(desk, connection)));
        }
    }

    @Override
    public ClaimOutcome claim(Claim claim) {
        ClaimOutcome no = desks.get(partition(claim)).surelyNot(claim);
        return no != null ? no : lane(claim).ask(claim);
    }

    @Override
    public List<ClaimOutcome> claimAll(List<Claim> claims) {
        List<CompletableFuture<ClaimOutcome>> answers = new ArrayList<>(claims.size());
        claims.forEach(claim -> answers.add(lane(claim).submit(claim)));
        return answers.stream().map(CompletableFuture::join).toList();
    }

    @Override
    public Optional<Said> liveCampaign(long campaignId) {
        return campaigns
                .find(campaignId)
                .filter(each -> each.state() == Campaign.State.LIVE)
                .map(Campaign::name);
    }

    @PreDestroy
    void close() {
        lanes.forEach(Lane::close);
        open.forEach(LaneConnection::giveBack);
    }

    private Lane<Claim, ClaimOutcome> lane(Claim claim) {
        return lanes.get(partition(claim));
    }

    private static int partition(Claim claim) {
        return Math.floorMod(claim.campaignId(), PARTITIONS);
    }
}
