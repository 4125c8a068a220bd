package dev.waystation.platform.engagement.events.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.testkit.SharedData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The conformance cases of CloudEvents: every valid one is taken, every invalid one refused. */
class ReadCloudEventsTest {

    private static final Map<String, String> STRUCTURED =
            Map.of("content-type", "application/cloudevents+json; charset=utf-8");
    private static final Map<String, String> BATCH =
            Map.of("content-type", "application/cloudevents-batch+json");

    private final JsonMapper json = new JsonMapper();
    private final ReadCloudEvents read = new ReadCloudEvents(json);

    @Test
    void takesEveryValidEventAndBatch() throws IOException {
        JsonNode events = cases("valid-events");
        for (JsonNode each : events) {
            byte[] ours = read.batch(STRUCTURED, json.writeValueAsBytes(each.get("event")));
            JsonNode message = json.readTree(ours).get("batch").get(0);
            assertThat(message.get("event").asString())
                    .as(each.get("id").asString())
                    .isEqualTo("io.cloudevents.test");
        }
        assertThat(events).hasSize(10);
        JsonNode batches = cases("valid-batches");
        for (JsonNode each : batches) {
            byte[] ours = read.batch(BATCH, json.writeValueAsBytes(each.get("batch")));
            assertThat(json.readTree(ours).get("batch")).hasSize(each.get("batch").size());
        }
        assertThat(batches).hasSize(5);
    }

    @Test
    void refusesEveryInvalidEventAndBatch() throws IOException {
        JsonNode events = cases("invalid-events");
        for (JsonNode each : events) {
            assertThatThrownBy(
                            () -> read.batch(STRUCTURED, json.writeValueAsBytes(each.get("event"))))
                    .as(each.get("id").asString())
                    .isInstanceOf(Malformed.class);
        }
        assertThat(events).hasSize(25);
        JsonNode batches = cases("invalid-batches");
        for (JsonNode each : batches) {
            assertThatThrownBy(() -> read.batch(BATCH, json.writeValueAsBytes(each.get("batch"))))
                    .as(each.get("id").asString())
                    .isInstanceOf(Malformed.class);
        }
        assertThat(batches).hasSize(3);
    }

    /** The two scenarios of the HTTP binding: attributes in headers, and all in the body. */
    @Test
    void readsTheSameEventFromHeadersAndFromABody() {
        for (String type : new String[] {"application/json", "application/json; charset=utf-8"}) {
            byte[] binary =
                    read.batch(
                            Map.of(
                                    "content-type", type,
                                    "ce-specversion", "1.0",
                                    "ce-type", "com.example.someevent",
                                    "ce-time", "2018-04-05T03:56:24Z",
                                    "ce-id", "1234-1234-1234",
                                    "ce-source", "/mycontext/subcontext"),
                            bytes("{'message': 'Hello World!'}"));
            byte[] structured =
                    read.batch(
                            STRUCTURED,
                            bytes(
                                    """
                                    {'specversion': '1.0', 'type': 'com.example.someevent',
                                     'time': '2018-04-05T03:56:24Z', 'id': '1234-1234-1234',
                                     'source': '/mycontext/subcontext',
                                     'datacontenttype': 'application/json',
                                     'data': {'message': 'Hello World!'}}
                                    """));
            assertThat(json.readTree(binary)).isEqualTo(json.readTree(structured));
            assertThat(json.readTree(binary).at("/batch/0/properties/message").asString())
                    .isEqualTo("Hello World!");
        }
    }

    private JsonNode cases(String name) throws IOException {
        Path file = SharedData.orSkip("data/cloudevents-conformance/" + name + ".json");
        return json.readTree(Files.readString(file)).get("tests");
    }

    private static byte[] bytes(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
