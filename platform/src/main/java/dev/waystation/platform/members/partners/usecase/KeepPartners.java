package dev.waystation.platform.members.partners.usecase;

import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.members.partners.PartnerRefusal;
import dev.waystation.platform.members.partners.facts.ContractPublished;
import dev.waystation.platform.members.partners.model.Contract;
import dev.waystation.platform.members.partners.model.Pack;
import dev.waystation.platform.members.partners.model.Partner;
import dev.waystation.platform.members.partners.store.ContractStore;
import dev.waystation.platform.members.partners.store.PartnerStore;
import dev.waystation.platform.members.partners.store.PrepaidPacks;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds partners, publishes versions of contracts, sells packs; and shows them. */
@Service
public class KeepPartners {

    /**
     * A partner with what is agreed.
     *
     * @param contracts the newest first
     * @param inForce the one of today
     * @param left how many points it may still have issued
     * @param low whether that is at or below the contract's mark
     */
    public record View(
            Partner partner,
            List<Contract> contracts,
            @Nullable Contract inForce,
            List<Pack> packs,
            long left,
            boolean low) {}

    private final PartnerStore partners;
    private final ContractStore contracts;
    private final PrepaidPacks packs;
    private final Allowances allowances;
    private final FactLog facts;
    private final Clock clock;

    KeepPartners(
            PartnerStore partners,
            ContractStore contracts,
            PrepaidPacks packs,
            Allowances allowances,
            FactLog facts,
            Clock clock) {
        this.partners = partners;
        this.contracts = contracts;
        this.packs = packs;
        this.allowances = allowances;
        this.facts = facts;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<View> all() {
        return partners.all().stream().map(this::view).toList();
    }

    @Transactional(readOnly = true)
    public Optional<View> find(String code) {
        return partners.byCode(code).map(this::view);
    }

    @Transactional
    public Optional<PartnerRefusal> add(Partner partner, @Nullable String secret) {
        return partners.add(partner, secret)
                ? Optional.empty()
                : Optional.of(PartnerRefusal.PARTNER_CODE_TAKEN);
    }

    /** The version follows the newest; it starts today or later, so no past month changes. */
    @Transactional
    public Optional<PartnerRefusal> publish(Contract draft) {
        partners.lock(draft.partnerId());
        List<Contract> before = contracts.of(draft.partnerId());
        LocalDate today = LocalDate.ofInstant(clock.instant(), draft.zone());
        if (!before.isEmpty() && draft.validFrom().isBefore(today)) {
            return Optional.of(PartnerRefusal.CONTRACT_IN_THE_PAST);
        }
        if (before.stream().anyMatch(each -> each.validFrom().equals(draft.validFrom()))) {
            return Optional.of(PartnerRefusal.CONTRACT_DATE_TAKEN);
        }
        contracts.publish(draft);
        facts.append(
                new ContractPublished(
                        draft.partnerId(),
                        partners.byId(draft.partnerId()).orElseThrow().code(),
                        draft.version(),
                        draft.validFrom(),
                        draft.publishedBy(),
                        clock.instant()));
        return Optional.empty();
    }

    @Transactional
    public void pack(Partner partner, LocalDate startsOn, long points, long priceMinor) {
        partners.lock(partner.id());
        packs.add(partner.id(), startsOn, points, priceMinor);
    }

    private View view(Partner partner) {
        List<Contract> all = contracts.of(partner.id());
        Contract now =
                all.stream()
                        .filter(each ->
                                !each.validFrom()
                                        .isAfter(LocalDate.ofInstant(clock.instant(), each.zone())))
                        .max((one, other) -> one.validFrom().compareTo(other.validFrom()))
                        .orElse(null);
        long left = now == null ? 0 : allowances.left(partner, now);
        return new View(
                partner,
                all,
                now,
                packs.of(partner.id()),
                left,
                now != null && left <= now.alertPoints());
    }
}
