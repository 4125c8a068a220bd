package dev.waystation.platform.engagement.channels;

import java.util.List;

/** Devices and openids of invented members, for the sample world. */
public interface SeedAddresses {

    /** One of each member over that channel; tells nobody, as {@code SeedMembers} does. */
    void seed(String channel, List<Long> memberIds);
}
