package dev.waystation.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A condition outlives a value that was on the list when it was made. */
class OpenCatalogueTest {

    private final Attributes today =
            new Attributes(
                    List.of(
                            Attribute.of("city", Kind.TEXT, "城市", "city")
                                    .oneOf(
                                            List.of(
                                                    new Attribute.Value(
                                                            "CAN", new Phrase("广州", "Canton"))))),
                    List.of());
    private final Map<String, Object> asked = Map.of("city", Map.of("$in", List.of("WUH", "CAN")));

    @Test
    void whatIsInForceGoesOnThoughAValueLeftItsListAndTheOthersKeepTheirNames() {
        Condition condition = TypeCheck.parse(asked, today.open());
        assertThat(Compiled.of(condition, today.open())).isNotNull();
        assertThat(Sentence.of(condition, today.open()).en()).contains("Canton").contains("WUH");
        assertThat(today.open().column("city")).isEqualTo(today.column("city"));
    }

    @Test
    void controlWhatIsBeingMadeIsHeldAgainstTheList() {
        assertThatThrownBy(() -> TypeCheck.parse(asked, today))
                .isInstanceOf(MalformedCondition.class)
                .hasMessageContaining("WUH");
    }
}
