package dev.waystation.platform.members.partners.usecase;

import dev.waystation.platform.members.partners.model.Billing;
import dev.waystation.platform.members.partners.model.Contract;
import dev.waystation.platform.members.partners.model.Contract.Direction;
import dev.waystation.platform.members.partners.model.Conversion;
import dev.waystation.platform.members.partners.model.Matching;
import dev.waystation.platform.members.partners.model.Partner;
import dev.waystation.platform.members.partners.model.Statement;
import dev.waystation.platform.members.partners.store.ContractStore;
import dev.waystation.platform.members.partners.store.ConversionStore;
import dev.waystation.platform.members.partners.store.DisputeStore;
import dev.waystation.platform.members.partners.store.SettlementStore;
import dev.waystation.platform.members.wallet.Funding;
import dev.waystation.platform.members.wallet.Points;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A partner's month from the three accounts: our ledger, the partner's file, the payments. */
@Service
public class ShowStatement {

    private final ContractStore contracts;
    private final ConversionStore conversions;
    private final SettlementStore settlement;
    private final DisputeStore disputes;
    private final Funding funding;

    ShowStatement(
            ContractStore contracts,
            ConversionStore conversions,
            SettlementStore settlement,
            DisputeStore disputes,
            Funding funding) {
        this.contracts = contracts;
        this.conversions = conversions;
        this.settlement = settlement;
        this.disputes = disputes;
        this.funding = funding;
    }

    /** Rates are those in force on the month's last day. */
    @Transactional(readOnly = true)
    public Statement of(Partner partner, LocalDate period) {
        Contract contract =
                contracts
                        .on(partner.id(), period.plusMonths(1).minusDays(1))
                        .orElseThrow(() ->
                                new IllegalStateException(partner.code() + " has no contract"));
        Instant from = period.atStartOfDay(contract.zone()).toInstant();
        Instant to = period.plusMonths(1).atStartOfDay(contract.zone()).toInstant();
        List<Conversion> settled = conversions.settled(partner.id(), from, to);
        boolean locked = settlement.locked(partner.id(), period);
        List<Statement.Line> counted = lines(partner, contract, period, from, to, settled);
        List<Statement.Line> lines = locked ? kept(partner, period, counted) : counted;
        List<Statement.Payment> payments = settlement.payments(partner.id(), period);
        long net = lines.stream().mapToLong(Statement.Line::minor).sum();
        long paid = payments.stream().mapToLong(Statement.Payment::minor).sum();
        Map<String, Long> ours = new LinkedHashMap<>();
        settled.forEach(each -> ours.put(each.eventId(), each.units()));
        Map<String, Long> theirs = settlement.claimed(partner.id(), period);
        List<Statement.Dispute> opened = disputes.of(partner.id(), period);
        Map<String, UUID> byDifference = new LinkedHashMap<>();
        opened.forEach(each -> byDifference.put(each.eventId() + " " + each.kind(), each.id()));
        return new Statement(
                period,
                locked,
                lines,
                net,
                paid,
                totals(ours),
                totals(theirs),
                Matching.differences(ours, theirs, net, paid, byDifference),
                payments,
                opened);
    }

    private List<Statement.Line> lines(
            Partner partner,
            Contract contract,
            LocalDate period,
            Instant from,
            Instant to,
            List<Conversion> settled) {
        List<Conversion> out =
                settled.stream().filter(each -> each.direction() == Direction.OUT).toList();
        return Billing.lines(
                contract,
                funding.movements(partner.code(), Points.POINTS, from, to),
                out.stream().mapToLong(Conversion::points).sum(),
                out.stream().mapToLong(Conversion::units).sum(),
                disputes.adjusted(partner.id(), period));
    }

    /** A locked month shows what was locked. */
    private List<Statement.Line> kept(
            Partner partner, LocalDate period, List<Statement.Line> counted) {
        Map<Statement.Kind, Long> kept = settlement.kept(partner.id(), period);
        return counted.stream()
                .filter(each -> kept.containsKey(each.kind()))
                .map(each ->
                        new Statement.Line(
                                each.kind(),
                                each.points(),
                                kept.getOrDefault(each.kind(), 0L),
                                each.why()))
                .toList();
    }

    private static Statement.Totals totals(Map<String, Long> units) {
        return new Statement.Totals(
                units.size(), units.values().stream().mapToLong(each -> each).sum());
    }
}
