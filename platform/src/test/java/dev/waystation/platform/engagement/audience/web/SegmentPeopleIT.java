package dev.waystation.platform.engagement.audience.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.engagement.audience.SeedAudience;
import dev.waystation.platform.foundation.edge.PublicId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Every bar of the waterfall beside a condition names those it counts. */
@PlatformIT
class SegmentPeopleIT {

    private static final long FIRST = 732_000_000L;
    private static final int OF_EACH_KIND = 10;

    /** Nobody else of the tests is of that age. */
    private static final int AGE = 113;

    private static final String CONDITION =
            "\"condition\": {\"age\": {\"$gte\": 113, \"$lte\": 113}}";

    @Autowired private MockMvc mvc;
    @Autowired private SeedAudience audience;
    @Autowired private Clock clock;

    @Test
    void eachBarNamesAsManyAsItCountsAndNobodyStandsInTwo() throws Exception {
        audience.load(
                LongStream.range(FIRST, FIRST + 4 * OF_EACH_KIND).mapToObj(this::member),
                Stream.of());
        List<Map<String, Object>> bars =
                JsonPath.read(body(ask("/v1/segments:count", "")), "$.waterfall");
        assertThat(bars)
                .extracting(bar -> bar.get("code"), bar -> bar.get("count"))
                .containsExactly(
                        tuple("matched", 4 * OF_EACH_KIND),
                        tuple("NO_CONSENT", -OF_EACH_KIND),
                        tuple("OPTED_OUT", -OF_EACH_KIND),
                        tuple("NO_ADDRESS", -OF_EACH_KIND),
                        tuple("reachable", OF_EACH_KIND));
        List<String> parted = new ArrayList<>();
        for (int kind = 0; kind < 4; kind++) {
            String bar = String.valueOf(bars.get(kind + 1).get("code"));
            List<String> behind = behind(bar);
            int of = kind;
            assertThat(behind)
                    .as(bar)
                    .isEqualTo(
                            LongStream.range(FIRST, FIRST + 4 * OF_EACH_KIND)
                                    .filter(id -> id % 4 == of)
                                    .mapToObj(id -> PublicId.encode("mbr", id))
                                    .toList());
            parted.addAll(behind);
        }
        assertThat(behind("matched")).containsExactlyInAnyOrderElementsOf(parted);
    }

    @Test
    void aBarThatIsNoneAndAConditionBitmapsCannotCarryAreRefusedWithTheReason() throws Exception {
        ask("/v1/segments:people", ", \"bar\": \"left\"")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].pointer", containsString("bar")))
                .andExpect(jsonPath("$.errors[0].value").value("left"));
        send(
                        "/v1/segments:people",
                        "{\"condition\": {\"tags\": {\"$size\": 2}}, \"bar\": \"matched\"}")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.values.reasonEn", containsString("bitmaps")));
    }

    private SeedAudience.Traits member(long id) {
        long kind = id % 4;
        return new SeedAudience.Traits(
                id,
                LocalDate.now(clock).minusYears(AGE).minusDays(40),
                "female",
                "WUH",
                LocalDate.of(2026, 1, 1),
                null,
                kind >= 2 ? List.of("sms") : List.of(),
                kind == 1 ? List.of("sms") : List.of(),
                kind == 3 ? List.of("sms") : List.of(),
                null,
                0);
    }

    /** All of a bar, seven at a time. */
    private List<String> behind(String bar) throws Exception {
        List<String> all = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            String page =
                    body(
                            ask(
                                    "/v1/segments:people?limit=7"
                                            + (cursor == null ? "" : "&cursor=" + cursor),
                                    ", \"bar\": \"" + bar + "\""));
            all.addAll(JsonPath.<List<String>>read(page, "$.items[*].id"));
            cursor = JsonPath.<@Nullable String>read(page, "$.next");
        } while (cursor != null);
        return all;
    }

    private ResultActions ask(String path, String more) throws Exception {
        return send(path, "{" + CONDITION + more + "}");
    }

    private ResultActions send(String path, String body) throws Exception {
        return mvc.perform(
                post(path)
                        .with(SignIn.staff("segments.read"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body));
    }

    private static String body(ResultActions answered) throws Exception {
        return answered.andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
    }
}
