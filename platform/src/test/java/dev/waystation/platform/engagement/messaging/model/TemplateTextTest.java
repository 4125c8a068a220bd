package dev.waystation.platform.engagement.messaging.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waystation.platform.engagement.messaging.Template;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.testkit.Capability;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TemplateTextTest {

    @Test
    void valuesAreNotReadAsTemplatesAgain() {
        assertThat(TemplateText.fill("{a} 与 {b}", Map.of("a", "{b}", "b", "$1\\")))
                .isEqualTo("{b} 与 $1\\");
    }

    @Test
    void aValueCannotBreakTheLine() {
        assertThat(TemplateText.fill("{a}", Map.of("a", "x\r\ny"))).isEqualTo("x  y");
    }

    @Test
    void whatIsNotAPlaceholderStays() {
        assertThat(TemplateText.fill("{} {A} {a b}", Map.of())).isEqualTo("{} {A} {a b}");
    }

    @Test
    void bothLanguagesAskForTheSameValues() {
        assertThatThrownBy(() ->
                        new Template.Draft(
                                "thanks",
                                new Said("感谢", "Thanks"),
                                new Said("{date} 感谢", "Thanks for {day}")))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("same values");
    }

    @Test
    @Capability("CH-10")
    void nothingInATextOrAValueIsEverExecuted() {
        for (String attempt :
                List.of(
                        "${7*7}",
                        "#{system.properties}",
                        "{{7*7}}",
                        "{% for x in y %}",
                        "{a.getClass()}",
                        "<% out %>",
                        "{a|{b}}")) {
            assertThat(TemplateText.fill("{a}", Map.of("a", attempt))).isEqualTo(attempt);
            assertThat(TemplateText.variables(attempt).stream().filter(name -> !name.equals("b")))
                    .as(attempt)
                    .isEmpty();
        }
        assertThatThrownBy(() ->
                        new Template.Draft(
                                "thanks", Said.same("t"), Said.same("谢谢 {a.getClass()}")))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("write values like");
    }

    @Test
    @Capability("CH-10")
    void aMissingValueGivesWayToItsFallbackAndWithoutOneBlocks() {
        String text = "{name|尊敬的旅客}，{train} 次";
        assertThat(TemplateText.placeholders(text)).containsExactly("train");
        assertThat(TemplateText.fill(text, Map.of("train", "G79"))).isEqualTo("尊敬的旅客，G79 次");
        assertThat(TemplateText.fill(text, Map.of("train", "G79", "name", " ")))
                .isEqualTo("尊敬的旅客，G79 次");
        assertThat(TemplateText.fill(text, Map.of("train", "G79", "name", "王晓明")))
                .isEqualTo("王晓明，G79 次");
        assertThatThrownBy(() -> TemplateText.fill(text, Map.of()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    @Capability("X8")
    void aTextOfSeventyIsOneMessageAndOneMoreMakesTwo() {
        assertThat(SmsLength.of("字".repeat(70)).segments()).isEqualTo(1);
        assertThat(SmsLength.of("字".repeat(71)).segments()).isEqualTo(2);
        assertThat(SmsLength.of("字".repeat(134)).segments()).isEqualTo(2);
        assertThat(SmsLength.of("字".repeat(135)).segments()).isEqualTo(3);
        assertThat(SmsLength.of("🎫".repeat(36)).segments()).as("72 units").isEqualTo(2);
    }

    @Test
    @Capability("X8")
    void advertisingByTextMessageAlwaysSaysHowToRefuseIt() {
        var template = new Template("a", 1, Said.same("t"), new Said("上新", "New"), Set.of());
        var marketing = new Wording.Way("sms", "marketing");
        assertThat(Wording.body(template, Locale.CHINESE, Map.of(), marketing))
                .isEqualTo("上新 拒收请回复TD");
        assertThat(Wording.body(template, Locale.ENGLISH, Map.of(), marketing))
                .isEqualTo("New Reply TD to stop");
        assertThat(
                        Wording.body(
                                template,
                                Locale.CHINESE,
                                Map.of(),
                                new Wording.Way("sms", "service")))
                .isEqualTo("上新");
        assertThat(Wording.wayOut("回T退订", marketing).zh()).as("it says so itself").isEmpty();
    }
}
