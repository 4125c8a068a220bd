package dev.waystation.platform.foundation.vault;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.model.Document;
import dev.waystation.testkit.Capability;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/**
 * Leads one person whose name, phone and document are found nowhere else through registration,
 * search, reveal and a message, then looks for them byte by byte in every file of the database,
 * write-ahead log included, and in what the platform printed.
 */
@PlatformIT
@ExtendWith(OutputCaptureExtension.class)
class PlaintextHuntIT {

    private static final String PHONE = "19955512877";
    private static final String NAME = "欧阳䶮䲜";
    private static final String CARD = cardNumber();
    private static final String PUBLIC_NOTE = "canary that lies open 7719";

    @Autowired MockMvc mvc;
    @Autowired Members members;
    @Autowired FactPump pump;
    @Autowired JdbcClient jdbc;

    @Test
    @Capability("I16")
    void neitherTheFilesOfTheDatabaseNorTheLogHoldAPersonInClear(CapturedOutput printed)
            throws Exception {
        Path files = Path.of(jdbc.sql("show data_directory").query(String.class).single());
        assumeTrue(Files.isReadable(files), "the server's files are not on this machine: " + files);
        String member = register();
        send("/v1/members/" + member + ":reveal", "{\"field\":\"phone\",\"reason\":\"lost bag\"}");
        send("/v1/members/" + member + ":reveal", "{\"field\":\"name\",\"reason\":\"lost bag\"}");
        mvc.perform(get("/v1/members?q=" + PHONE).with(SignIn.role("operations")))
                .andExpect(status().isOk());
        mvc.perform(get("/v1/members/" + member).with(SignIn.role("operations")))
                .andExpect(status().isOk());
        pump.drain();
        // The control: what is stored in clear is found, in the table's file or the log's.
        jdbc.sql("create table if not exists public.open_note (note text)").update();
        jdbc.sql("insert into public.open_note values (:note)").param("note", PUBLIC_NOTE).update();
        jdbc.sql("checkpoint").update();

        Map<String, List<Path>> found = hunt(files, List.of(PHONE, NAME, CARD, PUBLIC_NOTE));
        jdbc.sql("drop table public.open_note").update();

        assertThat(found)
                .as("the hunt finds what lies open, and nothing else")
                .containsOnlyKeys(PUBLIC_NOTE);
        assertThat(printed.getAll()).doesNotContain(PHONE, NAME, CARD);
    }

    private String register() throws Exception {
        mvc.perform(
                        post("/v1/member-session/code")
                                .with(SignIn.nobody())
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{\"phone\":\"%s\"}".formatted(PHONE)))
                .andExpect(status().isAccepted());
        String codes =
                mvc.perform(get("/v1/sandbox/codes").with(SignIn.nobody()))
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        String code =
                JsonPath.<List<String>>read(codes, "$[?(@.phone == '" + PHONE + "')].code")
                        .getFirst();
        String answer =
                mvc.perform(
                                post("/v1/members")
                                        .with(SignIn.nobody())
                                        .contentType(MediaType.APPLICATION_JSON)
                                        .content(
                                                """
                                                {"phone":"%s","code":"%s","name":"%s",
                                                 "birthDate":"1984-03-07","city":"WUH",
                                                 "document":{"type":"identity_card","number":"%s"}}
                                                """
                                                        .formatted(PHONE, code, NAME, CARD)))
                        .andExpect(status().isCreated())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(UTF_8);
        String member = JsonPath.read(answer, "$.id");
        assertThat(members.card(PublicId.decode("mbr", member))).isPresent();
        return member;
    }

    private void send(String path, String body) throws Exception {
        mvc.perform(
                        post(path)
                                .with(SignIn.role("operations"))
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(body))
                .andExpect(status().isOk());
    }

    private static Map<String, List<Path>> hunt(Path data, List<String> needles)
            throws IOException {
        Map<String, List<Path>> found = new TreeMap<>();
        List<Path> files;
        try (Stream<Path> walk = Files.walk(data)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            // One char per byte, so that indexOf compares bytes.
            String bytes = read(file);
            for (String needle : needles) {
                String raw = new String(needle.getBytes(UTF_8), ISO_8859_1);
                if (bytes.contains(raw)) {
                    found.computeIfAbsent(needle, none -> new ArrayList<>())
                            .add(data.relativize(file));
                }
            }
        }
        return found;
    }

    private static String read(Path file) throws IOException {
        try {
            return Files.readString(file, ISO_8859_1);
        } catch (NoSuchFileException gone) {
            return ""; // the server removed a temporary file meanwhile
        }
    }

    private static String cardNumber() {
        String body = "97000119840307887";
        return body + Document.checkCharacter(body);
    }
}
