package dev.waystation.platform.engagement.messaging.model;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.wiring.VenueZone;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the operator has set for all messages.
 *
 * @param quietFrom from when nobody is disturbed
 * @param quietUntil until when
 * @param caps how many messages a member gets at most; what he waits for himself is not counted
 * @param optOutWords answers that mean no; case and blanks do not matter
 * @param bestHour when advertising waits for its reader's best hour; null for never
 */
public record SendRules(
        LocalTime quietFrom,
        LocalTime quietUntil,
        List<Cap> caps,
        List<String> optOutWords,
        @Nullable BestHour bestHour) {

    /** The longest a cap may look back, and so how far counts are read. */
    public static final int LONGEST_DAYS = 7;

    /** The custom of the trade. */
    public static final SendRules CUSTOMARY =
            new SendRules(
                    LocalTime.of(21, 0),
                    LocalTime.of(8, 0),
                    List.of(new Cap(Cap.ANY, Cap.ANY, LONGEST_DAYS, SendGate.CAP)),
                    List.of("T", "TD", "N", "退订", "拒收", "STOP", "UNSUBSCRIBE"),
                    null);

    /**
     * At most so many messages of a purpose over a channel within so many local calendar days.
     *
     * @param purpose marketing or service; {@code *} for both
     * @param channel {@code *} for all together
     */
    public record Cap(String purpose, String channel, int days, int most) {

        public static final String ANY = "*";

        public Cap {
            Malformed.require(
                    days >= 1 && days <= LONGEST_DAYS, "caps.days", days, "give 1 to 7 days");
            Malformed.require(most >= 1, "caps.most", most, "allow 1 or more");
        }

        boolean concerns(String ofPurpose, String overChannel) {
            return (purpose.equals(ANY) || purpose.equals(ofPurpose))
                    && (channel.equals(ANY) || channel.equals(overChannel));
        }
    }

    public SendRules {
        caps = List.copyOf(caps);
        optOutWords = List.copyOf(optOutWords);
        Malformed.require(!caps.isEmpty(), "caps", caps, "keep at least one cap");
        Malformed.require(!optOutWords.isEmpty(), "optOutWords", optOutWords, "keep a way out");
    }

    /** Whether such a message waits for its reader's best hour. */
    public boolean waitsForBestHour(String purpose, String channel) {
        return bestHour != null && bestHour.concerns(purpose, channel);
    }

    /** When a message leaves that nobody may be disturbed by. */
    Instant due(Candidate candidate, @Nullable ReadingHabit habit, Instant loud) {
        String channel = candidate.consent().channel();
        return bestHour != null && bestHour.concerns(candidate.purpose(), channel)
                ? bestHour.due(loud, habit, quietHours())
                : loud;
    }

    public QuietHours quietHours() {
        return new QuietHours(quietFrom, quietUntil, VenueZone.DEFAULT);
    }

    /** Whether an answer means no. */
    public boolean meansNo(String answer) {
        String plain = plain(answer);
        return optOutWords.stream().map(SendRules::plain).anyMatch(plain::equals);
    }

    private static String plain(String text) {
        return text.strip().replaceAll("[\\s。.!！]+", "").toUpperCase(Locale.ROOT);
    }
}
