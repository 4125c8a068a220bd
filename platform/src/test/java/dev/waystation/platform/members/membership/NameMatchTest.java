package dev.waystation.platform.members.membership;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.members.membership.model.NameKeys;
import dev.waystation.platform.members.membership.model.NameMatch;
import dev.waystation.platform.members.membership.model.Pinyin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names as documents print them against names as people typed them. */
class NameMatchTest {

    @ParameterizedTest
    @CsvSource({
        "张伟, 张伟, SAME",
        "张伟, 张 伟, TYPING",
        "Martin Thomas, MARTIN  THOMAS, TYPING",
        "Martin Thomas, Ｍartin Thomas, TYPING",
        "买买提·吐尔逊, 买买提.吐尔逊, DOT",
        "买买提·吐尔逊, 买买提•吐尔逊, TYPING",
        "买买提·吐尔逊, 买买提吐尔逊, DOT",
        "张伟, 張偉, TRADITIONAL",
        "Martin Jeffery Thomas James, James Martin Jeffery Thomas, ORDER",
        "王𬱟, 王wei, PINYIN",
        "王𬱟, wangwei, PINYIN",
        "张伟, 张薇, HOMOPHONE",
        "单雄信, shanxiongxin, PINYIN",
        "张伟, 李伟, DIFFERENT",
        "Martin Thomas, Martin Tomas, DIFFERENT"
    })
    void theStrictestRuleUnderWhichTwoAreOneNameIsNamed(
            String onFile, String printed, NameMatch rule) {
        assertThat(NameMatch.of(onFile, printed)).isEqualTo(rule);
    }

    @Test
    void surnamesAreReadAsSurnamesAndRareCharactersAreRead() {
        assertThat(Pinyin.asSurname("曾国藩")).containsExactly("zeng", "guo", "fan");
        assertThat(Pinyin.asSurname("欧阳修")).containsExactly("ou", "yang", "xiu");
        assertThat(Pinyin.asSurname("尉迟恭")).containsExactly("yu", "chi", "gong");
        assertThat(Pinyin.plain("𬱟")).hasSize(1).allMatch(each -> each.matches("[a-z]+"));
        assertThat(Pinyin.typed("LV")).as("ü as keyboards have it").isEqualTo("lu");
    }

    @ParameterizedTest
    @CsvSource({
        "王小明, 王小明",
        "王小明, wangxiaoming",
        "王小明, wang xiao ming",
        "王小明, wxm",
        "王小明, 王晓明",
        "王小明, 王xiaoming",
        "吕布, lvbu",
        "买买提·吐尔逊, maimaitituerxun",
        "Martin Jeffery Thomas James, james martin jeffery thomas"
    })
    void aNameIsFoundByWhatPeopleType(String onFile, String typed) {
        assertThat(NameKeys.of(onFile)).containsAnyElementsOf(NameKeys.asked(typed));
    }

    @ParameterizedTest
    @CsvSource({"王小明, 李小明", "王小明, zxm", "Martin Thomas, martin"})
    void othersAreNotFound(String onFile, String typed) {
        assertThat(NameKeys.of(onFile)).doesNotContainAnyElementsOf(NameKeys.asked(typed));
    }
}
