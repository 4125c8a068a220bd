package dev.waystation.platform.foundation.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waystation.testkit.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The cases of the reference libraries of Standard Webhooks. */
class WebhookSignatureTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final Instant NOW = Instant.ofEpochSecond(1_614_265_330L);

    @Test
    void signsAndVerifiesEveryReferenceCase() throws IOException {
        JsonNode cases = cases();
        for (JsonNode each : cases.get("sign")) {
            assertThat(
                            WebhookSignature.sign(
                                    each.get("secret").asString(),
                                    each.get("id").asString(),
                                    each.get("timestamp").asLong(),
                                    each.get("payload").asString()))
                    .isEqualTo(each.get("expect").asString());
        }
        assertThat(cases.get("sign")).hasSize(2);
        for (JsonNode each : cases.get("verify")) {
            if (each.has("secret")) {
                assertThatThrownBy(() ->
                                WebhookSignature.sign(
                                        each.get("secret").asString(), "msg_1", 1, "{}"))
                        .as(each.get("name").asString())
                        .isInstanceOf(IllegalArgumentException.class);
                continue;
            }
            JsonNode headers = each.get("headers");
            WebhookSignature.Verdict verdict =
                    WebhookSignature.verify(
                            cases.get("secret").asString(),
                            header(headers, WebhookSignature.ID),
                            header(headers, WebhookSignature.TIMESTAMP),
                            header(headers, WebhookSignature.SIGNATURE),
                            cases.get("payload").asString(),
                            Instant.ofEpochSecond(each.get("now").asLong()));
            assertThat(verdict == WebhookSignature.Verdict.VALID)
                    .as(each.get("name").asString())
                    .isEqualTo(each.get("valid").asBoolean());
        }
        assertThat(cases.get("verify")).hasSize(14);
    }

    @Test
    void anyChangeOfIdMomentBodyOrSecretIsFound() {
        long seconds = NOW.getEpochSecond();
        String right = WebhookSignature.sign(SECRET, "msg_1", seconds, "{}");
        assertThat(verdict(SECRET, "msg_1", seconds, right, "{}"))
                .isEqualTo(WebhookSignature.Verdict.VALID);
        String other = "whsec_" + "A".repeat(32);
        assertThat(verdict(other, "msg_1", seconds, right, "{}"))
                .isEqualTo(WebhookSignature.Verdict.WRONG);
        assertThat(verdict(SECRET, "msg_2", seconds, right, "{}"))
                .isEqualTo(WebhookSignature.Verdict.WRONG);
        assertThat(verdict(SECRET, "msg_1", seconds + 1, right, "{}"))
                .isEqualTo(WebhookSignature.Verdict.WRONG);
        assertThat(verdict(SECRET, "msg_1", seconds, right, "[]"))
                .isEqualTo(WebhookSignature.Verdict.WRONG);
    }

    private static WebhookSignature.Verdict verdict(
            String secret, String id, long seconds, String signature, String body) {
        return WebhookSignature.verify(secret, id, Long.toString(seconds), signature, body, NOW);
    }

    private static @Nullable String header(JsonNode headers, String name) {
        return headers.hasNonNull(name) ? headers.get(name).asString() : null;
    }

    private static JsonNode cases() throws IOException {
        Path file = SharedData.orSkip("data/standard-webhooks/vectors.json");
        return new JsonMapper().readTree(Files.readString(file));
    }
}
