package dev.waystation.platform.engagement.messaging.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waystation.platform.engagement.messaging.Template;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Said;
import java.util.Map;
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
}
