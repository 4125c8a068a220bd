package dev.waystation.platform.engagement.messaging.model;

import dev.waystation.platform.foundation.edge.Malformed;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of a message in quiet hours, and which channels have hours of their own.
 *
 * @param action hold until they end, drop, or expire: hold, but not longer than {@code mostHours}
 * @param serviceWaits whether notices about a member's own trip wait as well; by custom they do not
 */
public record QuietPolicy(
        String action, int mostHours, boolean serviceWaits, List<OfChannel> channels) {

    public static final String HOLD = "hold";
    public static final String DROP = "drop";
    public static final String EXPIRE = "expire";

    private static final List<String> ACTIONS = List.of(HOLD, DROP, EXPIRE);
    private static final int LONGEST = 23;

    /** Held until morning; trip notices leave at any hour. */
    public static final QuietPolicy CUSTOMARY = new QuietPolicy(HOLD, 0, false, List.of());

    /** A channel's own hours; from and until alike: never quiet. */
    public record OfChannel(
            String channel, LocalTime from, LocalTime until, String action, int mostHours) {

        public OfChannel {
            Malformed.require(!channel.isBlank(), "quiet.channel", channel, "name a channel");
            require(action, mostHours);
        }
    }

    public QuietPolicy {
        require(action, mostHours);
        channels = List.copyOf(channels);
        Malformed.require(
                channels.stream().map(OfChannel::channel).distinct().count() == channels.size(),
                "quiet.channels",
                channels.stream().map(OfChannel::channel).toList(),
                "name each channel once");
    }

    private static void require(String action, int mostHours) {
        Malformed.require(
                ACTIONS.contains(action), "quiet.action", action, "use hold, drop or expire");
        Malformed.require(
                !action.equals(EXPIRE) || (mostHours >= 1 && mostHours <= LONGEST),
                "quiet.mostHours",
                mostHours,
                "give 1 to 23 hours");
    }

    Optional<OfChannel> of(String channel) {
        return channels.stream().filter(one -> one.channel().equals(channel)).findFirst();
    }
}
