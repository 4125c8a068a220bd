package dev.waystation.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@PlatformIT
class OpenApiIT {

    private static final Path KEPT = Path.of("../docs/reference/openapi.json");

    @Autowired private MockMvc mvc;
    @Autowired private JsonMapper json;

    @Test
    void theKeptDocumentDescribesTheApiAsItIs() throws Exception {
        String now = document();
        boolean same = Files.exists(KEPT) && Files.readString(KEPT).equals(now);
        if (!same) {
            write(now);
        }
        assertThat(same)
                .as("docs/reference/openapi.json was stale and is rewritten now; commit it")
                .isTrue();
    }

    @Test
    void theDocumentIsOpenApiThreeOneAndKnowsNoCallerParameter() throws Exception {
        JsonNode document = json.readTree(document());
        assertThat(document.get("openapi").asString()).startsWith("3.1");
        assertThat(document.get("paths").has("/v1/world")).isTrue();
        assertThat(document.toString()).doesNotContain("\"name\":\"caller\"");
    }

    @Test
    void aShapeIsNamedAfterItsModuleAndSaysWhatMayBeMissing() throws Exception {
        JsonNode shapes = json.readTree(document()).get("components").get("schemas");
        JsonNode batch = shapes.get("release.ShowRunBoard.BatchLine");
        assertThat(batch.get("required").toString()).isEqualTo("[\"name\",\"state\"]");
        assertThat(batch.get("properties").get("at").get("type").toString()).contains("null");
        assertThat(shapes.has("audience.ListTags.View")).isTrue();
        assertThat(shapes.has("loyalty.ShowTier.View")).isTrue();
    }

    @Test
    void anOperationKeepsItsNameWhenOthersAreAdded() throws Exception {
        List<String> names =
                json.readTree(document()).get("paths").findValuesAsString("operationId");
        assertThat(names)
                .as("Maybe give handlers of one controller a name each")
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[A-Za-z]+\\.[A-Za-z]+"));
    }

    @Test
    void pagesForPeopleAreServedFromThisMachine() throws Exception {
        mvc.perform(get("/docs")).andExpect(status().is3xxRedirection());
        mvc.perform(get("/swagger-ui/index.html")).andExpect(status().isOk());
    }

    @Test
    void probesAndMetricsAnswer() throws Exception {
        mvc.perform(get("/actuator/health/liveness"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.status").value("UP"));
        mvc.perform(get("/actuator/health/readiness"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.status").value("UP"));
    }

    private String document() throws Exception {
        String text =
                mvc.perform(get("/v3/api-docs"))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8);
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(json.readTree(text)) + "\n";
    }

    private static void write(String document) throws IOException {
        Files.createDirectories(KEPT.toAbsolutePath().normalize().getParent());
        Files.writeString(KEPT, document);
    }
}
