package dev.waystation.platform.members.benefits;

import dev.waystation.platform.foundation.jobs.Jobs;
import dev.waystation.platform.members.benefits.model.Campaign;
import dev.waystation.platform.members.benefits.model.CodePattern;
import dev.waystation.platform.members.benefits.usecase.DraftCampaign;
import dev.waystation.platform.members.benefits.usecase.ExportCodes;
import dev.waystation.platform.members.benefits.usecase.OrderCodes;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Codes of fresh campaigns of ten yuan off, in clear. */
record FreshCodes(
        DraftCampaign drafts, OrderCodes orders, ExportCodes export, Jobs jobs, Clock clock) {

    static final CodePattern PATTERN = new CodePattern("T-####-####-####", CodePattern.CLEAR);

    String one(Campaign.Kind kind, @Nullable Long value) {
        long campaign =
                new Campaigns(drafts, clock).amountOff(1_000, kind, Campaigns.noLimits(), null);
        return inClear(make(campaign, 1, value)).getFirst();
    }

    /** Makes a batch and waits for it. */
    long make(long campaign, long count, @Nullable Long value) {
        OrderCodes.Outcome.Started started =
                (OrderCodes.Outcome.Started)
                        orders.handle(new OrderCodes.Command(campaign, PATTERN, count, 1, value));
        jobs.awaitAll();
        return started.batchId();
    }

    List<String> inClear(long batch) {
        StringWriter out = new StringWriter();
        try {
            export.write(export.batch(batch).orElseThrow(), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString().lines().toList();
    }
}
