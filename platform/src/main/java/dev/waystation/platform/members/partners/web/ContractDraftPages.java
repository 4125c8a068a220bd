package dev.waystation.platform.members.partners.web;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.foundation.edge.Versions;
import dev.waystation.platform.members.partners.PartnerRefusal;
import dev.waystation.platform.members.partners.model.Contract;
import dev.waystation.platform.members.partners.usecase.DraftContract;
import dev.waystation.platform.members.partners.usecase.KeepPartners;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The next version of a partner's contract while it is written. */
@RestController
class ContractDraftPages {

    /** {@code draft} is null while nobody writes one. */
    record ContractDraft(PartnerJson.@Nullable ContractView draft) {}

    private final KeepPartners partners;
    private final DraftContract drafts;
    private final Clock clock;

    ContractDraftPages(KeepPartners partners, DraftContract drafts, Clock clock) {
        this.partners = partners;
        this.drafts = drafts;
        this.clock = clock;
    }

    @GetMapping("/v1/partners/{code}/contract-draft")
    @Permission("partners.read")
    ResponseEntity<ContractDraft> draft(@PathVariable String code) {
        Optional<Contract> found = drafts.of(found(code).partner().id());
        return ResponseEntity.ok()
                .header(HttpHeaders.ETAG, tag(found))
                .body(new ContractDraft(found.map(PartnerJson::contract).orElse(null)));
    }

    @PutMapping("/v1/partners/{code}/contract-draft")
    @Permission("partners.write")
    ResponseEntity<ContractDraft> keep(
            @PathVariable String code,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ContractRequest body,
            Caller caller) {
        KeepPartners.View view = found(code);
        Versions.requireIfGiven(ifMatch, tag(drafts.of(view.partner().id())));
        drafts.keep(body.contract(view, PartnerJson.who(caller), clock.instant()));
        return draft(code);
    }

    @DeleteMapping("/v1/partners/{code}/contract-draft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permission("partners.write")
    void drop(@PathVariable String code) {
        drafts.drop(found(code).partner().id());
    }

    /** Publishes what stands in the draft; from then on it can't be changed. */
    @PostMapping("/v1/partners/{code}/contract-draft:publish")
    @Permission("partners.write")
    PartnerJson.PartnerView publishDraft(
            @PathVariable String code,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        KeepPartners.View view = found(code);
        Optional<Contract> draft = drafts.of(view.partner().id());
        Versions.requireIfGiven(ifMatch, tag(draft));
        Contract written =
                draft.orElseThrow(
                        () -> Refusal.of(PartnerRefusal.NO_CONTRACT_DRAFT, HttpStatus.NOT_FOUND));
        drafts.publish(
                        written.published(
                                view.contracts().size() + 1,
                                PartnerJson.who(caller),
                                clock.instant()))
                .ifPresent(refusal -> {
                    throw Refusal.of(refusal, HttpStatus.CONFLICT);
                });
        return PartnerJson.view(found(code));
    }

    private static String tag(Optional<Contract> draft) {
        return Versions.tagOf(draft.map(Contract::toString).orElse("none"));
    }

    private KeepPartners.View found(String code) {
        return partners.find(code)
                .orElseThrow(
                        () -> Refusal.of(PartnerRefusal.PARTNER_NOT_FOUND, HttpStatus.NOT_FOUND));
    }
}
