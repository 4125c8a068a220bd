package dev.waystation.platform.engagement.messaging.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waystation.platform.engagement.messaging.MailBlock;
import dev.waystation.platform.engagement.messaging.MailBlock.Kind;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Said;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MailPageTest {

    private static final String HOUSE = "https://care.example";

    static MailBlock block(
            Kind kind, String words, @Nullable String source, @Nullable String link) {
        return new MailBlock(kind, Said.same(words), source, link, null, List.of(), List.of());
    }

    private static MailBlock text(String words) {
        return block(Kind.TEXT, words, null, null);
    }

    private static String page(Map<String, String> values, MailBlock... blocks) {
        return MailPage.of(
                List.of(blocks),
                Locale.ENGLISH,
                values,
                new MailPage.Frame("Title", HOUSE, HOUSE + "/out?a=1&b=2", HOUSE + "/o/dot"));
    }

    @Test
    void nothingAWriterOrAMemberWritesBecomesMarkup() {
        String page =
                page(
                        Map.of("name", "<script>alert(1)</script>\" onload='x'"),
                        text("Dear {name|guest}, 1 < 2 & {other|<b>}"),
                        block(Kind.PICTURE, "\"><script>", "/pictures/a.jpg", null));
        assertThat(page)
                .doesNotContain("<script", "<b>", "onload='")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot; onload=&#39;x&#39;")
                .contains("1 &lt; 2 &amp; &lt;b&gt;")
                .contains(
                        "src=\"https://care.example/pictures/a.jpg\" alt=\"&quot;&gt;&lt;script&gt;\"")
                .contains("href=\"https://care.example/out?a=1&amp;b=2\"")
                .contains("<img src=\"https://care.example/o/dot\" width=\"1\"");
    }

    /** The control: the same without escaping would carry the script. */
    @Test
    void unescapedTheNameWouldBeAScript() {
        assertThat(TemplateText.fill("Dear {name}", Map.of("name", "<script>")))
                .contains("<script");
    }

    @Test
    void addressesThatAreNoPagesAreRefused() {
        for (String bad :
                new String[] {
                    "javascript:alert(1)",
                    "//elsewhere.example",
                    "data:text/html,x",
                    "https://",
                    "https://a.example/\" onclick=\"x",
                    "https://a.example/{name}"
                }) {
            assertThatThrownBy(() -> block(Kind.BUTTON, "Go", null, bad))
                    .as(bad)
                    .isInstanceOf(Malformed.class);
            assertThatThrownBy(() -> block(Kind.PICTURE, "A picture", bad, null))
                    .as(bad)
                    .isInstanceOf(Malformed.class);
        }
    }

    @Test
    void partsWithoutWordsAndColumnsInColumnsAreRefused() {
        assertThatThrownBy(() -> text(" ")).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> columns(List.of(), List.of())).isInstanceOf(Malformed.class);
        MailBlock columns = columns(List.of(text("left")), List.of());
        assertThatThrownBy(() -> columns(List.of(columns), List.of()))
                .isInstanceOf(Malformed.class);
    }

    private static MailBlock columns(List<MailBlock> left, List<MailBlock> right) {
        return new MailBlock(Kind.COLUMNS, null, null, null, null, left, right);
    }

    @Test
    void thePlainPartSaysAllOfItInItsOrder() {
        List<MailBlock> blocks =
                List.of(
                        block(Kind.HEADING, "Winter", null, null),
                        text("Dear {name|guest}"),
                        block(Kind.PICTURE, "A snowy hill", "/pictures/a.jpg", "/app/offers"),
                        new MailBlock(Kind.DIVIDER, null, null, null, null, List.of(), List.of()),
                        columns(List.of(text("left")), List.of(text("right"))),
                        block(Kind.BUTTON, "Book", null, "https://shop.example/?a=1&b=2"));
        assertThat(MailText.plain(blocks, HOUSE).en())
                .isEqualTo(
                        """
                        Winter

                        Dear {name|guest}

                        [A snowy hill] https://care.example/app/offers

                        --------

                        left

                        right

                        Book: https://shop.example/?a=1&b=2\
                        """);
    }
}
