package dev.waystation.platform.members.membership.usecase;

import dev.waystation.platform.members.membership.Consent;
import dev.waystation.platform.members.membership.ContactAddress;
import dev.waystation.platform.members.membership.MemberCard;
import dev.waystation.platform.members.membership.MemberId;
import dev.waystation.platform.members.membership.MemberProfile;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.NameCheck;
import dev.waystation.platform.members.membership.Reachability;
import dev.waystation.platform.members.membership.Registration;
import dev.waystation.platform.members.membership.TravellerIdentity;
import dev.waystation.platform.members.membership.model.NameMatch;
import dev.waystation.platform.members.membership.model.RegistrationRefusal;
import dev.waystation.platform.members.membership.store.ProfileStore;
import dev.waystation.platform.members.membership.store.TravellerStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door over the module's tables. */
@Service
class StoredMembers implements Members {

    private final EnrolPerson enrol;
    private final ProfileStore profiles;
    private final TravellerStore travellers;
    private final ReachMembers reach;
    private final MemberCards cards;
    private final Clock clock;

    StoredMembers(
            EnrolPerson enrol,
            ProfileStore profiles,
            TravellerStore travellers,
            ReachMembers reach,
            MemberCards cards,
            Clock clock) {
        this.enrol = enrol;
        this.profiles = profiles;
        this.travellers = travellers;
        this.reach = reach;
        this.cards = cards;
        this.clock = clock;
    }

    @Override
    @Transactional
    public MemberId register(Registration registration) {
        return switch (enrol.handle(registration)) {
            case EnrolPerson.Outcome.Enrolled(MemberId member) -> member;
            case EnrolPerson.Outcome.Refused(RegistrationRefusal why) ->
                    throw new IllegalArgumentException("Registration refused: " + why);
        };
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<MemberCard> card(long memberId) {
        return cards.find(memberId);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<TravellerIdentity> traveller(long memberId, long travellerId) {
        return travellers(memberId).stream()
                .filter(each -> each.travellerId() == travellerId)
                .findFirst();
    }

    @Override
    @Transactional(readOnly = true)
    public List<TravellerIdentity> travellers(long memberId) {
        return travellers.ofMember(memberId).stream().map(MemberCards::of).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public boolean verified(long memberId, String group) {
        LocalDate today = LocalDate.now(clock);
        return travellers(memberId).stream()
                .filter(TravellerIdentity::self)
                .anyMatch(self ->
                        switch (group) {
                            case "student" -> self.studentOn(today);
                            case "senior" -> self.seniorOn(today);
                            default -> false;
                        });
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<NameCheck> checkName(long memberId, long travellerId, String printed) {
        return travellers.ofMember(memberId).stream()
                .filter(each -> each.id() == travellerId)
                .findFirst()
                .map(each -> NameMatch.of(each.person().name(), printed))
                .map(each -> new NameCheck(each.passes(), each.name(), each.said()));
    }

    @Override
    @Transactional(readOnly = true)
    public Consent consent(long memberId, String channel, String purpose) {
        return reach.consents(memberId).consent(channel, purpose);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<ContactAddress> address(long memberId, String channel) {
        return reach.address(memberId, channel);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, Reachability> reach(Collection<Long> memberIds) {
        return reach.of(memberIds);
    }

    @Override
    @Transactional(readOnly = true)
    public long count() {
        return profiles.count();
    }

    @Override
    @Transactional(readOnly = true)
    public List<MemberProfile> profiles(long afterMemberId, int limit) {
        return profiles.page(afterMemberId, limit, LocalDate.now(clock));
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, MemberProfile> profiles(Collection<Long> memberIds) {
        return profiles.of(memberIds, LocalDate.now(clock)).stream()
                .collect(Collectors.toMap(MemberProfile::memberId, profile -> profile));
    }
}
