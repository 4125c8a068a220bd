package dev.waystation.platform.foundation.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waystation.testkit.Seeded;
import org.junit.jupiter.api.Test;

class PublicIdProperties {

    @Test
    void everyNumberComesBackFromItsText() {
        Seeded.runs(
                500,
                draw -> {
                    long id = draw.between(0L, Long.MAX_VALUE - 1);
                    String text = PublicId.encode("ord", id);
                    assertThat(text).matches("ord_[0-9a-z]{13}");
                    assertThat(PublicId.decode("ord", text)).isEqualTo(id);
                });
    }

    @Test
    void refusesAnotherKindAndTypingErrors() {
        String text = PublicId.encode("ord", 17);
        assertThatThrownBy(() -> PublicId.decode("tkt", text)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> PublicId.decode("ord", text + "0")).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> PublicId.decode("ord", "ord_uuuuuuuuuuuuu"))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void neighboursLookNothingAlike() {
        assertThat(PublicId.encode("ord", 1).substring(4, 8))
                .isNotEqualTo(PublicId.encode("ord", 2).substring(4, 8));
    }
}
