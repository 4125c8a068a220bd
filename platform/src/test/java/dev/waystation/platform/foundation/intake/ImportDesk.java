package dev.waystation.platform.foundation.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dev.waystation.platform.SignIn;
import dev.waystation.platform.foundation.jobs.Jobs;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who imports files through the API, step by step, and waits for each. */
public record ImportDesk(MockMvc mvc, Jobs jobs, JsonMapper json) {

    public String upload(String subject, String csv) throws Exception {
        return upload(subject, "rows.csv", csv.getBytes(StandardCharsets.UTF_8));
    }

    public String upload(String subject, String name, byte[] content) throws Exception {
        JsonNode answer = offer(subject, name, content);
        assertThat(answer.has("id")).as(answer.toString()).isTrue();
        return answer.get("id").asString();
    }

    /** What the platform says to a file; it may refuse it. */
    public JsonNode offer(String subject, String name, byte[] content) throws Exception {
        return answer(
                mvc.perform(
                                multipart("/v1/imports")
                                        .file(new MockMultipartFile("file", name, null, content))
                                        .param("subject", subject)
                                        .with(SignIn.role("operations")))
                        .andReturn());
    }

    /** Takes a step as operations and waits for its job; what the file is like afterwards. */
    public JsonNode step(String id, String step) throws Exception {
        JsonNode answer = ask(post("/v1/imports/" + id + ":" + step));
        assertThat(answer.get("code")).as(answer.toString()).isNull();
        jobs.awaitAll();
        return show(id);
    }

    /** The code of a refusal of a step. */
    public String refusal(String id, String step) throws Exception {
        return ask(post("/v1/imports/" + id + ":" + step)).get("code").asString();
    }

    public JsonNode show(String id) throws Exception {
        return ask(get("/v1/imports/" + id));
    }

    public JsonNode refusedRows(String id) throws Exception {
        return ask(get("/v1/imports/" + id + "/refused-rows")).get("items");
    }

    public String refusedFile(String id) throws Exception {
        return download("/v1/imports/" + id + "/refused.csv");
    }

    /** Everything there is of a subject. */
    public String export(String subject) throws Exception {
        return download("/v1/import-subjects/" + subject + "/rows.csv");
    }

    /** An export, cut down to its heading and the rows that hold one of the texts. */
    public String exportOf(String subject, List<String> texts) throws Exception {
        List<String> lines = export(subject).lines().toList();
        return lines.getFirst()
                + "\n"
                + lines.stream()
                        .skip(1)
                        .filter(line -> texts.stream().anyMatch(line::contains))
                        .collect(Collectors.joining("\n"))
                + "\n";
    }

    /** Rows made, updated, unchanged and rejected. */
    public static List<Long> counts(JsonNode file) {
        JsonNode counts = file.get("counts");
        return List.of(
                counts.get("made").asLong(),
                counts.get("updated").asLong(),
                counts.get("unchanged").asLong(),
                counts.get("rejected").asLong());
    }

    private String download(String path) throws Exception {
        return new String(take(path), StandardCharsets.UTF_8);
    }

    /** A file as it is downloaded. */
    public byte[] take(String path) throws Exception {
        MvcResult started = mvc.perform(get(path).with(SignIn.role("operations"))).andReturn();
        return mvc.perform(asyncDispatch(started))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private JsonNode ask(MockHttpServletRequestBuilder request) throws Exception {
        return answer(mvc.perform(request.with(SignIn.role("operations"))).andReturn());
    }

    private JsonNode answer(MvcResult result) throws Exception {
        return json.readTree(result.getResponse().getContentAsString(StandardCharsets.UTF_8));
    }
}
