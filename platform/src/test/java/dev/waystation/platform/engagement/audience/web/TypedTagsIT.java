package dev.waystation.platform.engagement.audience.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.engagement.audience.SeedAudience;
import dev.waystation.platform.engagement.audience.Tags;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.testkit.Capability;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Tags in groups that carry a word, a number or a day, put on by hand in every way there is. */
@PlatformIT
class TypedTagsIT {

    private static final int MEMBERS = 6;

    @Autowired private MockMvc mvc;
    @Autowired private SeedAudience seed;
    @Autowired private Tags tags;
    @Autowired private FactPump pump;
    @Autowired private JdbcClient jdbc;
    @Autowired private Clock clock;

    private final String code = "it_" + Long.toString(System.nanoTime(), 36);
    private final String group =
            code.replaceAll("[0-9]", "_").substring(0, Math.min(code.length(), 30));
    private final long first = 738_000_000L + ThreadLocalRandom.current().nextInt(900_000);

    @BeforeEach
    void someMembers() throws Exception {
        seed.load(
                LongStream.range(first, first + MEMBERS).mapToObj(TypedTagsIT::traits),
                Stream.of());
        send("/v1/tag-groups", "{\"code\": \"%s\", \"name\": %s}".formatted(group, name("组")))
                .andExpect(status().isCreated());
    }

    @AfterEach
    void leaveNoTagBehind() {
        for (String table : List.of("audience.tag", "audience.tag_group")) {
            jdbc.sql("delete from " + table + " where code like :code")
                    .param("code", table.endsWith("group") ? group : code + "%")
                    .update();
        }
    }

    @Test
    @Capability("TAG-01")
    void aWordANumberAndADayAreSetByHandAuditedAndCountedByConditions() throws Exception {
        define("_level", "enum", ", \"choices\": [" + choice("gold") + ", " + choice("blue") + "]");
        define("_score", "number", "");
        define("_day", "date", "");
        define("_plain", "flag", "");
        LocalDate today =
                LocalDate.ofInstant(clock.instant(), java.time.ZoneId.of("Asia/Shanghai"));

        // one member, two members, everybody on a list
        tag("_level", "gold", members(0)).andExpect(jsonPath("$.members").value(1));
        tag("_level", "blue", members(1, 2)).andExpect(jsonPath("$.members").value(2));
        tag("_score", "9", members(0, 1));
        tag("_day", today.plusDays(3).toString(), members(4));
        String list = list(members(3, 4, 5));
        tag("_plain", null, "\"segment\": \"" + list + "\"")
                .andExpect(jsonPath("$.members").value(3));

        assertThat(count("{\"tag_%s_level\": {\"$eq\": \"gold\"}}")).isEqualTo(1);
        assertThat(count("{\"tag_%s_level\": {\"$exists\": true}}")).isEqualTo(3);
        assertThat(count("{\"tag_%s_score\": {\"$gte\": 9}}")).isEqualTo(2);
        assertThat(count("{\"tag_%s_dayDaysAgo\": {\"$gte\": -3}}")).isEqualTo(1);
        assertThat(count("{\"tag_%s_dayDaysAgo\": {\"$gte\": -2}}")).isZero();
        assertThat(count("{\"tags\": {\"$in\": [\"%s_plain\"]}}")).isEqualTo(3);

        // another word ends the stretch with the first one; both stay known
        tag("_level", "blue", members(0));
        assertThat(count("{\"tag_%s_level\": {\"$eq\": \"gold\"}}")).isZero();
        mvc.perform(
                        get("/v1/members/" + member(0) + "/tag-history")
                                .with(SignIn.staff("members.read")))
                .andExpect(
                        jsonPath(
                                        "$.items[?(@.endedAt != null && @.tag == '"
                                                + code
                                                + "_level')].value.en")
                                .value("gold"));
        assertThat(tags.ofMember(first))
                .filteredOn(each -> each.code().equals(code + "_level"))
                .singleElement()
                .satisfies(each -> assertThat(String.valueOf(each.value())).contains("blue"));

        // away again, from the list at once
        send(
                        "/v1/tags/" + code + "_plain:remove",
                        "{\"segment\": \"%s\", \"reason\": \"list was wrong\"}".formatted(list))
                .andExpect(jsonPath("$.members").value(3));
        assertThat(count("{\"tags\": {\"$in\": [\"%s_plain\"]}}")).isZero();

        pump.drain();
        mvc.perform(get("/v1/audit").with(SignIn.role("auditor")))
                .andExpect(content().string(containsString(code + "_level × 2 · asked")))
                .andExpect(content().string(containsString(code + "_plain × 3 · list was wrong")));
        mvc.perform(get("/v1/tags").with(SignIn.staff("segments.read")))
                .andExpect(
                        jsonPath("$.items[?(@.code == '" + code + "_day')].carries").value("date"))
                .andExpect(
                        jsonPath("$.items[?(@.code == '" + code + "_day')].groupName.zh")
                                .value(code + "组"));
    }

    @Test
    void aValueThatTheTagCanNotCarryIsRefusedAndChangesNobody() throws Exception {
        define("_level", "enum", ", \"choices\": [" + choice("gold") + "]");
        define("_score", "number", "");
        define("_day", "date", "");
        tag("_level", "green", members(0)).andExpect(status().isBadRequest());
        tag("_level", null, members(0)).andExpect(status().isBadRequest());
        tag("_score", "nine", members(0)).andExpect(status().isBadRequest());
        tag("_day", "tomorrow", members(0)).andExpect(status().isBadRequest());
        assertThat(tags.ofMember(first)).noneMatch(each -> each.code().startsWith(code));
        send("/v1/tags", draft("_none", "flag", "nobodys_group", ""))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("TAG_GROUP_UNKNOWN"));
        send("/v1/tag-groups", "{\"code\": \"%s\", \"name\": %s}".formatted(group, name("组")))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("TAG_GROUP_TAKEN"));
    }

    private int count(String condition) throws Exception {
        String body =
                send(
                                "/v1/segments:count",
                                "{\"condition\": {\"$and\": [%s, {\"joinedDaysAgo\": {\"$gte\": 0}}]}}"
                                        .formatted(condition.formatted(code)))
                        .andExpect(status().isOk())
                        .andExpect(jsonPath("$.faces.sql").isNotEmpty())
                        .andExpect(jsonPath("$.faces.bitmap").isNotEmpty())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        return JsonPath.read(body, "$.count");
    }

    private void define(String suffix, String kind, String more) throws Exception {
        send("/v1/tags", draft(suffix, kind, group, more)).andExpect(status().isCreated());
    }

    private String draft(String suffix, String kind, String in, String more) {
        return "{\"code\": \"%s\", \"name\": %s, \"group\": \"%s\", \"kind\": \"%s\"%s}"
                .formatted(code + suffix, name(suffix), in, kind, more);
    }

    private String name(String suffix) {
        return "{\"zh\": \"%1$s\", \"en\": \"%1$s\"}".formatted(code + suffix);
    }

    private static String choice(String word) {
        return "{\"code\": \"%1$s\", \"label\": {\"zh\": \"%1$s\", \"en\": \"%1$s\"}}"
                .formatted(word);
    }

    private ResultActions tag(
            String suffix, @org.jspecify.annotations.Nullable String value, String whom)
            throws Exception {
        String carried = value == null ? "" : ", \"value\": \"" + value + "\"";
        return send(
                "/v1/tags/" + code + suffix + ":add",
                "{%s, \"reason\": \"asked\"%s}".formatted(whom, carried));
    }

    private String members(int... which) {
        return "\"members\": [%s]"
                .formatted(
                        String.join(
                                ", ",
                                java.util.Arrays.stream(which)
                                        .mapToObj(n -> "\"" + member(n) + "\"")
                                        .toList()));
    }

    private String member(int n) {
        return PublicId.encode("mbr", first + n);
    }

    private String list(String members) throws Exception {
        String csv = members.replaceAll("\"members\": \\[|]|\"", "").replace(", ", "\\n");
        String body =
                send(
                                "/v1/segment-lists",
                                "{\"name\": %s, \"csv\": \"%s\"}".formatted(name(" list"), csv))
                        .andExpect(status().isCreated())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        return JsonPath.read(body, "$.segment.id");
    }

    private ResultActions send(String path, String body) throws Exception {
        return mvc.perform(
                post(path)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body)
                        .with(SignIn.staff("segments.read", "segments.write")));
    }

    private static SeedAudience.Traits traits(long member) {
        return new SeedAudience.Traits(
                member,
                LocalDate.of(1990, 1, 1),
                "female",
                "WUH",
                LocalDate.of(2026, 1, 1),
                null,
                List.of(),
                List.of(),
                List.of("sms"),
                null,
                0);
    }
}
