package dev.waystation.platform.foundation.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waystation.platform.PlatformIT;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PlatformIT
class VaultIT {

    @Autowired private Vault vault;

    private final long person = ThreadLocalRandom.current().nextLong(1L << 40, 1L << 41);

    @Test
    void opensWhatItSealedAndShowsNothingOfIt() {
        byte[] sealed = vault.seal(person, "王小明");
        assertThat(vault.open(person, sealed)).isEqualTo("王小明");
        assertThat(new String(sealed, StandardCharsets.UTF_8)).doesNotContain("王");
        assertThat(vault.seal(person, "王小明")).isNotEqualTo(sealed);
    }

    @Test
    void refusesASealedValueThatWasMovedToAnotherPerson() {
        byte[] sealed = vault.seal(person, "13800001234");
        vault.prepare(List.of(person + 1));
        assertThatThrownBy(() -> vault.open(person + 1, sealed))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void cannotOpenAnythingOfAPersonWhoseKeyIsDestroyed() {
        byte[] sealed = vault.seal(person, "13800001234");
        vault.erase(person);
        assertThatThrownBy(() -> vault.open(person, sealed)).hasMessageContaining("no key");
    }

    @Test
    void findsEqualValuesByBlindIndexWithinOnePurposeOnly() {
        assertThat(vault.blindIndex("phone", "13800001234"))
                .isEqualTo(vault.blindIndex("phone", "13800001234"))
                .isNotEqualTo(vault.blindIndex("document", "13800001234"))
                .isNotEqualTo(vault.blindIndex("phone", "13800001235"));
    }

    @Test
    void masksWhatAScreenShows() {
        assertThat(Masking.name("王小明")).isEqualTo("王**");
        assertThat(Masking.phone("13800001234")).isEqualTo("138****1234");
        assertThat(Masking.document("110101199003071234")).isEqualTo("110*************34");
        assertThat(Masking.mail("mary@example.org")).isEqualTo("m***@example.org");
    }
}
