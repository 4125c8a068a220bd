package dev.waystation.platform.members.partners.usecase;

import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.members.partners.PartnerRefusal;
import dev.waystation.platform.members.partners.facts.PartnerPeriodLocked;
import dev.waystation.platform.members.partners.model.Contract;
import dev.waystation.platform.members.partners.model.Partner;
import dev.waystation.platform.members.partners.model.Statement;
import dev.waystation.platform.members.partners.store.ContractStore;
import dev.waystation.platform.members.partners.store.PartnerStore;
import dev.waystation.platform.members.partners.store.SettlementStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Runs and locks a partner's month, takes the partner's own account of it and payments. A locked
 * month never changes; corrections are adjustments in a later one.
 */
@Service
public class SettleMonth {

    /** The month as it stands now, or why nothing changed. */
    public sealed interface Outcome {

        record Done(Statement statement) implements Outcome {}

        record Refused(PartnerRefusal code) implements Outcome {}
    }

    /** A month that was counted. */
    public record Month(LocalDate period, boolean locked) {}

    private final PartnerStore partners;
    private final ContractStore contracts;
    private final SettlementStore settlement;
    private final ShowStatement show;
    private final FactLog facts;
    private final Clock clock;

    SettleMonth(
            PartnerStore partners,
            ContractStore contracts,
            SettlementStore settlement,
            ShowStatement show,
            FactLog facts,
            Clock clock) {
        this.partners = partners;
        this.contracts = contracts;
        this.settlement = settlement;
        this.show = show;
        this.facts = facts;
        this.clock = clock;
    }

    /** Counts the month from the ledger; the same again while nothing was posted. */
    @Transactional
    public Outcome run(String code, LocalDate month) {
        return with(
                code,
                month,
                partner -> {
                    LocalDate period = month.withDayOfMonth(1);
                    settlement.ran(partner.id(), period, clock.instant());
                    settlement.lines(partner.id(), period, show.of(partner, period).lines());
                    return done(partner, period);
                });
    }

    @Transactional
    public Outcome lock(String code, LocalDate month, String by) {
        return with(
                code,
                month,
                partner -> {
                    LocalDate period = month.withDayOfMonth(1);
                    Contract contract =
                            contracts
                                    .on(partner.id(), period.plusMonths(1).minusDays(1))
                                    .orElse(null);
                    if (contract == null) {
                        return new Outcome.Refused(PartnerRefusal.PARTNER_HAS_NO_CONTRACT);
                    }
                    if (!contract.monthOf(clock.instant()).isAfter(period)) {
                        return new Outcome.Refused(PartnerRefusal.SETTLEMENT_MONTH_NOT_OVER);
                    }
                    Statement statement = show.of(partner, period);
                    settlement.ran(partner.id(), period, clock.instant());
                    settlement.lines(partner.id(), period, statement.lines());
                    settlement.lock(partner.id(), period, by);
                    facts.append(
                            new PartnerPeriodLocked(
                                    partner.id(), period, statement.net(), by, clock.instant()));
                    return done(partner, period);
                });
    }

    /** The partner's own account of the month, whole; sent again it replaces the one before. */
    @Transactional
    public Outcome claim(String code, LocalDate month, Map<String, Long> units) {
        return with(
                code,
                month,
                partner -> {
                    settlement.claimed(partner.id(), month.withDayOfMonth(1), units);
                    return done(partner, month.withDayOfMonth(1));
                });
    }

    /** A payment may come after the month is locked. */
    @Transactional
    public Outcome pay(String code, LocalDate month, Statement.Payment payment) {
        Partner partner = partners.byCode(code).orElse(null);
        if (partner == null) {
            return new Outcome.Refused(PartnerRefusal.PARTNER_NOT_FOUND);
        }
        return settlement.pay(partner.id(), month.withDayOfMonth(1), payment)
                ? done(partner, month.withDayOfMonth(1))
                : new Outcome.Refused(PartnerRefusal.PAYMENT_NOTED_ALREADY);
    }

    /** The months that were counted, the newest first. */
    public List<Month> months(Partner partner) {
        return settlement.periods(partner.id()).stream()
                .map(each -> new Month(each.period(), each.locked()))
                .toList();
    }

    private interface Step {
        Outcome on(Partner partner);
    }

    private Outcome with(String code, LocalDate month, Step step) {
        Partner partner = partners.byCode(code).orElse(null);
        if (partner == null) {
            return new Outcome.Refused(PartnerRefusal.PARTNER_NOT_FOUND);
        }
        partners.lock(partner.id());
        if (settlement.locked(partner.id(), month.withDayOfMonth(1))) {
            return new Outcome.Refused(PartnerRefusal.SETTLEMENT_IS_LOCKED);
        }
        return step.on(partner);
    }

    private Outcome done(Partner partner, LocalDate period) {
        return new Outcome.Done(show.of(partner, period));
    }
}
