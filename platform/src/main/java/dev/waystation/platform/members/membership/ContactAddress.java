package dev.waystation.platform.members.membership;

/** Where a channel reaches a member, in clear: never logged, never shown. */
public record ContactAddress(String channel, String address) {

    @Override
    public String toString() {
        return "ContactAddress[" + channel + "]";
    }
}
