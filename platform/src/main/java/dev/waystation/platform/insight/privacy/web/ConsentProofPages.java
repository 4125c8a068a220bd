package dev.waystation.platform.insight.privacy.web;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.insight.privacy.usecase.ProveConsent;
import dev.waystation.platform.insight.privacy.usecase.SignDocuments;
import dev.waystation.platform.members.membership.Withdrawals;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Proof of what a member agreed to or withdrew. Staff may write down a no that a member said at a
 * counter; a yes comes from the member alone.
 */
@RestController
class ConsentProofPages {

    record WithdrawRequest(String channel, String purpose) {}

    /** A document and what is claimed to be its signature. */
    record ClaimedProof(String document, String signature) {}

    record Checked(boolean genuine) {}

    private final ProveConsent prove;
    private final SignDocuments sign;
    private final Withdrawals withdrawals;

    ConsentProofPages(ProveConsent prove, SignDocuments sign, Withdrawals withdrawals) {
        this.prove = prove;
        this.sign = sign;
        this.withdrawals = withdrawals;
    }

    @GetMapping("/v1/members/{id}/consent-proof")
    @Permission("privacy.read")
    ProveConsent.Proof consentProof(
            @PathVariable String id, @RequestParam String channel, @RequestParam String purpose) {
        return proof(PublicId.decode("mbr", id), channel, purpose);
    }

    @GetMapping("/v1/me/consent-proof")
    @Permission(Permission.MEMBER)
    ProveConsent.Proof myConsentProof(
            @RequestParam String channel, @RequestParam String purpose, Caller caller) {
        if (caller instanceof Caller.Member(long memberId)) {
            return proof(memberId, channel, purpose);
        }
        throw Refusal.notFound("me");
    }

    /** Writes down the no of a member and answers its proof; it counts before this answers. */
    @PostMapping("/v1/members/{id}/consents:withdraw")
    @Permission("privacy.write")
    ProveConsent.Proof withdrawForMember(
            @PathVariable String id, @RequestBody WithdrawRequest body, Caller caller) {
        long memberId = PublicId.decode("mbr", id);
        withdrawals.withdraw(memberId, body.channel(), body.purpose(), caller.key());
        return proof(memberId, body.channel(), body.purpose());
    }

    /** Whether a document is one the house signed, letter for letter; anybody may ask. */
    @PostMapping("/v1/privacy/proofs:check")
    @Permission(Permission.PUBLIC)
    Checked checkProof(@RequestBody ClaimedProof body) {
        return new Checked(sign.isGenuine(body.document(), body.signature()));
    }

    private ProveConsent.Proof proof(long memberId, String channel, String purpose) {
        return prove.handle(memberId, channel, purpose)
                .orElseThrow(() -> Refusal.notFound(channel + "/" + purpose));
    }
}
