package dev.waystation.platform.members.membership.usecase;

import dev.waystation.platform.members.membership.Household;
import dev.waystation.platform.members.membership.Households;
import dev.waystation.platform.members.membership.model.Invitation;
import dev.waystation.platform.members.membership.store.HouseholdStore;
import dev.waystation.platform.members.membership.store.InvitationStore;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A family as its people see it. */
@Service
public class ShowHousehold implements Households {

    private final HouseholdStore households;
    private final InvitationStore invitations;
    private final Clock clock;

    ShowHousehold(HouseholdStore households, InvitationStore invitations, Clock clock) {
        this.households = households;
        this.invitations = invitations;
        this.clock = clock;
    }

    @Override
    public Optional<Household> household(long id) {
        return households.byId(id);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Household> ofMember(long memberId) {
        return households.ofMember(memberId);
    }

    @Transactional(readOnly = true)
    public Optional<Household> byId(long household) {
        return households.byId(household);
    }

    /** What waits for an answer: the family's own, or those that reached the member. */
    @Transactional(readOnly = true)
    public List<Invitation> waiting(long memberId) {
        return ofMember(memberId)
                .map(family -> invitations.ofHousehold(family.id(), clock.instant()))
                .orElseGet(() -> invitations.toMembers(List.of(memberId), clock.instant()));
    }
}
