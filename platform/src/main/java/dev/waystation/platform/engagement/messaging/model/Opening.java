package dev.waystation.platform.engagement.messaging.model;

import dev.waystation.platform.engagement.links.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who loaded the pictures of a mail, as far as that can be known. Some mail houses load them when
 * the reader opens the mail but hide who he is; some load every picture of every mail ahead. Only
 * the first two are openings; the third says nothing about anybody.
 */
public enum Opening {
    READER,
    PROXY,
    MACHINE;

    /** Loads for a reader who is just opening the mail. */
    private static final Pattern PROXIES =
            Pattern.compile(
                    "GoogleImageProxy|YahooMailProxy|ggpht\\.com", Pattern.CASE_INSENSITIVE);

    /** How the privacy protection of Apple Mail names itself: by nothing. */
    private static final String LOADS_AHEAD = "Mozilla/5.0";

    private static final Duration TOO_SOON = Duration.ofSeconds(3);

    /**
     * @param leftAt when the mail left; nobody has read it three seconds later
     */
    public static Opening of(Visitor visitor, @Nullable Instant leftAt, Instant now) {
        if (leftAt != null && now.isBefore(leftAt.plus(TOO_SOON))) {
            return MACHINE;
        }
        if (PROXIES.matcher(visitor.agent()).find()) {
            return PROXY;
        }
        boolean ahead = visitor.agent().strip().equals(LOADS_AHEAD);
        return ahead || visitor.machine().isPresent() ? MACHINE : READER;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isOpened() {
        return this != MACHINE;
    }
}
