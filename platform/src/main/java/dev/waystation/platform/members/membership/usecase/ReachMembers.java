package dev.waystation.platform.members.membership.usecase;

import dev.waystation.platform.members.membership.Consent;
import dev.waystation.platform.members.membership.ContactAddress;
import dev.waystation.platform.members.membership.Reachability;
import dev.waystation.platform.members.membership.store.ConsentStore;
import dev.waystation.platform.members.membership.store.MemberStore;
import dev.waystation.platform.members.membership.store.ProfileStore;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** How messages come to members: what they consented to and where a channel finds them. */
@Component
class ReachMembers {

    /** Every member has a telephone, an inbox and a number the sandbox knows. */
    private static final Set<String> CHANNELS = Set.of("sms", "inbox", "wechat");

    private final MemberStore members;
    private final ProfileStore profiles;
    private final ConsentStore consents;

    ReachMembers(MemberStore members, ProfileStore profiles, ConsentStore consents) {
        this.members = members;
        this.profiles = profiles;
        this.consents = consents;
    }

    Reachability consents(long memberId) {
        return new Reachability(consents.current(memberId), Set.of());
    }

    Optional<ContactAddress> address(long memberId, String channel) {
        if (!CHANNELS.contains(channel)) {
            return Optional.empty();
        }
        return members.find(memberId)
                .map(member ->
                        new ContactAddress(
                                channel,
                                channel.equals("sms") ? member.phone() : channel + "-" + memberId));
    }

    Map<Long, Reachability> of(Collection<Long> memberIds) {
        Map<Long, List<Consent>> said = consents.current(memberIds);
        return profiles.present(memberIds).stream()
                .collect(
                        Collectors.toMap(
                                member -> member,
                                member ->
                                        new Reachability(
                                                said.getOrDefault(member, List.of()), CHANNELS)));
    }
}
