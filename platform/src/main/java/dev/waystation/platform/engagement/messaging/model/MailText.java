package dev.waystation.platform.engagement.messaging.model;

import dev.waystation.platform.engagement.messaging.MailBlock;
import dev.waystation.platform.foundation.edge.Said;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The plain text of a mail: what is read by those whose program shows no pages. */
public final class MailText {

    private static final String RULE = "--------";

    private MailText() {}

    /**
     * @param publicUrl stands before addresses that are paths of this installation
     */
    public static Said plain(List<MailBlock> blocks, String publicUrl) {
        return new Said(
                plain(blocks, publicUrl, Locale.CHINESE), plain(blocks, publicUrl, Locale.ENGLISH));
    }

    private static String plain(List<MailBlock> blocks, String publicUrl, Locale language) {
        return blocks.stream()
                .map(block -> one(block, publicUrl, language))
                .collect(Collectors.joining("\n\n"));
    }

    private static String one(MailBlock block, String publicUrl, Locale language) {
        String said = block.text() == null ? "" : block.text().in(language);
        String to = absolute(block.target(), publicUrl);
        return switch (block.kind()) {
            case HEADING, TEXT -> said;
            case PICTURE -> to.isEmpty() ? "[" + said + "]" : "[" + said + "] " + to;
            case BUTTON -> said + ": " + to;
            case DIVIDER -> RULE;
            case COLUMNS ->
                    plain(block.left(), publicUrl, language)
                            + "\n\n"
                            + plain(block.right(), publicUrl, language);
        };
    }

    /** The whole address; empty for none. */
    static String absolute(@Nullable String address, String publicUrl) {
        String there = Objects.requireNonNullElse(address, "");
        return there.startsWith("/") ? publicUrl + there : there;
    }
}
