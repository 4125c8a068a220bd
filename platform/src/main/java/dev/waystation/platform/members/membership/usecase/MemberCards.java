package dev.waystation.platform.members.membership.usecase;

import dev.waystation.platform.foundation.vault.Masking;
import dev.waystation.platform.members.membership.MemberCard;
import dev.waystation.platform.members.membership.TravellerIdentity;
import dev.waystation.platform.members.membership.model.Companion;
import dev.waystation.platform.members.membership.model.Enrolled;
import dev.waystation.platform.members.membership.store.MemberStore;
import dev.waystation.platform.members.membership.store.TravellerStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Members and travellers as they may leave the module: masked. */
@Component
class MemberCards {

    private final MemberStore members;
    private final TravellerStore travellers;
    private final Clock clock;

    MemberCards(MemberStore members, TravellerStore travellers, Clock clock) {
        this.members = members;
        this.travellers = travellers;
        this.clock = clock;
    }

    Optional<MemberCard> find(long memberId) {
        return members.find(memberId).map(this::of);
    }

    MemberCard of(Enrolled member) {
        LocalDate today = LocalDate.now(clock);
        return new MemberCard(
                member.id(),
                Masking.name(member.person().name()),
                Masking.phone(member.phone()),
                member.person().document().type(),
                Masking.document(member.person().document().number()),
                member.person().birthDate(),
                member.gender(),
                member.cityCode(),
                member.joinedAt(),
                travellers.studentUntil(member.id()).filter(u -> !u.isBefore(today)).isPresent());
    }

    static TravellerIdentity of(Companion traveller) {
        return new TravellerIdentity(
                traveller.id(),
                traveller.memberId(),
                traveller.self(),
                Masking.name(traveller.person().name()),
                traveller.person().document().type(),
                Masking.document(traveller.person().document().number()),
                traveller.documentKey(),
                traveller.person().birthDate(),
                traveller.birthDateProved(),
                traveller.studies());
    }
}
