package dev.waystation.platform.members.membership;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.members.membership.model.Document;
import dev.waystation.platform.members.membership.model.PersonName;
import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "王芳",
                "欧阳娜娜",
                "买买提·艾力",
                "阿卜杜热合曼·吐尔逊托合提·阿卜力孜阿吉",
                "WANG XIAOMING",
                "María José O'Neill-García",
                "Nguyễn Thị Minh Khai",
                "Иван Петров",
                "김민준",
                "محمد علي",
                "Martin Luther King Jr."
            })
    void aNameStandsAsItsDocumentHasIt(String name) {
        assertThat(PersonName.read(name).orElseThrow().text()).isEqualTo(name);
    }

    @Test
    void rareCharactersOfAnyPlaneAreKeptAndCountAsOne() {
        // 𬭩 lies beyond the first plane; 凞 has a compatibility twin that a normal form would take.
        String rare = "张𬭩";
        assertThat(PersonName.read(rare).orElseThrow().text()).isEqualTo(rare);
        assertThat(PersonName.read("𬭩")).as("one character is no name").isEmpty();
        String twin = "李" + Character.toString(0xFA16);
        assertThat(Normalizer.normalize(twin, Normalizer.Form.NFC)).isNotEqualTo(twin);
        assertThat(PersonName.read(twin).orElseThrow().text()).isEqualTo(twin);
        assertThat(PersonName.read("王" + Character.toString(0xE863))).as("private use").isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "买买提・艾力, 买买提·艾力",
        "买买提•艾力, 买买提·艾力",
        "买买提 · 艾力, 买买提·艾力",
        "'  王   芳 ', 王 芳",
        "ＷＡＮＧ　ＦＡＮＧ, WANG FANG"
    })
    void whatTypingAddsIsPutRight(String typed, String kept) {
        assertThat(PersonName.read(typed).orElseThrow().text()).isEqualTo(kept);
    }

    @Test
    void latinLettersAreComposedSoThatOneNameIsOneText() {
        assertThat(PersonName.read("Jose\u0301 Ruiz").orElseThrow().text()).isEqualTo("José Ruiz");
        assertThat(PersonName.read("José Ruiz").orElseThrow().key())
                .isEqualTo(PersonName.read("JOSE RUIZ").orElseThrow().key());
        assertThat(PersonName.read("买买提·艾力").orElseThrow().key())
                .isEqualTo(PersonName.read("买买提艾力").orElseThrow().key());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "王", "王3", "<script>", "·艾力", "艾力·", "王芳☺", "...", "a\u0000b"})
    void whatIsNoNameIsRefused(String typed) {
        assertThat(PersonName.read(typed)).isEmpty();
    }

    @Test
    void sixtyCharactersFitAndSixtyOneDoNot() {
        assertThat(PersonName.read("𬭩".repeat(60))).isPresent();
        assertThat(PersonName.read("𬭩".repeat(61))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "passport, E12345678, true",
        "passport, AB 1234567, true",
        "passport, 12-34, false",
        "home_return_permit, H12345678, true",
        "home_return_permit, X12345678, false",
        "taiwan_permit, 12345678, true",
        "taiwan_permit, 1234567, false",
        "foreigner_permit, USA123456789012, true",
        "foreigner_permit, US1234, false"
    })
    void documentsAreTypedAndReadByTheirForm(String type, String number, boolean sound) {
        assertThat(Document.read(type, number) instanceof Document.Reading.Right).isEqualTo(sound);
    }

    @Test
    void aResidencePermitCarriesABirthDateAndACheckCharacter() {
        String body = "81000019900101001";
        String number = body + Document.checkCharacter(body);
        assertThat(Document.read(Document.RESIDENCE_PERMIT, number))
                .isInstanceOfSatisfying(
                        Document.Reading.Right.class,
                        right ->
                                assertThat(right.document().birthDate())
                                        .hasToString("Optional[1990-01-01]"));
    }
}
