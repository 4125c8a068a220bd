package dev.waystation.platform.engagement.messaging;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Said;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of a mail. Texts are plain and in both languages, addresses are pages on the web: nothing
 * a writer puts in can become markup or script.
 *
 * @param text what it says; of a picture, what it shows to those who don't see it
 * @param source where a picture is
 * @param link where a button or a picture leads
 * @param counted the short link that leads there and counts, set when the mail is published
 * @param left the blocks of the left column, of columns only
 * @param right those of the right one
 */
public record MailBlock(
        Kind kind,
        @Nullable Said text,
        @Nullable String source,
        @Nullable String link,
        @Nullable String counted,
        List<MailBlock> left,
        List<MailBlock> right) {

    /** What a part is. */
    public enum Kind {
        HEADING,
        TEXT,
        PICTURE,
        BUTTON,
        DIVIDER,
        COLUMNS
    }

    private static final Pattern PAGE =
            Pattern.compile(
                    "https?://[A-Za-z0-9.:-]+(?:[/?#][^\\s{}<>\"']*)?|/(?!/)[^\\s{}<>\"']*");
    private static final int LONGEST = 4_000;

    public MailBlock {
        left = List.copyOf(Objects.requireNonNullElse(left, List.of()));
        right = List.copyOf(Objects.requireNonNullElse(right, List.of()));
        if (kind != Kind.DIVIDER && kind != Kind.COLUMNS) {
            Malformed.require(
                    text != null && isWritten(text.zh()) && isWritten(text.en()),
                    "blocks",
                    kind,
                    "write each part of the mail in Chinese and in English");
        }
        Malformed.require(
                kind != Kind.PICTURE || isPage(source),
                "blocks",
                source,
                "give the picture's https address");
        Malformed.require(
                kind != Kind.BUTTON || isPage(link),
                "blocks",
                link,
                "say where the button leads: an https address or a path such as /app/coupons");
        Malformed.require(
                link == null || isPage(link),
                "blocks",
                link,
                "use an https address or a path such as /app/coupons");
        Malformed.require(
                kind == Kind.COLUMNS != (left.isEmpty() && right.isEmpty())
                        && left.stream().noneMatch(each -> each.kind() == Kind.COLUMNS)
                        && right.stream().noneMatch(each -> each.kind() == Kind.COLUMNS),
                "blocks",
                kind,
                "put something into the columns, but no columns");
    }

    /** The same with its links counted by short ones. */
    public MailBlock counted(
            @Nullable String by, List<MailBlock> newLeft, List<MailBlock> newRight) {
        return new MailBlock(kind, text, source, link, by, newLeft, newRight);
    }

    /** Where it leads: over the counting link when there is one. */
    public @Nullable String target() {
        return counted == null ? link : counted;
    }

    private static boolean isWritten(String words) {
        return !words.isBlank() && words.length() <= LONGEST;
    }

    private static boolean isPage(@Nullable String address) {
        return address != null && PAGE.matcher(address).matches();
    }
}
