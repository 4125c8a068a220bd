package dev.waystation.platform.members.benefits.usecase;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.jobs.JobView;
import dev.waystation.platform.foundation.jobs.Jobs;
import dev.waystation.platform.members.benefits.CouponRefusal;
import dev.waystation.platform.members.benefits.model.Campaign;
import dev.waystation.platform.members.benefits.model.CodePattern;
import dev.waystation.platform.members.benefits.store.CodeBatchStore;
import dev.waystation.platform.members.benefits.store.CouponCampaignStore;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Starts the making of a batch of codes nobody can guess. */
@Service
public class OrderCodes {

    public static final long MOST = 20_000_000;

    private final CouponCampaignStore campaigns;
    private final CodeBatchStore batches;
    private final BatchTools tools;
    private final Jobs jobs;
    private final Clock clock;

    OrderCodes(
            CouponCampaignStore campaigns,
            CodeBatchStore batches,
            BatchTools tools,
            Jobs jobs,
            Clock clock) {
        this.campaigns = campaigns;
        this.batches = batches;
        this.tools = tools;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** What is wanted; value for gift codes, else how often each code can be used. */
    public record Command(
            long campaignId,
            CodePattern pattern,
            long count,
            int maxUses,
            @Nullable Long valueMinor) {
        public Command {
            Malformed.require(
                    count > 0 && count <= MOST, "count", count, "make 1 to " + MOST + " codes");
            Malformed.require(maxUses > 0, "maxUses", maxUses, "give at least one use");
            Malformed.require(
                    valueMinor == null || valueMinor > 0,
                    "valueMinor",
                    valueMinor,
                    "give a positive value");
            pattern.mustHide(count);
        }
    }

    /** The answer. */
    public sealed interface Outcome {
        record Started(long batchId, JobView job) implements Outcome {}

        record Refused(CouponRefusal code) implements Outcome {}
    }

    @Transactional
    public Outcome handle(Command command) {
        Optional<Campaign> campaign = campaigns.find(command.campaignId());
        if (campaign.isEmpty()) {
            return new Outcome.Refused(CouponRefusal.CAMPAIGN_NOT_FOUND);
        }
        if (campaign.get().state() == Campaign.State.ENDED) {
            return new Outcome.Refused(CouponRefusal.CAMPAIGN_IS_NOT_LIVE);
        }
        long batch =
                batches.create(
                        command.campaignId(),
                        command.pattern(),
                        command.count(),
                        tools.freshSeed(),
                        command.valueMinor() == null ? command.maxUses() : null,
                        command.valueMinor(),
                        clock.instant());
        return new Outcome.Started(batch, jobs.submit(MintCodes.KIND, Map.of("batchId", batch)));
    }
}
