package dev.waystation.platform.engagement.audience.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.engagement.audience.SeedAudience;
import dev.waystation.testkit.Capability;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@PlatformIT
class SegmentsEdgeIT {

    @Autowired private MockMvc mvc;
    @Autowired private SeedAudience seed;
    @Autowired private JdbcClient jdbc;
    @Autowired private Clock clock;

    @Test
    void countsEveryLeafAndSaysTheConditionInBothLanguages() throws Exception {
        seed.load(Stream.of(member(730_000_001L, 1950), member(730_000_002L, 2000)), Stream.of());

        mvc.perform(
                        send(
                                "/v1/segments:count",
                                """
                                {"condition": {"$and": [
                                    {"age": {"$gte": 60}},
                                    {"$didNot": {"event": "park.visited", "withinDays": 90}}]}}
                                """))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.count").isNumber())
                .andExpect(
                        jsonPath("$.leaves[*].path")
                                .value(org.hamcrest.Matchers.hasItem("$and.0.age.$gte")))
                .andExpect(jsonPath("$.sentence.zh").value("年满 60 岁，且 90 天内没有入园的会员。"))
                .andExpect(jsonPath("$.waterfall[0].code").value("matched"))
                .andExpect(jsonPath("$.waterfall[4].code").value("reachable"))
                .andExpect(jsonPath("$.faces.sql").isNotEmpty())
                .andExpect(jsonPath("$.faces.refusals").isEmpty());
    }

    @Test
    void namesPlaceValueAndRemedyOfAWrongCondition() throws Exception {
        mvc.perform(send("/v1/segments:count", "{\"condition\": {\"agee\": {\"$gte\": 60}}}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].value").value("agee"));
    }

    @Test
    void publishesADraftAndExplainsAMember() throws Exception {
        seed.load(Stream.of(member(730_000_003L, 1949)), Stream.of());
        String name = "长者 " + UUID.randomUUID();
        String body =
                mvc.perform(
                                send(
                                        "/v1/segments",
                                        "{\"name\": \"%s\", \"condition\": {\"age\": {\"$gte\": 60}}}"
                                                .formatted(name)))
                        .andExpect(status().isCreated())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        String id = com.jayway.jsonpath.JsonPath.read(body, "$.id");

        mvc.perform(send("/v1/segments/" + id + ":publish", "{}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("published"));
        mvc.perform(
                        get("/v1/segments/" + id + "/explain")
                                .param("member", memberId(730_000_003L))
                                .with(SignIn.staff("segments.read")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.reasons[0].held").value(true))
                .andExpect(
                        jsonPath("$.reasons[0].values.seen.zh")
                                .value(LocalDate.now(clock).getYear() - 1949 + " 岁"));
    }

    @Test
    void refusesToPublishWhatTheDatabaseCannotCarryAndSaysWhy() throws Exception {
        String body =
                mvc.perform(
                                send(
                                        "/v1/segments",
                                        """
                                        {"name": "%s", "condition": {"$did": {
                                            "event": "trip.completed",
                                            "where": {"fromStation": {"$regex": "武"}}}}}
                                        """
                                                .formatted(UUID.randomUUID())))
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        String id = com.jayway.jsonpath.JsonPath.read(body, "$.id");

        mvc.perform(send("/v1/segments/" + id + ":publish", "{}"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.code").value("CONDITION_NOT_CARRIED"));
    }

    @Test
    void refusesToPublishWhatTheBitmapsCannotCarryAndSaysWhy() throws Exception {
        String id =
                draft(
                        UUID.randomUUID().toString(),
                        """
                        {"tags": {"$size": {"$gte": 2}}}
                        """);
        mvc.perform(send("/v1/segments/" + id + ":publish", "{}"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.code").value("CONDITION_NOT_CARRIED"))
                .andExpect(
                        jsonPath("$.values.reasonEn")
                                .value(org.hamcrest.Matchers.startsWith("bitmaps")));
    }

    @Test
    void publishingTellsOfEverybodyAlreadyInside() throws Exception {
        long inside = 730_000_010L;
        seed.load(Stream.of(member(inside, 1901), member(inside + 1, 2001)), Stream.of());
        String id = draft("百岁 " + UUID.randomUUID(), "{\"age\": {\"$gte\": 120}}");
        mvc.perform(send("/v1/segments/" + id + ":publish", "{}")).andExpect(status().isOk());

        mvc.perform(get("/v1/segments/" + id + "/changes").with(SignIn.staff("segments.read")))
                .andExpect(status().isOk())
                .andExpect(
                        jsonPath("$.items[?(@.memberId == '%s')].kind", memberId(inside))
                                .value("published"))
                .andExpect(
                        jsonPath("$.items[?(@.memberId == '%s')]", memberId(inside + 1)).isEmpty());
        assertThat(
                        jdbc.sql(
                                        """
                                        select body ->> 'cause' from foundation.fact
                                        where type = 'audience.SegmentEntered' and subject = :member
                                        """)
                                .param("member", inside)
                                .query(String.class)
                                .list())
                .containsExactly("published");
    }

    @Test
    @Capability("SEG-11")
    void explainsEachLeafWithTheDeedsBehindItAndTheDayItTurns() throws Exception {
        long id = 730_000_030L;
        seed.load(
                Stream.of(member(id, 1950)),
                Stream.of(
                        new SeedAudience.Deed(
                                id,
                                "park.visited",
                                "v1",
                                LocalDate.now(clock).minusDays(10),
                                12_000,
                                null,
                                null,
                                null)));
        String segment =
                draft(
                        "解释 " + UUID.randomUUID(),
                        """
                        {"$and": [{"age": {"$gte": 60}},
                                  {"$didNot": {"event": "park.visited", "withinDays": 90}}]}
                        """);
        String leaf = "$.reasons[?(@.code == '$and.1.$didNot')].values.";
        mvc.perform(
                        get("/v1/segments/" + segment + "/explain")
                                .param("member", memberId(id))
                                .with(SignIn.staff("segments.read")))
                .andExpect(status().isOk())
                .andExpect(
                        jsonPath(leaf + "evidence[0].day")
                                .value(LocalDate.now(clock).minusDays(10).toString()))
                .andExpect(
                        jsonPath(leaf + "flipsOn")
                                .value(LocalDate.now(clock).plusDays(80).toString()))
                .andExpect(
                        jsonPath("$.reasons[?(@.code == '$and.0.age.$gte')].values.value")
                                .isNotEmpty());
    }

    @Test
    void overlapsAreCountedByEveryCombination() throws Exception {
        seed.load(
                java.util.stream.LongStream.range(730_000_100L, 730_000_110L)
                        .mapToObj(id -> member(id, id % 2 == 0 ? 1903 : 1907)),
                Stream.of());
        String old = draft("很老 " + UUID.randomUUID(), "{\"age\": {\"$gte\": 119}}");
        String older = draft("更老 " + UUID.randomUUID(), "{\"age\": {\"$gte\": 122}}");
        for (String id : List.of(old, older)) {
            mvc.perform(send("/v1/segments/" + id + ":publish", "{}")).andExpect(status().isOk());
        }
        mvc.perform(
                        get("/v1/segments:overlap")
                                .param("ids", old + "," + older)
                                .with(SignIn.staff("segments.read")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.inAll").value(org.hamcrest.Matchers.greaterThanOrEqualTo(5)))
                .andExpect(
                        jsonPath("$.regions[?(@.segments.length() == 1)].count")
                                .value(org.hamcrest.Matchers.hasItem(5)));
        mvc.perform(
                        send(
                                "/v1/segments/" + older + ":snapshot",
                                "{\"name\": {\"zh\": \"快照 %s\", \"en\": \"snapshot\"}}"
                                        .formatted(UUID.randomUUID())))
                .andExpect(status().isCreated())
                .andExpect(
                        jsonPath("$.accepted").value(org.hamcrest.Matchers.greaterThanOrEqualTo(5)))
                .andExpect(jsonPath("$.segment.state").value("published"));
    }

    private String draft(String name, String condition) throws Exception {
        String body =
                mvc.perform(
                                send(
                                        "/v1/segments",
                                        "{\"name\": \"%s\", \"condition\": %s}"
                                                .formatted(name, condition)))
                        .andExpect(status().isCreated())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        return com.jayway.jsonpath.JsonPath.read(body, "$.id");
    }

    @Test
    void listsAttributesWithBehavioursAndTags() throws Exception {
        seed.readyMade();
        mvc.perform(get("/v1/attributes").with(SignIn.staff("segments.read")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[?(@.name == 'age')].type").value("number"))
                .andExpect(jsonPath("$.items[?(@.name == 'trip.completed')].type").value("event"));
        mvc.perform(get("/v1/tags").with(SignIn.staff("segments.read")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[?(@.code == 'senior')].name.zh").value("长者"));
        mvc.perform(get("/v1/segments").with(SignIn.staff("segments.read")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items").isNotEmpty());
    }

    private static String memberId(long id) {
        return dev.waystation.platform.foundation.edge.PublicId.encode("mbr", id);
    }

    private static MockHttpServletRequestBuilder send(String path, String body) {
        return post(path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(SignIn.staff("segments.read", "segments.write"));
    }

    private static SeedAudience.Traits member(long id, int birthYear) {
        return new SeedAudience.Traits(
                id,
                LocalDate.of(birthYear, 1, 1),
                "female",
                "WUH",
                LocalDate.of(2026, 1, 1),
                null,
                List.of("sms"),
                List.of(),
                List.of("sms"),
                null,
                0);
    }
}
