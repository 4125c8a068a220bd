package dev.waystation.platform.engagement.messaging.model;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a mail house says later about a mail it took.
 *
 * @param messageId the {@code Message-ID} of our mail
 * @param code of the mail house, such as {@code 5.1.1}
 * @param said its words, without addresses
 */
public record MailReturn(String messageId, Kind kind, String code, String said) {

    /** What it means. */
    public enum Kind {
        /** There is nobody: nothing more is ever sent there. */
        BOUNCED,
        /** This mail was not taken; the next one may be. */
        REFUSED,
        /** The reader called it unwanted: nothing more is ever sent there. */
        COMPLAINED,
        /** Still trying: nothing is decided. */
        DELAYED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Bad mailbox, bad system, mailbox shut for good, no way there; full ones are none of them. */
    private static final Pattern NOBODY = Pattern.compile("5\\.(?:0\\.0|1\\.\\d{1,3}|2\\.1|4\\.4)");

    private static final Pattern ADDRESSES = Pattern.compile("\\S+@\\S+");
    private static final int LONGEST = 160;

    public MailReturn {
        String without = ADDRESSES.matcher(said).replaceAll("…").strip().replaceAll("\\s+", " ");
        said = without.length() <= LONGEST ? without : without.substring(0, LONGEST);
    }

    /** Of a report of delivery (RFC 3464): its action and its status. */
    public static MailReturn delivery(String messageId, String action, String status, String said) {
        return new MailReturn(messageId, kind(action, status), status, said);
    }

    private static Kind kind(String action, String status) {
        if (!action.equalsIgnoreCase("failed")) {
            return Kind.DELAYED;
        }
        return NOBODY.matcher(status).matches() ? Kind.BOUNCED : Kind.REFUSED;
    }

    /** Of a report of abuse (RFC 5965). */
    public static MailReturn complaint(String messageId, String type) {
        return new MailReturn(messageId, Kind.COMPLAINED, type, type);
    }
}
