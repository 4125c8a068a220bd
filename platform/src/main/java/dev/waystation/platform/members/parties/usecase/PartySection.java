package dev.waystation.platform.members.parties.usecase;

import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.members.membership.MemberSection;
import dev.waystation.platform.members.parties.model.Companion;
import dev.waystation.platform.members.parties.model.Party;
import dev.waystation.platform.members.parties.store.PartyStore;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;

/** The parties a member bought or travelled in, on the member's page. */
@Component
class PartySection implements MemberSection {

    /**
     * A party.
     *
     * @param orderId the first order of the purchase
     * @param payer buyer, enterprise or family
     * @param bought whether this member bought it
     * @param travels whether this member is among those who go
     */
    record PartyView(
            String orderId,
            String buyerId,
            String payer,
            Instant departsAt,
            boolean bought,
            boolean travels,
            int size,
            List<CompanionView> companions) {}

    /** One place; {@code memberId} where the traveller is known to be a member. */
    record CompanionView(String ticketId, String role, String state, @Nullable String memberId) {}

    private final PartyStore parties;

    PartySection(PartyStore parties) {
        this.parties = parties;
    }

    @Override
    public String name() {
        return "parties";
    }

    @Override
    public Type shape() {
        return new ParameterizedTypeReference<List<PartyView>>() {}.getType();
    }

    @Override
    public Object of(long memberId) {
        return parties.ofMember(memberId).stream().map(each -> view(each, memberId)).toList();
    }

    private static PartyView view(Party party, long memberId) {
        List<Companion> going = party.going();
        return new PartyView(
                PublicId.encode("ord", party.key().partyId()),
                PublicId.encode("mbr", party.key().buyerId()),
                party.payer(),
                party.departsAt(),
                party.key().buyerId() == memberId,
                going.stream().anyMatch(each -> isMember(each, memberId)),
                going.size(),
                party.companions().stream().map(PartySection::view).toList());
    }

    private static boolean isMember(Companion each, long memberId) {
        return each.memberId() != null && each.memberId() == memberId;
    }

    private static CompanionView view(Companion each) {
        return new CompanionView(
                PublicId.encode("tkt", each.ticketId()),
                each.role(),
                each.state(),
                each.memberId() == null ? null : PublicId.encode("mbr", each.memberId()));
    }
}
