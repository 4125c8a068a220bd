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
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Names travellers for whom a member may redeem: eight at most, each after sixty days, with a limit
 * of changes a year. Identities were checked when the traveller was put on the list.
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
    private final Clock clock;

    NominateTraveller(
            NomineeStore nominees, TravellerStore travellers, MemberStore members, Clock clock) {
        this.nominees = nominees;
        this.travellers = travellers;
        this.members = members;
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
        return NomineeRules.refusal(known, travellerId, listed)
                .<Outcome>map(Outcome.Refused::new)
                .orElseGet(() -> {
                    nominees.add(
                            memberId,
                            travellerId,
                            clock.instant(),
                            today.plusDays(NomineeRules.WAIT_DAYS));
                    return new Outcome.Listed(current(memberId));
                });
    }

    @Transactional
    public Outcome remove(long memberId, long travellerId) {
        members.lock(memberId);
        ZoneId zone = clock.getZone();
        int thisYear = LocalDate.now(clock).getYear();
        long removed =
                nominees.ofMember(memberId).stream()
                        .map(Nominee::removedAt)
                        .filter(at -> at != null && at.atZone(zone).getYear() == thisYear)
                        .count();
        if (removed >= NomineeRules.CHANGES_A_YEAR) {
            return new Outcome.Refused(NomineeRules.Refusal.NOMINEES_CHANGED_TOO_OFTEN);
        }
        return nominees.remove(memberId, travellerId, clock.instant())
                ? new Outcome.Listed(current(memberId))
                : new Outcome.Refused(NomineeRules.Refusal.NOMINEE_IS_UNKNOWN);
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
