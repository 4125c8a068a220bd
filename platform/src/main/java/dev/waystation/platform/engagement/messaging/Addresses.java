package dev.waystation.platform.engagement.messaging;

import dev.waystation.platform.members.membership.ContactAddress;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** Where channels find members whom membership knows no address for: devices, openids. */
public interface Addresses {

    Set<String> channels();

    /** Those of the members who can be found over the channel. */
    Set<Long> reachable(String channel, Collection<Long> memberIds);

    Optional<ContactAddress> address(long memberId, String channel);

    /** The vendor says that nobody is there any more. */
    void gone(long memberId, ContactAddress address);
}
