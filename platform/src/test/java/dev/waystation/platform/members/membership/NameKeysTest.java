package dev.waystation.platform.members.membership;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.members.membership.model.NameKeys;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is kept of a name meets what people type to find it. */
class NameKeysTest {

    @ParameterizedTest
    @CsvSource({
        "Anna Maria Berg, annamariaberg",
        "Anna Maria Berg, Berg Anna Maria",
        "O'Neil, oneil",
        "王小明, wangxiaoming",
        "王小明, wang xiao ming"
    })
    void aNameIsFoundTypedInOneWordOrInSeveral(String name, String typed) {
        assertThat(common(name, typed)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Anna Maria Berg, annamaria", "王小明, wangxiaohong"})
    void anotherNameIsNot(String name, String typed) {
        assertThat(common(name, typed)).isEmpty();
    }

    private static Set<NameKeys.Key> common(String name, String typed) {
        Set<NameKeys.Key> both = new HashSet<>(NameKeys.of(name));
        both.retainAll(NameKeys.asked(typed));
        return both;
    }
}
