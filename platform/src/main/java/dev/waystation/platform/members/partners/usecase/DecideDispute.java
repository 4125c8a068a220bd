package dev.waystation.platform.members.partners.usecase;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.members.partners.PartnerRefusal;
import dev.waystation.platform.members.partners.model.Partner;
import dev.waystation.platform.members.partners.model.Statement;
import dev.waystation.platform.members.partners.model.Statement.Decision;
import dev.waystation.platform.members.partners.model.Statement.Dispute;
import dev.waystation.platform.members.partners.store.DisputeStore;
import dev.waystation.platform.members.partners.store.PartnerStore;
import dev.waystation.platform.members.partners.store.SettlementStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens a dispute about a difference and ends it: the partner is right, we are right, or an amount
 * settles it. The amount falls into the first month after the disputed one that is not locked.
 */
@Service
public class DecideDispute {

    /** The dispute as it stands, or why nothing changed. */
    public sealed interface Outcome {

        record Done(Dispute dispute) implements Outcome {}

        record Refused(PartnerRefusal code) implements Outcome {}
    }

    private final PartnerStore partners;
    private final DisputeStore disputes;
    private final SettlementStore settlement;
    private final ShowStatement show;
    private final Clock clock;

    DecideDispute(
            PartnerStore partners,
            DisputeStore disputes,
            SettlementStore settlement,
            ShowStatement show,
            Clock clock) {
        this.partners = partners;
        this.disputes = disputes;
        this.settlement = settlement;
        this.show = show;
        this.clock = clock;
    }

    @Transactional
    public Outcome open(String code, LocalDate period, String eventId, String note, String by) {
        Malformed.require(note.strip().length() >= 4, "note", note, "say why, in 4 characters");
        Partner partner = partners.byCode(code).orElse(null);
        if (partner == null) {
            return new Outcome.Refused(PartnerRefusal.PARTNER_NOT_FOUND);
        }
        Statement.Difference about =
                show.of(partner, period).differences().stream()
                        .filter(each -> each.eventId().equals(eventId))
                        .findFirst()
                        .orElse(null);
        if (about == null) {
            return new Outcome.Refused(PartnerRefusal.DISPUTE_NOT_FOUND);
        }
        UUID id = UUID.randomUUID();
        return disputes.open(id, partner.id(), period, about, note.strip(), by, clock.instant())
                ? new Outcome.Done(disputes.find(id).orElseThrow())
                : new Outcome.Refused(PartnerRefusal.DISPUTE_OPEN_ALREADY);
    }

    /**
     * @param minor what an adjustment adds to the later month; positive when the partner pays
     */
    @Transactional
    public Outcome decide(UUID id, Decision decision, String note, long minor, String by) {
        Malformed.require(
                decision != Decision.OPEN, "decision", decision, "accept, reject, adjust");
        Malformed.require(
                (decision == Decision.ADJUSTED) == (minor != 0),
                "minor",
                minor,
                "give an amount for an adjustment, and only then");
        Dispute dispute = disputes.find(id).orElse(null);
        if (dispute == null) {
            return new Outcome.Refused(PartnerRefusal.DISPUTE_NOT_FOUND);
        }
        long partner = disputes.partnerOf(id);
        partners.lock(partner);
        LocalDate month = null;
        if (decision == Decision.ADJUSTED) {
            month = dispute.period().plusMonths(1);
            while (settlement.locked(partner, month)) {
                month = month.plusMonths(1);
            }
        }
        return disputes.decide(id, decision, note.strip(), by, minor, month)
                ? new Outcome.Done(disputes.find(id).orElseThrow())
                : new Outcome.Refused(PartnerRefusal.DISPUTE_IS_DECIDED);
    }
}
