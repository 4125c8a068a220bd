package dev.waystation.platform.engagement.messaging.web;

import dev.waystation.platform.engagement.messaging.model.SendRules;
import dev.waystation.platform.engagement.messaging.usecase.ApplyReceipts;
import dev.waystation.platform.engagement.messaging.usecase.HearAnswers;
import dev.waystation.platform.engagement.messaging.usecase.KeepRules;
import dev.waystation.platform.engagement.messaging.usecase.ShowInbox;
import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Versions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Rules, receipts, answers and the member's inbox over HTTP. */
@RestController
class MessageWorkController {

    private final KeepRules rules;
    private final ApplyReceipts receipts;
    private final HearAnswers answers;
    private final ShowInbox inbox;

    MessageWorkController(
            KeepRules rules, ApplyReceipts receipts, HearAnswers answers, ShowInbox inbox) {
        this.rules = rules;
        this.receipts = receipts;
        this.answers = answers;
        this.inbox = inbox;
    }

    /** Receipts of a channel. */
    record Receipts(List<ApplyReceipts.Receipt> receipts) {}

    /** How many moved a message on. */
    record Applied(int moved) {}

    @GetMapping("/v1/message-rules")
    @Permission({"messages.read", "journeys.read"})
    ResponseEntity<SendRules> rules() {
        return shown(rules.read());
    }

    @PutMapping("/v1/message-rules")
    @Permission("journeys.write")
    ResponseEntity<SendRules> replaceRules(
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody SendRules body) {
        Versions.requireIfGiven(ifMatch, Versions.tagOf(rules.read()));
        return shown(rules.handle(body));
    }

    private static ResponseEntity<SendRules> shown(SendRules inForce) {
        return ResponseEntity.ok().header(HttpHeaders.ETAG, Versions.tagOf(inForce)).body(inForce);
    }

    @PostMapping("/v1/message-receipts")
    @Permission("journeys.write")
    Applied receipts(@RequestBody Receipts body) {
        return new Applied(receipts.handle(body.receipts()));
    }

    @PostMapping("/v1/message-answers")
    @Permission("journeys.write")
    HearAnswers.Heard answers(@RequestBody HearAnswers.Command body) {
        return answers.handle(body);
    }

    @GetMapping("/v1/me/messages")
    @Permission(Permission.MEMBER)
    ShowInbox.Inbox inbox(Caller caller) {
        return inbox.handle(member(caller));
    }

    @PostMapping("/v1/me/messages/{id}:read")
    @Permission(Permission.MEMBER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(@PathVariable String id, Caller caller) {
        inbox.read(member(caller), PublicId.decode("msg", id));
    }

    private static long member(Caller caller) {
        if (caller instanceof Caller.Member member) {
            return member.memberId();
        }
        throw new IllegalStateException("Only members have an inbox, not " + caller);
    }
}
