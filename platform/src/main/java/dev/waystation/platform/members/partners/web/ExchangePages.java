package dev.waystation.platform.members.partners.web;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.members.partners.PartnerRefusal;
import dev.waystation.platform.members.partners.model.Contract.Direction;
import dev.waystation.platform.members.partners.model.Conversion;
import dev.waystation.platform.members.partners.model.ConversionCounts;
import dev.waystation.platform.members.partners.model.ExchangeFile;
import dev.waystation.platform.members.partners.model.Partner;
import dev.waystation.platform.members.partners.usecase.AskConversion;
import dev.waystation.platform.members.partners.usecase.FindConversions;
import dev.waystation.platform.members.partners.usecase.KeepPartners;
import dev.waystation.platform.members.partners.usecase.NamedMembers;
import dev.waystation.platform.members.partners.usecase.ReceiveFile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * What a partner's program sends: conversions one by one or as a file. Its key speaks for it alone.
 */
@RestController
class ExchangePages {

    /** Member number, phone or document of the member. */
    record ExchangeRequest(String eventId, String member, long units, Instant occurredAt) {}

    record ExchangeFileRequest(String name, String content, int lines, long units) {}

    record AssignRequest(String memberId) {}

    private final KeepPartners partners;
    private final AskConversion ask;
    private final ReceiveFile receive;
    private final FindConversions find;
    private final NamedMembers members;

    ExchangePages(
            KeepPartners partners,
            AskConversion ask,
            ReceiveFile receive,
            FindConversions find,
            NamedMembers members) {
        this.partners = partners;
        this.ask = ask;
        this.receive = receive;
        this.find = find;
        this.members = members;
    }

    @GetMapping("/v1/partners/{code}/conversions")
    @Permission({"partners.read", "partners.exchange"})
    List<PartnerJson.ConversionView> all(@PathVariable String code, Caller caller) {
        return find.ofPartner(own(code, caller)).stream().map(PartnerJson::conversion).toList();
    }

    @GetMapping("/v1/partners/{code}/conversion-counts")
    @Permission({"partners.read", "partners.exchange"})
    ConversionCounts counts(@PathVariable String code, Caller caller) {
        return find.counts(own(code, caller));
    }

    /** The hundred that have waited longest for somebody to find their member. */
    @GetMapping("/v1/partners/{code}/suspense")
    @Permission({"partners.read", "partners.exchange"})
    List<PartnerJson.ConversionView> suspense(@PathVariable String code, Caller caller) {
        return find.suspended(own(code, caller)).stream().map(PartnerJson::conversion).toList();
    }

    /** The partner asks what became of its event. */
    @GetMapping("/v1/partners/{code}/conversions/{eventId}")
    @Permission({"partners.read", "partners.exchange"})
    PartnerJson.ConversionView one(
            @PathVariable String code, @PathVariable String eventId, Caller caller) {
        return find.event(own(code, caller), eventId)
                .map(PartnerJson::conversion)
                .orElseThrow(() ->
                        Refusal.of(PartnerRefusal.CONVERSION_NOT_FOUND, HttpStatus.NOT_FOUND));
    }

    @PostMapping("/v1/partners/{code}/conversions")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Permission("partners.exchange")
    PartnerJson.ConversionView in(
            @PathVariable String code, @RequestBody ExchangeRequest body, Caller caller) {
        own(code, caller);
        return answer(
                ask.handle(
                        new AskConversion.Command(
                                code,
                                Direction.IN,
                                body.eventId(),
                                members.find(body.member()).orElse(null),
                                null,
                                body.units(),
                                Conversion.Channel.API,
                                body.occurredAt())));
    }

    @GetMapping("/v1/partners/{code}/files")
    @Permission({"partners.read", "partners.exchange"})
    List<ExchangeFile> files(@PathVariable String code, Caller caller) {
        return find.files(own(code, caller));
    }

    @GetMapping("/v1/partners/{code}/files/{id}")
    @Permission({"partners.read", "partners.exchange"})
    ExchangeFile file(@PathVariable String code, @PathVariable UUID id, Caller caller) {
        long partner = own(code, caller).id();
        return find.file(id)
                .filter(each -> each.partnerId() == partner)
                .orElseThrow(() -> Refusal.notFound("file " + id));
    }

    @PostMapping("/v1/partners/{code}/files")
    @Permission("partners.exchange")
    ExchangeFile receive(
            @PathVariable String code, @RequestBody ExchangeFileRequest body, Caller caller) {
        own(code, caller);
        return switch (receive.handle(
                new ReceiveFile.Command(
                        code,
                        body.name(),
                        body.content(),
                        body.lines(),
                        body.units(),
                        PartnerJson.who(caller)))) {
            case ReceiveFile.Outcome.Answered(ExchangeFile file) -> file;
            case ReceiveFile.Outcome.Refused(var refusal, int lines, long units) ->
                    throw Refusal.of(
                            refusal,
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            Map.of("lines", lines, "units", units));
        };
    }

    @PostMapping("/v1/partner-conversions/{id}:assign")
    @Permission("partners.write")
    void assign(@PathVariable UUID id, @RequestBody AssignRequest body) {
        find.assign(id, PublicId.decode("mbr", body.memberId()))
                .ifPresent(code -> {
                    throw Refusal.of(code, HttpStatus.CONFLICT);
                });
    }

    static PartnerJson.ConversionView answer(AskConversion.Outcome outcome) {
        return switch (outcome) {
            case AskConversion.Outcome.Asked(Conversion made, boolean _) ->
                    PartnerJson.conversion(made);
            case AskConversion.Outcome.Refused(var code, long possible) ->
                    throw Refusal.of(
                            code,
                            code == PartnerRefusal.PARTNER_NOT_FOUND
                                    ? HttpStatus.NOT_FOUND
                                    : HttpStatus.CONFLICT,
                            Map.of("possible", possible));
        };
    }

    private Partner own(String code, Caller caller) {
        Partner partner =
                partners.find(code)
                        .map(KeepPartners.View::partner)
                        .orElseThrow(() ->
                                Refusal.of(PartnerRefusal.PARTNER_NOT_FOUND, HttpStatus.NOT_FOUND));
        Long client = partner.clientId();
        if (caller instanceof Caller.ApiClient key && (client == null || client != key.id())) {
            throw Refusal.of(PartnerRefusal.PARTNER_KEY_OF_ANOTHER, HttpStatus.FORBIDDEN);
        }
        return partner;
    }
}
