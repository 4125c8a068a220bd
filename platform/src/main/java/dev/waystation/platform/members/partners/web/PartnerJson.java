package dev.waystation.platform.members.partners.web;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.partners.model.Contract;
import dev.waystation.platform.members.partners.model.Conversion;
import dev.waystation.platform.members.partners.model.Partner;
import dev.waystation.platform.members.partners.usecase.KeepPartners;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Partners as JSON. */
final class PartnerJson {

    record ContractView(
            int version,
            LocalDate validFrom,
            long inUnits,
            long inPoints,
            long outPoints,
            long outUnits,
            long costMinor,
            long outCostMinor,
            int reservePermille,
            String breakageTo,
            String billing,
            long creditCap,
            long alertPoints,
            String zone,
            String rounding,
            long minimum,
            long fee,
            String publishedBy,
            Instant publishedAt) {}

    record PackView(int number, LocalDate startsOn, long points, long drawn, long priceMinor) {}

    record PartnerView(
            String code,
            String kind,
            Said name,
            String link,
            boolean active,
            List<ContractView> contracts,
            @Nullable ContractView inForce,
            List<PackView> packs,
            long left,
            boolean low) {}

    /** What a member needs to convert. */
    record PartnerOfferView(String code, String kind, Said name, @Nullable ContractView contract) {}

    record ConversionView(
            UUID id,
            String eventId,
            String direction,
            @Nullable String memberId,
            @Nullable String account,
            long units,
            long points,
            long fee,
            int contract,
            String channel,
            String state,
            @Nullable String code,
            Instant askedAt,
            @Nullable Instant settledAt) {}

    private PartnerJson() {}

    static PartnerView view(KeepPartners.View each) {
        Partner partner = each.partner();
        Contract now = each.inForce();
        return new PartnerView(
                partner.code(),
                code(partner.kind()),
                partner.name(),
                code(partner.link()),
                partner.active(),
                each.contracts().stream().map(PartnerJson::contract).toList(),
                now == null ? null : contract(now),
                each.packs().stream()
                        .map(pack ->
                                new PackView(
                                        pack.number(),
                                        pack.startsOn(),
                                        pack.points(),
                                        pack.drawn(),
                                        pack.priceMinor()))
                        .toList(),
                each.left(),
                each.low());
    }

    static PartnerOfferView offer(KeepPartners.View each) {
        Contract now = each.inForce();
        return new PartnerOfferView(
                each.partner().code(),
                code(each.partner().kind()),
                each.partner().name(),
                now == null ? null : contract(now));
    }

    static ContractView contract(Contract each) {
        return new ContractView(
                each.version(),
                each.validFrom(),
                each.inUnits(),
                each.inPoints(),
                each.outPoints(),
                each.outUnits(),
                each.costMinor(),
                each.outCostMinor(),
                each.reservePermille(),
                code(each.breakageTo()),
                code(each.billing()),
                each.creditCap(),
                each.alertPoints(),
                each.zone().getId(),
                code(each.rounding()),
                each.minimum(),
                each.fee(),
                each.publishedBy(),
                each.publishedAt());
    }

    static ConversionView conversion(Conversion each) {
        Long member = each.memberId();
        String account = each.account();
        return new ConversionView(
                each.id(),
                each.eventId(),
                code(each.direction()),
                member == null ? null : PublicId.encode("mbr", member),
                account == null ? null : masked(account),
                each.units(),
                each.points(),
                each.fee(),
                each.contract(),
                code(each.channel()),
                code(each.state()),
                each.code(),
                each.askedAt(),
                each.settledAt());
    }

    static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static <E extends Enum<E>> E asked(Class<E> type, String field, String text) {
        for (E each : type.getEnumConstants()) {
            if (code(each).equals(text.toLowerCase(Locale.ROOT))) {
                return each;
            }
        }
        throw new Malformed(field, text, "give one of the values of the API document");
    }

    static LocalDate month(String text) {
        try {
            return YearMonth.parse(text).atDay(1);
        } catch (DateTimeException e) {
            throw new Malformed("month", text, "give a month as 2026-11");
        }
    }

    static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new Malformed("zone", text, "give a zone as Asia/Shanghai");
        }
    }

    static long member(Caller caller) {
        return switch (caller) {
            case Caller.Member(long id) -> id;
            case Caller.Staff _, Caller.ApiClient _, Caller.Anonymous _ ->
                    throw new Malformed("caller", caller.key(), "sign in as a member");
        };
    }

    static String who(Caller caller) {
        return caller instanceof Caller.Staff staff ? staff.name() : caller.key();
    }

    private static String masked(String account) {
        return account.length() <= 4 ? "****" : "****" + account.substring(account.length() - 4);
    }
}
