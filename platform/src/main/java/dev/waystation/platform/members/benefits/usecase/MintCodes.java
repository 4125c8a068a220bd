package dev.waystation.platform.members.benefits.usecase;

import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.foundation.jobs.JobProgress;
import dev.waystation.platform.foundation.jobs.JobWork;
import dev.waystation.platform.members.benefits.facts.CodesMade;
import dev.waystation.platform.members.benefits.model.CodeBatch;
import dev.waystation.platform.members.benefits.model.CodeMint;
import dev.waystation.platform.members.benefits.store.CodeBatchStore;
import dev.waystation.platform.members.benefits.store.CouponCodeStore;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * Makes the codes of a batch chunk by chunk: a COPY and one insert each, and the chunk is counted
 * in the same transaction. A restart goes on with the next chunk; a code that exists already is
 * left out and another made in its stead.
 */
@Component
class MintCodes implements JobWork {

    static final String KIND = "benefits.codes";
    static final int CHUNK = 25_000;

    private final CodeBatchStore batches;
    private final CouponCodeStore codes;
    private final BatchTools tools;
    private final FactLog facts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MintCodes(
            CodeBatchStore batches,
            CouponCodeStore codes,
            BatchTools tools,
            FactLog facts,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.batches = batches;
        this.codes = codes;
        this.tools = tools;
        this.facts = facts;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean restartable() {
        return true;
    }

    @Override
    public @Nullable Object run(JsonNode parameters, JobProgress progress) {
        long id = parameters.get("batchId").asLong();
        CodeBatch batch = batches.find(id).orElseThrow();
        CodeMint mint = tools.mint(batch);
        progress.total(batch.wanted());
        while (batch.missing() > 0) {
            progress.done(batch.made());
            if (progress.cancelled()) {
                progress.partial();
                break;
            }
            CodeBatch next = batch;
            transaction.executeWithoutResult(_ -> chunk(next, mint));
            batch = batches.find(id).orElseThrow();
        }
        progress.done(batch.made());
        return Map.of("made", batch.made(), "replaced", batch.replaced());
    }

    private void chunk(CodeBatch batch, CodeMint mint) {
        int size = (int) Math.min(CHUNK, batch.missing());
        List<CouponCodeStore.Fresh> fresh =
                mint.chunk(batch.chunks(), size).stream().map(tools::fresh).toList();
        int kept =
                codes.keep(
                        batch.campaignId(), batch.id(), batch.maxUses(), batch.valueMinor(), fresh);
        if (!batches.progress(batch.id(), batch.chunks(), kept, size - kept, clock.instant())) {
            throw new IllegalStateException("Batch " + batch.id() + " is being made elsewhere");
        }
        if (batch.made() + kept == batch.wanted()) {
            facts.append(
                    new CodesMade(batch.campaignId(), batch.id(), batch.wanted(), clock.instant()));
        }
    }
}
