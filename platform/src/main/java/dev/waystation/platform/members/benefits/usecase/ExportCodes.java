package dev.waystation.platform.members.benefits.usecase;

import dev.waystation.platform.members.benefits.model.CodeBatch;
import dev.waystation.platform.members.benefits.model.CodeMint;
import dev.waystation.platform.members.benefits.store.CodeBatchStore;
import dev.waystation.platform.members.benefits.store.CouponCodeStore;
import java.io.IOException;
import java.io.Writer;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands a batch's codes out in clear: they are made again from the seed, since only digests are
 * stored. Once the seed is destroyed nobody can, and a copy of the database tells nothing.
 */
@Service
public class ExportCodes {

    private final CodeBatchStore batches;
    private final CouponCodeStore codes;
    private final BatchTools tools;
    private final Clock clock;

    ExportCodes(CodeBatchStore batches, CouponCodeStore codes, BatchTools tools, Clock clock) {
        this.batches = batches;
        this.codes = codes;
        this.tools = tools;
        this.clock = clock;
    }

    public Optional<CodeBatch> batch(long id) {
        return batches.find(id);
    }

    /** Writes one code a line. */
    public void write(CodeBatch batch, Writer out) throws IOException {
        CodeMint mint = tools.mint(batch);
        for (long chunk = 0; chunk < batch.chunks(); chunk++) {
            Map<String, String> byDigest = new HashMap<>();
            for (String code : mint.chunk(chunk, MintCodes.CHUNK)) {
                byDigest.put(tools.fresh(code).digest(), code);
            }
            // A short or partly replaced chunk made codes that were not kept: leave them out.
            List<String> kept = codes.kept(batch.id(), byDigest.keySet());
            for (String digest : kept) {
                out.write(byDigest.get(digest) + "\n");
            }
            out.flush();
        }
    }

    /** Destroys the seed; false when it is gone already. */
    @Transactional
    public boolean destroySeed(long batch) {
        return batches.destroySeed(batch, clock.instant());
    }
}
