package dev.waystation.platform.engagement.messaging.model;

import dev.waystation.platform.engagement.messaging.MailBlock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The page of a mail, written for programs that know little: tables, styles where they are used,
 * columns that fall below one another on a phone. Every word is escaped after its values were
 * filled in, so that neither a writer nor a member's name can add markup.
 */
public final class MailPage {

    private static final String HEAD =
            """
            <meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
            <style>@media (max-width:520px){.col{display:block!important;width:100%!important;padding:0!important}.box{border-radius:0!important}}</style></head>
            <body style="margin:0;background:#f3f1ec;color:#22262b;font-family:system-ui,-apple-system,'PingFang SC','Microsoft YaHei',sans-serif">
            <table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center" style="padding:16px 0">
            <table role="presentation" class="box" width="600" cellpadding="0" cellspacing="0" style="width:100%;max-width:600px;background:#ffffff;border-radius:10px"><tr><td style="padding:12px 28px 20px">
            """;

    private static final String FOOT =
            """
            </td></tr></table>
            <p style="font-size:12px;line-height:1.6;color:#6b7077;max-width:560px">
            """;

    private final Locale language;
    private final Map<String, String> values;
    private final String publicUrl;

    private MailPage(Locale language, Map<String, String> values, String publicUrl) {
        this.language = language;
        this.values = values;
        this.publicUrl = publicUrl;
    }

    /**
     * What stands around the blocks.
     *
     * @param wayOut where one click ends such mails; empty for mails nobody can end
     * @param pixel a picture of one dot that says the page was shown; empty for none
     */
    public record Frame(String title, String publicUrl, String wayOut, String pixel) {}

    public static String of(
            List<MailBlock> blocks, Locale language, Map<String, String> values, Frame frame) {
        var page = new MailPage(language, values, frame.publicUrl());
        boolean chinese = language.equals(Locale.CHINESE);
        String out =
                frame.wayOut().isEmpty()
                        ? ""
                        : (chinese ? "不想再收到这类邮件？" : "No more mails like this? ")
                                + "<a href=\""
                                + escape(frame.wayOut())
                                + "\" style=\"color:#2b4a8b\">"
                                + (chinese ? "退订" : "Unsubscribe")
                                + "</a>";
        String pixel =
                frame.pixel().isEmpty()
                        ? ""
                        : "<img src=\""
                                + escape(frame.pixel())
                                + "\" width=\"1\" height=\"1\" alt=\"\">";
        return "<!doctype html>\n<html lang=\""
                + (chinese ? "zh-CN" : "en")
                + "\"><head><title>"
                + escape(frame.title())
                + "</title>"
                + HEAD
                + page.all(blocks)
                + FOOT
                + out
                + "</p>"
                + pixel
                + "\n</td></tr></table></body></html>";
    }

    private String all(List<MailBlock> blocks) {
        return blocks.stream().map(this::one).collect(Collectors.joining("\n"));
    }

    private String one(MailBlock block) {
        return switch (block.kind()) {
            case HEADING ->
                    "<h1 style=\"margin:18px 0 8px;font-size:22px;line-height:1.35\">"
                            + words(block)
                            + "</h1>";
            case TEXT ->
                    "<p style=\"margin:10px 0;font-size:15px;line-height:1.7\">"
                            + words(block).replace("\n", "<br>")
                            + "</p>";
            case PICTURE -> picture(block);
            case BUTTON ->
                    "<p style=\"margin:18px 0\"><a href=\""
                            + address(block.target())
                            + "\" style=\"display:inline-block;padding:11px 22px;border-radius:8px;"
                            + "background:#2b4a8b;color:#ffffff;font-weight:600;text-decoration:none\">"
                            + words(block)
                            + "</a></p>";
            case DIVIDER -> "<hr style=\"border:0;border-top:1px solid #e3e0d8;margin:18px 0\">";
            case COLUMNS ->
                    "<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\"><tr>"
                            + column(block.left(), "0 10px 0 0")
                            + column(block.right(), "0 0 0 10px")
                            + "</tr></table>";
        };
    }

    private String picture(MailBlock block) {
        String shown =
                "<img src=\""
                        + address(block.source())
                        + "\" alt=\""
                        + words(block)
                        + "\" style=\"display:block;width:100%;height:auto;border:0;border-radius:6px\">";
        String linked =
                block.target() == null
                        ? shown
                        : "<a href=\"" + address(block.target()) + "\">" + shown + "</a>";
        return "<div style=\"margin:12px 0\">" + linked + "</div>";
    }

    private String column(List<MailBlock> blocks, String padding) {
        return "<td class=\"col\" width=\"50%\" valign=\"top\" style=\"padding:"
                + padding
                + "\">"
                + all(blocks)
                + "</td>";
    }

    private String words(MailBlock block) {
        return block.text() == null
                ? ""
                : escape(TemplateText.fill(block.text().in(language), values));
    }

    private String address(@Nullable String address) {
        return escape(MailText.absolute(Objects.requireNonNullElse(address, ""), publicUrl));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
