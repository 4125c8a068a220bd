package dev.waystation.platform.insight.trust.web;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.jobs.JobView;
import dev.waystation.platform.foundation.jobs.Jobs;
import dev.waystation.platform.insight.trust.model.AuditEntry;
import dev.waystation.platform.insight.trust.usecase.KeepTrail;
import dev.waystation.platform.insight.trust.usecase.VerifyBooks;
import dev.waystation.platform.members.wallet.JournalChain;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where both chains stand, and the recount anybody may ask for who may read the trail. */
@RestController
class ProofPages {

    // trail 12 <digest> journal 34 <digest>
    private static final Pattern RECEIPT =
            Pattern.compile(
                    "(?:trail (\\d{1,18}) ([0-9a-f]{64}))?\\s*(?:journal (\\d{1,18}) ([0-9a-f]{64}))?");

    /**
     * Where the chains stand.
     *
     * @param receipt one line to keep outside the house; with it, a rewritten chain is found too
     */
    record ProofView(
            long trailEntries,
            long links,
            long entries,
            long waiting,
            @Nullable Instant chainedAt,
            String receipt) {}

    /** What somebody kept of an earlier {@code receipt}. */
    record KeptReceipt(@Nullable String receipt) {}

    private final KeepTrail trail;
    private final JournalChain journal;
    private final Jobs jobs;

    ProofPages(KeepTrail trail, JournalChain journal, Jobs jobs) {
        this.trail = trail;
        this.journal = journal;
        this.jobs = jobs;
    }

    @GetMapping("/v1/audit/proof")
    @Permission("audit.read")
    ProofView proof() {
        AuditEntry last = trail.last().orElse(null);
        JournalChain.Head head = journal.head().orElse(null);
        String trailPart = last == null ? "" : "trail " + last.sequence() + " " + last.digest();
        String journalPart = head == null ? "" : "journal " + head.number() + " " + head.digest();
        return new ProofView(
                last == null ? 0 : last.sequence(),
                head == null ? 0 : head.number(),
                head == null ? 0 : head.entries(),
                journal.waiting(),
                head == null ? null : head.at(),
                (trailPart + " " + journalPart).strip());
    }

    /** Recounts every digest of both chains from the rows; the job's result names what is wrong. */
    @PostMapping("/v1/audit:verify")
    @Permission("audit.read")
    @ResponseStatus(HttpStatus.ACCEPTED)
    JobView verify(@RequestBody KeptReceipt kept) {
        return jobs.submit(VerifyBooks.KIND, command(kept.receipt()));
    }

    private static VerifyBooks.Command command(@Nullable String receipt) {
        if (receipt == null || receipt.isBlank()) {
            return new VerifyBooks.Command(null, null);
        }
        Matcher parts = RECEIPT.matcher(receipt.strip());
        Malformed.require(
                parts.matches(), "receipt", receipt, "paste the whole line as you kept it");
        return new VerifyBooks.Command(
                parts.group(1) == null
                        ? null
                        : new KeepTrail.Kept(Long.parseLong(parts.group(1)), parts.group(2)),
                parts.group(3) == null
                        ? null
                        : new JournalChain.Kept(Long.parseLong(parts.group(3)), parts.group(4)));
    }
}
