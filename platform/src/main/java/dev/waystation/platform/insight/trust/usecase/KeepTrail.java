package dev.waystation.platform.insight.trust.usecase;

import dev.waystation.platform.foundation.edge.Cursor;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.insight.trust.model.AuditEntry;
import dev.waystation.platform.insight.trust.model.AuditFilter;
import dev.waystation.platform.insight.trust.store.AuditStore;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes the trail as a chain: the digest of each entry covers the one before. */
@Service
public class KeepTrail {

    private static final String START = "0".repeat(64);
    private static final int CHUNK = 1_000;

    /** What somebody wrote down of an entry. */
    public record Kept(long sequence, String digest) {
        boolean fits(AuditEntry entry) {
            return entry.sequence() == sequence && entry.digest().equals(digest);
        }
    }

    /** How far the trail is whole. */
    public record Check(long entries, OptionalLong firstBroken) {}

    private final AuditStore store;

    KeepTrail(AuditStore store) {
        this.store = store;
    }

    /** Appends what a fact tells; a fact that is in the trail already changes nothing. */
    @Transactional
    public void handle(
            long factPosition,
            Instant told,
            String actor,
            String action,
            long subject,
            String detail) {
        if (store.known(factPosition)) {
            return;
        }
        // PostgreSQL rounds to microseconds: what is digested has to be what is read again.
        Instant occurredAt = told.truncatedTo(ChronoUnit.MICROS);
        Optional<AuditEntry> last = store.last();
        long sequence = last.map(AuditEntry::sequence).orElse(0L) + 1;
        String previous = last.map(AuditEntry::digest).orElse(START);
        String digest =
                digest(
                        previous,
                        sequence,
                        factPosition,
                        occurredAt,
                        actor,
                        action,
                        subject,
                        detail);
        store.append(
                new AuditEntry(
                        sequence,
                        factPosition,
                        occurredAt,
                        actor,
                        action,
                        subject,
                        detail,
                        previous,
                        digest));
    }

    public Page<AuditEntry> page(AuditFilter filter, Optional<Cursor> cursor, int limit) {
        long before = cursor.map(each -> each.number(0)).orElse(Long.MAX_VALUE);
        return Page.cut(
                store.before(filter, before, limit + 1),
                limit,
                last -> Cursor.after(last.sequence()));
    }

    /** The newest entry; whoever keeps its digest elsewhere can tell a rewritten trail later. */
    public Optional<AuditEntry> last() {
        return store.last();
    }

    /** The first entry that does not fit the chain; empty when the trail is whole. */
    public OptionalLong firstBroken() {
        return check(null).firstBroken();
    }

    /**
     * Reads the whole trail once, each digest made anew.
     *
     * @param kept a digest somebody kept of an entry; null when nobody did
     */
    @Transactional(readOnly = true)
    public Check check(@Nullable Kept kept) {
        if (kept != null && store.after(kept.sequence() - 1, 1).stream().noneMatch(kept::fits)) {
            return new Check(kept.sequence(), OptionalLong.of(kept.sequence()));
        }
        String previous = START;
        long sequence = 0;
        List<AuditEntry> chunk = store.after(0, CHUNK);
        while (!chunk.isEmpty()) {
            for (AuditEntry each : chunk) {
                boolean fits =
                        each.sequence() == sequence + 1
                                && each.previous().equals(previous)
                                && each.digest()
                                        .equals(
                                                digest(
                                                        previous,
                                                        each.sequence(),
                                                        each.factPosition(),
                                                        each.occurredAt(),
                                                        each.actor(),
                                                        each.action(),
                                                        each.subject(),
                                                        each.detail()));
                if (!fits) {
                    return new Check(sequence, OptionalLong.of(each.sequence()));
                }
                previous = each.digest();
                sequence = each.sequence();
            }
            chunk = store.after(sequence, CHUNK);
        }
        return new Check(sequence, OptionalLong.empty());
    }

    private static String digest(
            String previous,
            long sequence,
            long factPosition,
            Instant occurredAt,
            String actor,
            String action,
            long subject,
            String detail) {
        String text =
                String.join(
                        "\n",
                        previous,
                        Long.toString(sequence),
                        Long.toString(factPosition),
                        Long.toString(occurredAt.getEpochSecond()),
                        Integer.toString(occurredAt.getNano() / 1_000),
                        actor,
                        action,
                        Long.toString(subject),
                        detail);
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
