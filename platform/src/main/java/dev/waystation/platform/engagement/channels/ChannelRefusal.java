package dev.waystation.platform.engagement.channels;

/** Why nothing changed. */
public enum ChannelRefusal {
    CHANNEL_ACCOUNT_NOT_FOUND,
    VENDOR_NEWS_NOT_OURS
}
