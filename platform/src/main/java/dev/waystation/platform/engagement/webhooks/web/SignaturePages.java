package dev.waystation.platform.engagement.webhooks.web;

import dev.waystation.platform.engagement.webhooks.WebhookRefusal;
import dev.waystation.platform.engagement.webhooks.usecase.CheckSignatures;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** For whoever writes a receiver: is this signature right, and a request to try with. */
@RestController
class SignaturePages {

    /** A command line with everything in it. */
    record CommandLine(String curl) {}

    private final CheckSignatures signatures;

    SignaturePages(CheckSignatures signatures) {
        this.signatures = signatures;
    }

    /** Whether a request is signed as Standard Webhooks want it; nothing of it is kept. */
    @PostMapping("/v1/webhook-signatures:check")
    @Permission("events.read")
    CheckSignatures.Checked checkSignature(@RequestBody CheckSignatures.Command asked) {
        return signatures.handle(asked);
    }

    /** A delivery as curl, signed anew for whoever may send: the secret itself is not in it. */
    @GetMapping("/v1/webhook-deliveries/{id}/curl")
    @Permission("events.write")
    CommandLine deliveryAsCurl(@PathVariable String id) {
        return signatures
                .curl(PublicId.decode("dlv", id))
                .map(CommandLine::new)
                .orElseThrow(
                        () -> Refusal.of(WebhookRefusal.DELIVERY_NOT_FOUND, HttpStatus.NOT_FOUND));
    }
}
