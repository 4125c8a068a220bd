package dev.waystation.platform.members.membership.usecase;

import dev.waystation.platform.members.membership.Consent;
import dev.waystation.platform.members.membership.ContactAddress;
import dev.waystation.platform.members.membership.MemberCard;
import dev.waystation.platform.members.membership.MemberId;
import dev.waystation.platform.members.membership.MemberProfile;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.Registration;
import dev.waystation.platform.members.membership.TravellerIdentity;
import dev.waystation.platform.members.membership.model.RegistrationRefusal;
import dev.waystation.platform.members.membership.store.ConsentStore;
import dev.waystation.platform.members.membership.store.MemberStore;
import dev.waystation.platform.members.membership.store.TravellerStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door over the module's tables. */
@Service
class StoredMembers implements Members {

    private final EnrolPerson enrol;
    private final MemberStore members;
    private final TravellerStore travellers;
    private final ConsentStore consents;
    private final MemberCards cards;
    private final Clock clock;

    StoredMembers(
            EnrolPerson enrol,
            MemberStore members,
            TravellerStore travellers,
            ConsentStore consents,
            MemberCards cards,
            Clock clock) {
        this.enrol = enrol;
        this.members = members;
        this.travellers = travellers;
        this.consents = consents;
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
        return members.find(memberId).map(cards::of);
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
    public Consent consent(long memberId, String channel, String purpose) {
        return consents.current(memberId).stream()
                .filter(each -> each.channel().equals(channel) && each.purpose().equals(purpose))
                .findFirst()
                .orElseGet(() -> new Consent(channel, purpose, false, null, "never asked"));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<ContactAddress> address(long memberId, String channel) {
        return members.find(memberId)
                .flatMap(member ->
                        switch (channel) {
                            case "sms" -> Optional.of(new ContactAddress(channel, member.phone()));
                            case "inbox", "wechat" ->
                                    Optional.of(
                                            new ContactAddress(channel, channel + "-" + memberId));
                            default -> Optional.empty();
                        });
    }

    @Override
    @Transactional(readOnly = true)
    public long count() {
        return members.count();
    }

    @Override
    @Transactional(readOnly = true)
    public List<MemberProfile> profiles(long afterMemberId, int limit) {
        return members.profiles(afterMemberId, limit, LocalDate.now(clock));
    }
}
