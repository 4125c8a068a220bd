package dev.waystation.platform.members.benefits.usecase;

import dev.waystation.platform.members.benefits.EntitlementGrant;
import dev.waystation.platform.members.benefits.Entitlements;
import dev.waystation.platform.members.benefits.model.EnterprisePack;
import dev.waystation.platform.members.benefits.model.EnterpriseSeat;
import dev.waystation.platform.members.benefits.store.EnterprisePackStore;
import java.time.Clock;
import java.util.List;
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
    private final Clock clock;

    AssignSeats(EnterprisePackStore packs, Entitlements entitlements, Clock clock) {
        this.packs = packs;
        this.entitlements = entitlements;
        this.clock = clock;
    }

    /** Why a seat was not given or taken. */
    public enum SeatRefusal {
        PACK_NOT_FOUND,
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

    /** A pack and who has a seat, with their uses. */
    public record Usage(EnterprisePack pack, List<EnterpriseSeat> seats) {}

    @Transactional
    public EnterprisePack buy(EnterprisePack wanted) {
        return packs.find(packs.buy(wanted, clock.instant())).orElseThrow();
    }

    public List<EnterprisePack> all() {
        return packs.all();
    }

    public Optional<Usage> usage(long id) {
        return packs.find(id).map(pack -> new Usage(pack, packs.seats(id)));
    }

    @Transactional(propagation = Propagation.NESTED)
    public Outcome assign(long id, long memberId, UUID reference) {
        Optional<EnterprisePack> pack = packs.find(id);
        if (pack.isEmpty()) {
            return new Outcome.Refused(SeatRefusal.PACK_NOT_FOUND);
        }
        if (!packs.take(id)) {
            return new Outcome.Refused(SeatRefusal.PACK_HAS_NO_SEAT_LEFT);
        }
        if (!packs.seat(id, memberId, reference, clock.instant())) {
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
