package dev.waystation.platform.members.membership.usecase;

import dev.waystation.platform.members.membership.Nominees;
import dev.waystation.platform.members.membership.TravellerIdentity;
import dev.waystation.platform.members.membership.model.Nominee;
import dev.waystation.platform.members.membership.model.NomineeRules;
import dev.waystation.platform.members.membership.store.MemberStore;
import dev.waystation.platform.members.membership.store.NomineeStore;
import dev.waystation.platform.members.membership.store.TravellerStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * Names travellers for whom a member may redeem: so many at most, each after a waiting time, with a
 * limit of changes a year; the numbers are the programme's. Identities were checked when the
 * traveller was put on the list.
 */
@Service
public class NominateTraveller implements Nominees {

    /** The list as it stands now, or why it does not change. */
    public sealed interface Outcome {
        record Listed(List<Nominee> nominees) implements Outcome {}

        record Refused(NomineeRules.Refusal code) implements Outcome {}
    }

    private final NomineeStore nominees;
    private final TravellerStore travellers;
    private final MemberStore members;
    private final NomineeTerms terms;
    private final Clock clock;

    NominateTraveller(
            NomineeStore nominees,
            TravellerStore travellers,
            MemberStore members,
            NomineeTerms terms,
            Clock clock) {
        this.nominees = nominees;
        this.travellers = travellers;
        this.members = members;
        this.terms = terms;
        this.clock = clock;
    }

    @Transactional
    public Outcome add(long memberId, long travellerId) {
        members.lock(memberId);
        LocalDate today = LocalDate.now(clock);
        List<Nominee> known = nominees.ofMember(memberId);
        boolean listed =
                travellers.ofMember(memberId).stream()
                        .anyMatch(each -> each.id() == travellerId && !each.self());
        NomineeRules rules = terms.now();
        return rules.refusal(known, travellerId, listed)
                .<Outcome>map(Outcome.Refused::new)
                .orElseGet(() -> {
                    nominees.add(
                            memberId,
                            travellerId,
                            clock.instant(),
                            today.plusDays(rules.waitDays()));
                    return new Outcome.Listed(current(memberId));
                });
    }

    @Transactional(propagation = Propagation.NESTED)
    public Outcome remove(long memberId, long travellerId) {
        if (current(memberId).stream().noneMatch(each -> each.travellerId() == travellerId)) {
            return new Outcome.Refused(NomineeRules.Refusal.NOMINEE_IS_UNKNOWN);
        }
        int thisYear = LocalDate.now(clock).getYear();
        if (!nominees.countChange(memberId, thisYear, terms.now().changesAYear())) {
            return new Outcome.Refused(NomineeRules.Refusal.NOMINEES_CHANGED_TOO_OFTEN);
        }
        // behind the year's row another removal of the same traveller may have been quicker
        if (!nominees.remove(memberId, travellerId, clock.instant())) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return new Outcome.Refused(NomineeRules.Refusal.NOMINEE_IS_UNKNOWN);
        }
        return new Outcome.Listed(current(memberId));
    }

    /** Those not removed, the oldest first. */
    @Transactional(readOnly = true)
    public List<Nominee> current(long memberId) {
        return nominees.ofMember(memberId).stream()
                .filter(each -> each.removedAt() == null)
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public boolean mayRedeemFor(long memberId, long travellerId, LocalDate day) {
        boolean self =
                travellers.ofMember(memberId).stream()
                        .map(MemberCards::of)
                        .filter(TravellerIdentity::self)
                        .anyMatch(each -> each.travellerId() == travellerId);
        return self
                || current(memberId).stream()
                        .anyMatch(each ->
                                each.travellerId() == travellerId
                                        && !day.isBefore(each.activeOn()));
    }
}
