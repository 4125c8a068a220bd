package dev.waystation.platform.engagement.messaging.model;

import dev.waystation.platform.engagement.messaging.MessageOffer;
import dev.waystation.platform.foundation.edge.Malformed;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the operator has set for all messages.
 *
 * @param quietFrom from when nobody is disturbed
 * @param quietUntil until when
 * @param caps how many messages a member gets at most; what he waits for himself is not counted
 * @param optOutWords answers that mean no; case and blanks do not matter
 * @param quiet what becomes of messages in quiet hours
 * @param bestHour when advertising waits for its reader's best hour; null for never
 */
public record SendRules(
        LocalTime quietFrom,
        LocalTime quietUntil,
        List<Cap> caps,
        List<String> optOutWords,
        @Nullable BestHour bestHour,
        QuietPolicy quiet) {

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

    /** Rules under which messages wait for the end of quiet hours. */
    public SendRules(
            LocalTime quietFrom,
            LocalTime quietUntil,
            List<Cap> caps,
            List<String> optOutWords,
            @Nullable BestHour bestHour) {
        this(quietFrom, quietUntil, caps, optOutWords, bestHour, QuietPolicy.CUSTOMARY);
    }

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

    @SuppressWarnings("NullAway") // rules written before there was a policy have none
    public SendRules {
        quiet = quiet == null ? QuietPolicy.CUSTOMARY : quiet;
        caps = List.copyOf(caps);
        optOutWords = List.copyOf(optOutWords);
        Malformed.require(!caps.isEmpty(), "caps", caps, "keep at least one cap");
        Malformed.require(!optOutWords.isEmpty(), "optOutWords", optOutWords, "keep a way out");
    }

    /** Whether such a message waits for its reader's best hour. */
    public boolean waitsForBestHour(String purpose, String channel) {
        return bestHour != null && bestHour.concerns(purpose, channel);
    }

    /**
     * What quiet hours make of a message.
     *
     * @param loud when it may leave: at once by day
     * @param dropped whether it does not leave at all
     */
    public record Night(Instant loud, boolean dropped) {}

    /**
     * Whether it is night for such a message.
     *
     * @param zone where its reader is
     * @param since from when on it waits
     */
    public Night night(String purpose, String channel, ZoneId zone, Instant since, Instant now) {
        if (purpose.equals(MessageOffer.TRANSACTIONAL)
                || (purpose.equals(MessageOffer.SERVICE) && !quiet.serviceWaits())) {
            return new Night(now, false);
        }
        Instant loud = quietHours(channel, zone).firstLoudInstant(now);
        Optional<QuietPolicy.OfChannel> own = quiet.of(channel);
        String action = own.map(QuietPolicy.OfChannel::action).orElse(quiet.action());
        int most = own.map(QuietPolicy.OfChannel::mostHours).orElse(quiet.mostHours());
        boolean dropped =
                switch (action) {
                    case QuietPolicy.DROP -> true;
                    case QuietPolicy.EXPIRE ->
                            Duration.between(since, loud).compareTo(Duration.ofHours(most)) > 0;
                    default -> false;
                };
        return new Night(loud, dropped && loud.isAfter(now));
    }

    /** When a message leaves that nobody may be disturbed by. */
    Instant due(Candidate candidate, @Nullable ReadingHabit habit, Instant loud) {
        String channel = candidate.consent().channel();
        return bestHour != null && bestHour.concerns(candidate.purpose(), channel)
                ? bestHour.due(loud, habit, quietHours(channel, candidate.zone()))
                : loud;
    }

    /** When nobody there is disturbed over the channel. */
    public QuietHours quietHours(String channel, ZoneId zone) {
        return quiet.of(channel)
                .map(own -> new QuietHours(own.from(), own.until(), zone))
                .orElseGet(() -> new QuietHours(quietFrom, quietUntil, zone));
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
