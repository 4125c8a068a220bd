package dev.waystation.platform.members.benefits.usecase;

import dev.waystation.platform.members.accounts.Accounts;
import dev.waystation.platform.members.benefits.EntitlementGrant;
import dev.waystation.platform.members.benefits.Entitlements;
import dev.waystation.platform.members.benefits.model.EnterprisePack;
import dev.waystation.platform.members.benefits.model.EnterpriseSeat;
import dev.waystation.platform.members.benefits.store.EnterprisePackStore;
import dev.waystation.platform.members.membership.Members;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * A company's pack: bought once, given to people one by one, taken back from who did not use it.
 */
@Service
public class AssignSeats {

    private final EnterprisePackStore packs;
    private final Entitlements entitlements;
    private final Accounts accounts;
    private final Members members;
    private final Clock clock;

    AssignSeats(
            EnterprisePackStore packs,
            Entitlements entitlements,
            Accounts accounts,
            Members members,
            Clock clock) {
        this.packs = packs;
        this.entitlements = entitlements;
        this.accounts = accounts;
        this.members = members;
        this.clock = clock;
    }

    /** Why a seat was not given or taken. */
    public enum SeatRefusal {
        PACK_NOT_FOUND,
        PACK_BUYER_UNKNOWN,
        PACK_BENEFIT_UNKNOWN,
        PACK_HAS_EXPIRED,
        PERSON_IS_NO_MEMBER,
        PACK_HAS_NO_SEAT_LEFT,
        PERSON_HAS_A_SEAT,
        PERSON_HAS_NO_SEAT,
        SEAT_WAS_USED
    }

    /** The answer. */
    public sealed interface Outcome {
        record Done(EnterprisePack pack) implements Outcome {}

        record Refused(SeatRefusal code) implements Outcome {}
    }

    /** An enterprise with an account is called as its account is. */
    @Transactional
    public Outcome buy(EnterprisePack wanted) {
        if (!packs.benefits().containsKey(wanted.benefit())) {
            return new Outcome.Refused(SeatRefusal.PACK_BENEFIT_UNKNOWN);
        }
        if (wanted.accountId() != null && accounts.name(wanted.accountId()).isEmpty()) {
            return new Outcome.Refused(SeatRefusal.PACK_BUYER_UNKNOWN);
        }
        return new Outcome.Done(packs.find(packs.buy(wanted, clock.instant())).orElseThrow());
    }

    @Transactional(propagation = Propagation.NESTED)
    public Outcome assign(long id, long memberId, UUID reference, String by) {
        Optional<EnterprisePack> pack = packs.find(id);
        if (pack.isEmpty()) {
            return new Outcome.Refused(SeatRefusal.PACK_NOT_FOUND);
        }
        if (pack.get().until().isBefore(LocalDate.now(clock))) {
            return new Outcome.Refused(SeatRefusal.PACK_HAS_EXPIRED);
        }
        if (members.card(memberId).isEmpty()) {
            return new Outcome.Refused(SeatRefusal.PERSON_IS_NO_MEMBER);
        }
        if (!packs.take(id)) {
            return new Outcome.Refused(SeatRefusal.PACK_HAS_NO_SEAT_LEFT);
        }
        if (!packs.seat(id, memberId, reference, by, clock.instant())) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return new Outcome.Refused(SeatRefusal.PERSON_HAS_A_SEAT);
        }
        EnterprisePack of = pack.get();
        entitlements.grant(
                new EntitlementGrant(
                        reference,
                        memberId,
                        of.benefit(),
                        "enterprise:" + id,
                        of.quota(),
                        of.period(),
                        of.from(),
                        of.until()));
        return new Outcome.Done(packs.find(id).orElseThrow());
    }

    /** Only an unused seat comes back; what was used stays with who used it. */
    @Transactional(propagation = Propagation.NESTED)
    public Outcome recall(long id, long memberId) {
        if (packs.find(id).isEmpty()) {
            return new Outcome.Refused(SeatRefusal.PACK_NOT_FOUND);
        }
        Optional<EnterpriseSeat> seat =
                packs.seats(id).stream()
                        .filter(each -> each.memberId() == memberId && each.recalledAt() == null)
                        .findFirst();
        if (seat.isEmpty()) {
            return new Outcome.Refused(SeatRefusal.PERSON_HAS_NO_SEAT);
        }
        // The update locks the entitlement; a use that was first is seen after it.
        Optional<Long> entitlement = packs.recallEntitlement(seat.get(), clock.instant());
        if (entitlement.isEmpty() || packs.used(memberId, entitlement.get())) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return new Outcome.Refused(SeatRefusal.SEAT_WAS_USED);
        }
        packs.recallSeat(seat.get(), clock.instant());
        packs.putBack(id);
        return new Outcome.Done(packs.find(id).orElseThrow());
    }
}
