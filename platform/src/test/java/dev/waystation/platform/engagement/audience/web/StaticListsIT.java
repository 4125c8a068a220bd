package dev.waystation.platform.engagement.audience.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.engagement.audience.SeedAudience;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.testkit.Capability;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.json.JsonMapper;

/** Lists that do not move by themselves, and how they overlap. */
@PlatformIT
class StaticListsIT {

    private static final long FIRST = 736_000_000L;
    private static final int MEMBERS = 100;
    private static final int LINES = 1_000_000;

    @Autowired private MockMvc mvc;
    @Autowired private SeedAudience seed;
    @Autowired private JdbcClient jdbc;
    @Autowired private JsonMapper json;

    @AfterEach
    void leaveNoMillionBehind() {
        jdbc.sql("delete from audience.list_problem where line > 1000").update();
    }

    @Test
    @Capability("SEG-06")
    void ofAMillionLinesEveryOneThatNamesNobodyIsToldWithItsNumberAndReason() throws Exception {
        seedMembers();
        String csv =
                IntStream.range(0, LINES)
                        .mapToObj(StaticListsIT::line)
                        .collect(Collectors.joining("\n", "member\n", "\n"));
        String made = fill("百万行 " + UUID.randomUUID(), csv);
        String id = JsonPath.read(made, "$.segment.id");
        assertThat((Integer) JsonPath.read(made, "$.accepted")).isEqualTo(MEMBERS);
        assertThat((Integer) JsonPath.read(made, "$.refused")).isEqualTo(LINES - MEMBERS);

        String errors =
                mvc.perform(
                                get("/v1/segments/" + id + "/problems")
                                        .with(SignIn.staff("segments.read")))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        List<String> rows = errors.lines().toList();
        assertThat(rows).hasSize(1 + LINES - MEMBERS);
        // the heading is line 1 of the file, so the line drawn as number n is line n + 2
        assertThat(rows.get(1)).isEqualTo("102,\"" + member(FIRST) + "\",REPEATED");
        assertThat(rows.get(2)).isEqualTo("103,\"not a number 101\",NOT_A_MEMBER_NUMBER");
        assertThat(rows.get(3)).isEqualTo("104,\"" + member(1_102L) + "\",UNKNOWN_MEMBER");
        assertThat(rows.getLast()).startsWith((LINES + 1) + ",");
    }

    @Test
    @Capability("SEG-06")
    void aSnapshotKeepsWhoWasInWhenTheSegmentMovesOn() throws Exception {
        seedMembers();
        String live = fill("快照来源 " + UUID.randomUUID(), lines(0, 10));
        String id = JsonPath.read(live, "$.segment.id");
        String body =
                mvc.perform(
                                send(
                                        "/v1/segments/" + id + ":snapshot",
                                        Map.of("name", named("快照 " + UUID.randomUUID()))))
                        .andExpect(status().isCreated())
                        .andExpect(jsonPath("$.accepted").value(10))
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        String snapshot = JsonPath.read(body, "$.segment.id");
        jdbc.sql("delete from audience.segment_member where segment_id = :id")
                .param("id", PublicId.decode("seg", id))
                .update();
        mvc.perform(
                        get("/v1/segments/" + snapshot + "/members")
                                .with(SignIn.staff("segments.read")))
                .andExpect(jsonPath("$.items.length()").value(10));
    }

    @Test
    @Capability("SEG-07")
    void fourListsAreToldApartInEveryCombinationExactly() throws Exception {
        seedMembers();
        // four lists, every member in those whose bit is set in the member's place
        List<String> ids = new ArrayList<>();
        for (int list = 0; list < 4; list++) {
            int bit = list;
            String csv =
                    IntStream.range(0, 16)
                            .filter(n -> (n >> bit & 1) == 1)
                            .mapToObj(n -> member(FIRST + n))
                            .collect(Collectors.joining("\n"));
            ids.add(JsonPath.read(fill("重叠 " + bit + UUID.randomUUID(), csv), "$.segment.id"));
        }
        mvc.perform(
                        get("/v1/segments:overlap")
                                .param("ids", String.join(",", ids))
                                .with(SignIn.staff("segments.read")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.regions.length()").value(15))
                .andExpect(jsonPath("$.regions[?(@.count != 1)]").isEmpty())
                .andExpect(jsonPath("$.sizes['" + ids.getFirst() + "']").value(8))
                .andExpect(jsonPath("$.inAll").value(1))
                .andExpect(jsonPath("$.inAny").value(15));
    }

    private void seedMembers() {
        seed.load(
                LongStream.range(FIRST, FIRST + MEMBERS)
                        .mapToObj(id ->
                                new SeedAudience.Traits(
                                        id,
                                        LocalDate.of(1990, 1, 1),
                                        "female",
                                        "WUH",
                                        LocalDate.of(2026, 1, 1),
                                        null,
                                        List.of(),
                                        List.of(),
                                        List.of(),
                                        null,
                                        0)),
                Stream.of());
    }

    /** The members once, then in turn one again, a text, and a number nobody has. */
    private static String line(int n) {
        if (n < MEMBERS) {
            return member(FIRST + n);
        }
        return switch ((n - MEMBERS) % 3) {
            case 0 -> member(FIRST + (n - MEMBERS) % MEMBERS);
            case 1 -> "not a number " + n;
            default -> member(1_000L + n);
        };
    }

    private static String lines(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(StaticListsIT::line)
                .collect(Collectors.joining("\n"));
    }

    private static String member(long id) {
        return PublicId.encode("mbr", id);
    }

    private static Map<String, String> named(String name) {
        return Map.of("zh", name, "en", name);
    }

    private String fill(String name, String csv) throws Exception {
        return mvc.perform(send("/v1/segment-lists", Map.of("name", named(name), "csv", csv)))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder send(
            String path, Map<String, Object> body) {
        return post(path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(body))
                .with(SignIn.staff("segments.read", "segments.write"));
    }
}
