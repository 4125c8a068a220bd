package dev.waystation.platform.members.membership.usecase;

import dev.waystation.platform.members.membership.Consent;
import dev.waystation.platform.members.membership.ContactAddress;
import dev.waystation.platform.members.membership.Reachability;
import dev.waystation.platform.members.membership.store.ConsentStore;
import dev.waystation.platform.members.membership.store.MailStore;
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

    private static final String MAIL = "email";

    /** Every member has a telephone, an inbox and a number the sandbox knows. */
    private static final Set<String> CHANNELS = Set.of("sms", "inbox", "wechat");

    private static final Set<String> WITH_MAIL = Set.of("sms", "inbox", "wechat", MAIL);

    private final MemberStore members;
    private final ProfileStore profiles;
    private final ConsentStore consents;
    private final MailStore mail;

    ReachMembers(
            MemberStore members, ProfileStore profiles, ConsentStore consents, MailStore mail) {
        this.members = members;
        this.profiles = profiles;
        this.consents = consents;
        this.mail = mail;
    }

    Reachability consents(long memberId) {
        return new Reachability(consents.current(memberId), Set.of());
    }

    Optional<ContactAddress> address(long memberId, String channel) {
        if (channel.equals(MAIL)) {
            return mail.of(memberId).map(address -> new ContactAddress(MAIL, address));
        }
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
        Set<Long> mailed = mail.having(memberIds);
        return profiles.present(memberIds).stream()
                .collect(
                        Collectors.toMap(
                                member -> member,
                                member ->
                                        new Reachability(
                                                said.getOrDefault(member, List.of()),
                                                mailed.contains(member) ? WITH_MAIL : CHANNELS)));
    }
}
