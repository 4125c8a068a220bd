package dev.waystation.platform.members.partners.web;

import static dev.waystation.platform.members.partners.web.PartnerJson.asked;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.partners.PartnerRefusal;
import dev.waystation.platform.members.partners.model.Partner;
import dev.waystation.platform.members.partners.usecase.KeepPartners;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Partners, their contracts and packs. */
@RestController
class PartnerPages {

    /** The secret signs requests to the partner; it never comes out again. */
    record PartnerRequest(
            String code,
            String kind,
            Said name,
            String link,
            @Nullable String endpoint,
            @Nullable String secret,
            @Nullable Long clientId) {}

    record PackRequest(LocalDate startsOn, long points, long priceMinor) {}

    private final KeepPartners keep;
    private final Clock clock;

    PartnerPages(KeepPartners keep, Clock clock) {
        this.keep = keep;
        this.clock = clock;
    }

    @GetMapping("/v1/partners")
    @Permission("partners.read")
    List<PartnerJson.PartnerView> all() {
        return keep.all().stream().map(PartnerJson::view).toList();
    }

    @GetMapping("/v1/partners/{code}")
    @Permission("partners.read")
    PartnerJson.PartnerView one(@PathVariable String code) {
        return PartnerJson.view(found(code));
    }

    @PostMapping("/v1/partners")
    @ResponseStatus(HttpStatus.CREATED)
    @Permission("partners.write")
    PartnerJson.PartnerView add(@RequestBody PartnerRequest body) {
        Malformed.require(
                body.code().matches("[a-z][a-z0-9-]{1,29}"),
                "code",
                body.code(),
                "give small letters, digits and hyphens");
        Partner.Link link = asked(Partner.Link.class, "link", body.link());
        Malformed.require(
                link != Partner.Link.HTTP || (body.endpoint() != null && body.secret() != null),
                "endpoint",
                body.endpoint(),
                "give an address and a secret for a partner reached over HTTP");
        Partner partner =
                new Partner(
                        0,
                        body.code(),
                        asked(Partner.Kind.class, "kind", body.kind()),
                        body.name(),
                        link,
                        body.endpoint(),
                        body.clientId(),
                        true);
        keep.add(partner, body.secret()).ifPresent(PartnerPages::refuse);
        return one(body.code());
    }

    @PostMapping("/v1/partners/{code}/contracts")
    @ResponseStatus(HttpStatus.CREATED)
    @Permission("partners.write")
    PartnerJson.PartnerView publish(
            @PathVariable String code, @RequestBody ContractRequest body, Caller caller) {
        keep.publish(body.contract(found(code), PartnerJson.who(caller), clock.instant()))
                .ifPresent(PartnerPages::refuse);
        return one(code);
    }

    @PostMapping("/v1/partners/{code}/packs")
    @ResponseStatus(HttpStatus.CREATED)
    @Permission("partners.write")
    PartnerJson.PartnerView pack(@PathVariable String code, @RequestBody PackRequest body) {
        positive("points", body.points());
        Malformed.require(
                body.priceMinor() >= 0, "priceMinor", body.priceMinor(), "give 0 or more");
        keep.pack(found(code).partner(), body.startsOn(), body.points(), body.priceMinor());
        return one(code);
    }

    private KeepPartners.View found(String code) {
        return keep.find(code)
                .orElseThrow(
                        () -> Refusal.of(PartnerRefusal.PARTNER_NOT_FOUND, HttpStatus.NOT_FOUND));
    }

    private static void positive(String field, long value) {
        Malformed.require(value > 0, field, value, "give 1 or more");
    }

    private static void refuse(PartnerRefusal code) {
        throw Refusal.of(code, HttpStatus.CONFLICT);
    }
}
