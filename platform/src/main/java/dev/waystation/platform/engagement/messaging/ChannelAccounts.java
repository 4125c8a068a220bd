package dev.waystation.platform.engagement.messaging;

import java.util.List;

/** Accounts with vendors that the operator keeps; they come before what the house brings along. */
public interface ChannelAccounts {

    /** Those that carry messages of this purpose over this channel, the preferred one first. */
    List<ChannelAdapter> serving(String channel, String purpose);
}
