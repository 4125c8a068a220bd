package dev.waystation.platform.engagement.messaging;

import dev.waystation.platform.engagement.messaging.model.TemplateText;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Said;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * One version of a text in both languages; its placeholders are those of both bodies.
 *
 * @param blocks the parts of its page when it is a mail; then the body is what they say in plain
 *     text. Empty for a text without a page.
 */
public record Template(
        String code,
        int version,
        Said title,
        Said body,
        Set<String> placeholders,
        List<MailBlock> blocks) {

    private static final int MOST_BLOCKS = 60;

    public Template {
        blocks = List.copyOf(blocks);
    }

    /** A text without a page. */
    public Template(String code, int version, Said title, Said body, Set<String> placeholders) {
        this(code, version, title, body, placeholders, List.of());
    }

    /** A text on its way to publication; both languages must ask for the same values. */
    public record Draft(String code, Said title, Said body, List<MailBlock> blocks) {

        /** A text without a page. */
        public Draft(String code, Said title, Said body) {
            this(code, title, body, List.of());
        }

        public Draft {
            // most texts that are kept as files say nothing of blocks
            blocks = List.copyOf(Objects.requireNonNullElse(blocks, List.of()));
            Malformed.require(
                    blocks.size() <= MOST_BLOCKS, "blocks", blocks.size(), "use at most 60 parts");
            Malformed.require(
                    code.matches("[a-z0-9-]{3,60}"),
                    "code",
                    code,
                    "use 3 to 60 small letters, digits and hyphens");
            Malformed.require(
                    !title.zh().isBlank() && !title.en().isBlank(),
                    "title",
                    title,
                    "write the title in Chinese and in English");
            Malformed.require(
                    !body.zh().isBlank() && !body.en().isBlank(),
                    "body",
                    body,
                    "write the text in Chinese and in English");
            Malformed.require(
                    !TemplateText.hasSlips(body.zh()) && !TemplateText.hasSlips(body.en()),
                    "body",
                    body,
                    "write values like {day}, or like {name|dear guest} where they may be missing");
            Set<String> zh = TemplateText.placeholders(body.zh());
            Set<String> en = TemplateText.placeholders(body.en());
            Malformed.require(
                    zh.equals(en)
                            && TemplateText.variables(body.zh())
                                    .equals(TemplateText.variables(body.en())),
                    "body",
                    zh + " / " + en,
                    "ask for the same values in both languages");
        }

        public Set<String> placeholders() {
            return TemplateText.placeholders(body.zh());
        }
    }
}
