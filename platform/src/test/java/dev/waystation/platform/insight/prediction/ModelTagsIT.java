package dev.waystation.platform.insight.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.DocumentContext;
import com.jayway.jsonpath.JsonPath;
import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.engagement.audience.Audiences;
import dev.waystation.platform.engagement.audience.MemberTag;
import dev.waystation.platform.engagement.audience.ModelTags;
import dev.waystation.platform.engagement.audience.SeedAudience;
import dev.waystation.platform.engagement.audience.SeedAudience.Deed;
import dev.waystation.platform.engagement.audience.Segments;
import dev.waystation.platform.engagement.audience.Tags;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.foundation.jobs.Jobs;
import dev.waystation.platform.foundation.wiring.VenueZone;
import dev.waystation.testkit.Capability;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;

/** Models learn from a history with a known hazard; then behaviour shifts. */
@PlatformIT
class ModelTagsIT {

    private static final int MEMBERS = 900;
    private static final int HISTORY = 400;
    private static final List<String> MODELS = List.of("churn_risk", "next_visit", "value_tier");

    @Autowired private MockMvc mvc;
    @Autowired private SeedAudience seed;
    @Autowired private Tags tags;
    @Autowired private ModelTags modelTags;
    @Autowired private Segments segments;
    @Autowired private Audiences audiences;
    @Autowired private Jobs jobs;
    @Autowired private FactPump pump;
    @Autowired private JdbcClient jdbc;
    @Autowired private TransactionTemplate transaction;
    @Autowired private Clock clock;

    private final long first = 838_000_000L + ThreadLocalRandom.current().nextInt(900) * 1_000L;

    /** Other tests count the tags of their members. */
    @AfterEach
    void leaveNoModelBehind() {
        jobs.awaitAll();
        jdbc.sql("truncate prediction.version, prediction.in_force, prediction.scoring").update();
        for (String model : MODELS) {
            transaction.executeWithoutResult(
                    _ -> modelTags.put(model, "test", Long.MIN_VALUE, Long.MAX_VALUE, List.of()));
        }
    }

    /**
     * Even members come every fortnight or so and never cease. Odd ones come as often and give up
     * after any visit with one chance in six. Who came long ago is surely odd.
     */
    private List<Deed> history(int days) {
        var random = new SplittableRandom(7);
        List<Deed> deeds = new ArrayList<>();
        for (int i = 0; i < MEMBERS; i++) {
            int visit = 0;
            int day = random.nextInt(days - 20);
            while (day <= days) {
                deeds.add(deed(first + i, "v" + visit++, today().minusDays(days - day), 5_000 + i));
                if (i % 2 == 1 && random.nextInt(6) == 0) {
                    break;
                }
                day += 1 + (int) (-14 * Math.log(1 - random.nextDouble()));
            }
        }
        return deeds;
    }

    private Deed deed(long member, String reference, LocalDate day, long amount) {
        return new Deed(member, "trip.completed", reference, day, amount, "second", "WUH", "CSX");
    }

    @Test
    @Capability("TAG-08")
    void modelsLearnExplainThemselvesLeadSegmentsAndRaiseTheAlarmWhenBehaviourShifts()
            throws Exception {
        seed.load(LongStream.range(first, first + MEMBERS).mapToObj(this::traits), Stream.of());
        seed.load(Stream.of(), history(HISTORY).stream());
        for (String model : MODELS) {
            done(":train", model, "{\"days\": 30}");
        }

        DocumentContext shown = models();
        for (String model : MODELS) {
            assertThat(word(shown, model, "state")).isEqualTo("fresh");
            assertThat(number(shown, model, "current.quality.auc")).as(model).isGreaterThan(0.8);
            assertThat(number(shown, model, "latest.shift")).as("no shift").isLessThan(0.01);
        }
        assertThat(number(shown, "churn_risk", "current.quality.off"))
                .as("chances come true")
                .isLessThan(0.1);

        long gone = silent();
        MemberTag tag = tag(gone, "churn_risk");
        assertThat(tag.value()).isEqualTo(new Said("高", "high"));
        assertThat(tag.why().sentence().zh()).contains("30 天内不来的概率", "模型第 1 版", today() + " 评分");
        assertThat(tag.why().sentence().en()).contains("model version 1, scored " + today());
        assertThat(tag.why().reasons())
                .hasSize(3)
                .anyMatch(
                        reason -> reason.held() && reason.text().en().contains("raises the risk"));
        assertThat(tag(gone, "next_visit").value()).isEqualTo(new Said("不大可能", "unlikely"));
        assertThat(tag(gone, "next_visit").why().reasons()).hasSize(3);
        assertThat(tag(gone, "value_tier").value()).isEqualTo(new Said("其余", "the rest"));
        long loyal = faithful();
        assertThat(tag(loyal, "churn_risk").value()).isEqualTo(new Said("低", "low"));
        assertThat(tag(loyal, "next_visit").value()).isEqualTo(new Said("很可能", "likely"));

        String name = "it-" + first;
        long segment =
                audiences.publish(Said.same(name), Map.of("tag_churn_risk", Map.of("$eq", "high")));
        assertThat(segments.contains(segment, gone)).isTrue();
        assertThat(segments.contains(segment, loyal)).isFalse();
        mvc.perform(get("/v1/tag-coverage").with(SignIn.staff("segments.read")))
                .andExpect(content().string(containsString(name)));

        done(":score", "churn_risk", "{}");
        assertThat(number(models(), "churn_risk", "latest.shift"))
                .as("the negative control: nobody behaves differently")
                .isLessThan(0.01);
        trail().andExpect(content().string(containsString("churn_risk v1")));
        trail().andExpect(content().string(not(containsString("churn_risk v1 · PSI"))));

        // whoever had given up comes back, all on one day
        seed.load(
                Stream.of(),
                LongStream.range(first, first + MEMBERS)
                        .filter(member -> member % 2 == 1)
                        .mapToObj(member -> deed(member, "back", today(), 100)));
        done(":score", "churn_risk", "{}");
        assertThat(word(models(), "churn_risk", "state")).isEqualTo("drifted");
        assertThat(number(models(), "churn_risk", "latest.shift")).isGreaterThan(0.2);
        assertThat(tag(gone, "churn_risk").value()).isNotEqualTo(new Said("高", "high"));
        assertThat(segments.contains(segment, gone)).as("left with the tag").isFalse();
        pump.drain();
        trail().andExpect(content().string(containsString("churn_risk v1 · PSI")));

        done(":train", "churn_risk", "{\"days\": 30}");
        assertThat(word(models(), "churn_risk", "state")).as("learnt anew").isEqualTo("fresh");
        assertThat(tag(gone, "churn_risk").why().sentence().en()).contains("model version 2");
        done(":use", "churn_risk", "{\"version\": 1}");
        assertThat(tag(gone, "churn_risk").why().sentence().en()).contains("model version 1");
        assertThat(word(models(), "churn_risk", "state"))
                .as("so is the drift")
                .isEqualTo("drifted");
    }

    @Test
    void tooShortAHistoryIsRefusedWithWhatIsThereAndWhatIsNeeded() throws Exception {
        send("/v1/models/churn_risk:train", "{\"days\": 365}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("MODEL_NEEDS_MORE"))
                .andExpect(content().string(containsString("200")));
        send("/v1/models/churn_risk:train", "{\"days\": 3}").andExpect(status().isBadRequest());
        send("/v1/models/next_visit:score", "{}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("MODEL_NOT_TRAINED"));
        send("/v1/models/next_visit:use", "{\"version\": 9}").andExpect(status().isNotFound());
        send("/v1/models/weather:train", "{}").andExpect(status().isNotFound());
    }

    /** A member of whom nothing was heard for half a year. */
    private long silent() {
        return memberWhose("max(on_day) < :day and count(*) > 2", today().minusDays(180));
    }

    /** A member who came a lot, lately too. */
    private long faithful() {
        return memberWhose("max(on_day) > :day and count(*) > 20", today().minusDays(4));
    }

    private long memberWhose(String having, LocalDate day) {
        return jdbc.sql(
                        "select member_id from audience.deed where member_id >= :first"
                                + " and member_id < :first + 1000 group by member_id having "
                                + having
                                + " order by member_id limit 1")
                .param("first", first)
                .param("day", day)
                .query(Long.class)
                .single();
    }

    private MemberTag tag(long member, String code) {
        return tags.ofMember(member).stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private void done(String action, String model, String body) throws Exception {
        send("/v1/models/" + model + action, body).andExpect(status().isAccepted());
        jobs.awaitAll(); // the training,
        jobs.awaitAll(); // and the scoring it began
        mvc.perform(get("/v1/jobs").param("limit", "5").with(SignIn.staff("jobs.read")))
                .andExpect(content().string(not(containsString("\"failed\""))));
    }

    private DocumentContext models() throws Exception {
        return JsonPath.parse(
                mvc.perform(get("/v1/models").with(SignIn.staff("segments.read")))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
    }

    private static String word(DocumentContext shown, String model, String path) {
        return at(shown, model, path).toString();
    }

    private static double number(DocumentContext shown, String model, String path) {
        return ((Number) at(shown, model, path)).doubleValue();
    }

    private static Object at(DocumentContext shown, String model, String path) {
        List<Object> found = shown.read("$.items[?(@.code == '" + model + "')]." + path);
        return found.getFirst();
    }

    private ResultActions trail() throws Exception {
        pump.drain();
        return mvc.perform(get("/v1/audit").with(SignIn.role("auditor")));
    }

    private ResultActions send(String path, String body) throws Exception {
        return mvc.perform(
                post(path)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body)
                        .with(SignIn.staff("segments.read", "segments.write")));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), VenueZone.DEFAULT);
    }

    private SeedAudience.Traits traits(long member) {
        return new SeedAudience.Traits(
                member,
                LocalDate.of(1990, 1, 1),
                "female",
                "WUH",
                LocalDate.of(2025, 1, 1),
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                0);
    }
}
