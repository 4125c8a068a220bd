package dev.waystation.platform.insight.privacy.usecase;

import dev.waystation.platform.engagement.messaging.Silence;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.members.membership.ConsentLedger;
import dev.waystation.platform.members.membership.ConsentLine;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says, signed, what a member agreed to or withdrew, when and how, and of a withdrawal what the
 * outbox did since then. It is made of the ledger when it is asked for, so it proves what stands
 * there and cannot be lost.
 */
@Service
public class ProveConsent {

    /**
     * A signed line of the ledger of consents.
     *
     * @param left messages that left after a withdrawal: none, unless something is broken
     */
    public record Proof(
            ConsentLine line,
            long left,
            long heldBack,
            String document,
            String signature,
            String publicKey) {}

    private final ConsentLedger ledger;
    private final Silence silence;
    private final SignDocuments sign;
    private final Clock clock;

    ProveConsent(ConsentLedger ledger, Silence silence, SignDocuments sign, Clock clock) {
        this.ledger = ledger;
        this.silence = silence;
        this.sign = sign;
        this.clock = clock;
    }

    /** Of the newest line about a channel and purpose; empty where nothing was ever said. */
    @Transactional(readOnly = true)
    public Optional<Proof> handle(long memberId, String channel, String purpose) {
        return ledger.of(memberId).stream()
                .filter(line -> line.channel().equals(channel) && line.purpose().equals(purpose))
                .max(java.util.Comparator.comparingInt(ConsentLine::sequence))
                .map(line -> proof(memberId, line));
    }

    private Proof proof(long memberId, ConsentLine line) {
        Silence.Kept kept =
                line.granted()
                        ? new Silence.Kept(0, 0)
                        : silence.since(memberId, line.channel(), line.purpose(), line.at());
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("member", PublicId.encode("mbr", memberId));
        document.put("channel", line.channel());
        document.put("purpose", line.purpose());
        document.put("says", line.granted() ? "granted" : "withdrawn");
        document.put("at", line.at().toString());
        document.put("line", line.sequence());
        document.put("source", line.source());
        document.put("textVersion", line.textVersion());
        document.put("record", line.proof());
        if (!line.granted()) {
            document.put("sentSince", kept.left());
            document.put("heldBackSince", kept.heldBack());
        }
        document.put("checkedAt", clock.instant().toString());
        SignDocuments.Signed signed = sign.sign(SignDocuments.Kind.CONSENT, document);
        return new Proof(
                line,
                kept.left(),
                kept.heldBack(),
                signed.document(),
                signed.signature(),
                sign.publicKey(signed.document()).orElse(""));
    }
}
