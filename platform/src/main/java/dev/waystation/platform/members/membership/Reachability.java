package dev.waystation.platform.members.membership;

import java.util.List;
import java.util.Set;

/**
 * Whether messages may come to a member and by which channels they can; no address leaves with it.
 *
 * @param said the newest line of each channel and purpose
 * @param channels those that have an address
 */
public record Reachability(List<Consent> said, Set<String> channels) {

    public Reachability {
        said = List.copyOf(said);
        channels = Set.copyOf(channels);
    }

    /** What the member last said; a member who never said anything does not consent. */
    public Consent consent(String channel, String purpose) {
        return said.stream()
                .filter(each -> each.channel().equals(channel) && each.purpose().equals(purpose))
                .findFirst()
                .orElseGet(() -> new Consent(channel, purpose, false, null, "never asked"));
    }
}
