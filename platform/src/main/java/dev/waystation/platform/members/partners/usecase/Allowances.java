package dev.waystation.platform.members.partners.usecase;

import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.members.partners.PartnerRefusal;
import dev.waystation.platform.members.partners.facts.PartnerPointsRunLow;
import dev.waystation.platform.members.partners.model.Contract;
import dev.waystation.platform.members.partners.model.Conversion;
import dev.waystation.platform.members.partners.model.Pack;
import dev.waystation.platform.members.partners.model.Partner;
import dev.waystation.platform.members.partners.store.ConversionStore;
import dev.waystation.platform.members.partners.store.PrepaidPacks;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How many points a partner may still have issued: what is left of its packs, or of its credit.
 * Counted under the partner's lock.
 */
@Component
class Allowances {

    private final PrepaidPacks packs;
    private final ConversionStore conversions;
    private final FactLog facts;
    private final Clock clock;

    Allowances(PrepaidPacks packs, ConversionStore conversions, FactLog facts, Clock clock) {
        this.packs = packs;
        this.conversions = conversions;
        this.facts = facts;
        this.clock = clock;
    }

    long left(Partner partner, Contract contract) {
        return switch (contract.billing()) {
            case PREPAID -> started(partner, contract).stream().mapToLong(Pack::left).sum();
            case POSTPAID ->
                    Math.max(
                            0,
                            contract.creditCap()
                                    - conversions.unsettled(partner.id(), contract.zone().getId()));
        };
    }

    /** Takes a conversion's points from packs or credit, or says why not. */
    AskConversion.Outcome.@Nullable Refused take(
            Partner partner, Contract contract, Conversion conversion) {
        long left = left(partner, contract);
        long points = conversion.points();
        if (points > left) {
            return new AskConversion.Outcome.Refused(
                    contract.billing() == Contract.Billing.PREPAID
                            ? PartnerRefusal.PARTNER_PACKS_ARE_EMPTY
                            : PartnerRefusal.PARTNER_CREDIT_IS_USED_UP,
                    left);
        }
        if (contract.billing() == Contract.Billing.PREPAID) {
            draw(partner, contract, conversion);
        }
        if (left > contract.alertPoints() && left - points <= contract.alertPoints()) {
            facts.append(
                    new PartnerPointsRunLow(
                            partner.id(), partner.code(), left - points, clock.instant()));
        }
        return null;
    }

    private void draw(Partner partner, Contract contract, Conversion conversion) {
        long missing = conversion.points();
        for (Pack pack : started(partner, contract)) {
            long some = Math.min(missing, pack.left());
            if (some > 0) {
                packs.draw(partner.id(), pack.number(), conversion.id(), some);
                missing -= some;
            }
        }
    }

    private List<Pack> started(Partner partner, Contract contract) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), contract.zone());
        return packs.of(partner.id()).stream()
                .filter(pack -> !pack.startsOn().isAfter(today))
                .toList();
    }
}
