package dev.waystation.platform.story;

import static org.assertj.core.api.Assertions.assertThat;

import tools.jackson.databind.JsonNode;

/** A no as people meet it: its own code, and a sentence in both languages that is not the code. */
final class Refused {

    private Refused() {}

    static String with(Stage stage, Visitor.Answer answer, int status, String code) {
        assertThat(answer.code()).as(answer.body().toString()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
        if (status >= 400) {
            assertSaid(code, answer.body().path("detail").asString(""));
        }
        JsonNode known =
                Stage.items(stage.staff().get("/v1/problems").body()).stream()
                        .filter(one -> one.path("code").asString().equals(code))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no sentence explains " + code));
        assertChinese(code, known.at("/sentence/zh").asString(""));
        assertThat(known.at("/sentence/en").asString("")).isNotBlank().isNotEqualTo(code);
        return code;
    }

    /** For questions, which can be asked in both languages. */
    static String asking(Stage stage, String path, int status, String code) {
        Visitor.Answer zh = stage.staff().get(path, "zh-CN");
        assertChinese(code, zh.body().path("detail").asString(""));
        return with(stage, stage.staff().get(path, "en"), status, code);
    }

    private static void assertChinese(String code, String sentence) {
        assertThat(sentence).as(code).isNotEqualTo(code).containsPattern("\\p{IsHan}");
    }

    private static void assertSaid(String code, String sentence) {
        assertThat(sentence).isNotBlank().isNotEqualTo(code).doesNotContain("{", "null");
    }
}
