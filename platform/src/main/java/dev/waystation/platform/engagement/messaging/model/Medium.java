package dev.waystation.platform.engagement.messaging.model;

import java.util.List;
import java.util.Set;

/**
 * What members say yes or no to. They do not know channels: whoever wants nothing by WeChat wants
 * no subscription messages either, and who allows the app allows its banners.
 */
public final class Medium {

    /** Every channel there is, as people order them: the most used first. */
    public static final List<String> ALL =
            List.of("sms", "wechat", "email", "inbox", "push", "miniapp", "wecom");

    private static final Set<String> WECHAT = Set.of("wechat", "miniapp", "wecom");
    private static final Set<String> APP = Set.of("inbox", "push");

    private Medium() {}

    /** Under which name consent for a channel is kept. */
    public static String of(String channel) {
        if (WECHAT.contains(channel)) {
            return "wechat";
        }
        return APP.contains(channel) ? "inbox" : channel;
    }

    /** All channels a yes or no to this one is about. */
    public static Set<String> channels(String channel) {
        return switch (of(channel)) {
            case "wechat" -> WECHAT;
            case "inbox" -> APP;
            default -> Set.of(channel);
        };
    }
}
