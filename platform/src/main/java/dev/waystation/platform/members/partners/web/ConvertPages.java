package dev.waystation.platform.members.partners.web;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.IdempotencyReference;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.members.partners.model.Contract.Direction;
import dev.waystation.platform.members.partners.model.Conversion;
import dev.waystation.platform.members.partners.usecase.AskConversion;
import dev.waystation.platform.members.partners.usecase.FindConversions;
import dev.waystation.platform.members.partners.usecase.KeepPartners;
import java.time.Clock;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A member converts points, either way. */
@RestController
class ConvertPages {

    /** Amount in units of the side that gives. */
    record ConvertRequest(String partner, String direction, String account, long amount) {}

    private final KeepPartners partners;
    private final AskConversion ask;
    private final FindConversions find;
    private final Clock clock;

    ConvertPages(KeepPartners partners, AskConversion ask, FindConversions find, Clock clock) {
        this.partners = partners;
        this.ask = ask;
        this.find = find;
        this.clock = clock;
    }

    @GetMapping("/v1/me/partners")
    @Permission(Permission.MEMBER)
    List<PartnerJson.PartnerOfferView> offers() {
        return partners.all().stream()
                .filter(each -> each.partner().active() && each.inForce() != null)
                .map(PartnerJson::offer)
                .toList();
    }

    @GetMapping("/v1/me/conversions")
    @Permission(Permission.MEMBER)
    List<PartnerJson.ConversionView> mine(Caller caller) {
        return find.ofMember(PartnerJson.member(caller)).stream()
                .map(PartnerJson::conversion)
                .toList();
    }

    /** Recorded when answered; the points follow when the partner has done its side. */
    @PostMapping("/v1/me/conversions")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Permission(Permission.MEMBER)
    PartnerJson.ConversionView convert(Caller caller, @RequestBody ConvertRequest body) {
        Malformed.require(
                body.account().matches("[A-Za-z0-9]{4,40}"),
                "account",
                body.account(),
                "give the 4 to 40 letters and digits of your account there");
        return ExchangePages.answer(
                ask.handle(
                        new AskConversion.Command(
                                body.partner(),
                                PartnerJson.asked(Direction.class, "direction", body.direction()),
                                "way-" + IdempotencyReference.current(),
                                PartnerJson.member(caller),
                                body.account(),
                                body.amount(),
                                Conversion.Channel.MEMBER,
                                clock.instant())));
    }
}
