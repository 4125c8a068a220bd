package dev.waystation.platform.members.membership.web;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.members.membership.ConsentLine;
import dev.waystation.platform.members.membership.usecase.ShowConsents;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The ledger of consents: what was agreed to or withdrawn, when, with which words, and the proof.
 */
@RestController
class ConsentLedgerPages {

    private final ShowConsents consents;

    ConsentLedgerPages(ShowConsents consents) {
        this.consents = consents;
    }

    @GetMapping("/v1/members/{id}/consent-lines")
    @Permission("members.read")
    Page<ConsentLine> ofMember(@PathVariable String id) {
        return Page.last(consents.of(PublicId.decode("mbr", id)));
    }

    @GetMapping("/v1/me/consent-lines")
    @Permission(Permission.MEMBER)
    Page<ConsentLine> mine(Caller caller) {
        return Page.last(consents.of(((Caller.Member) caller).memberId()));
    }
}
