package dev.waystation.platform.selling.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.selling.TestTrains;
import dev.waystation.platform.selling.catalogue.model.GtfsFeed;
import dev.waystation.platform.selling.catalogue.usecase.ImportTimetable;
import dev.waystation.testkit.Capability;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The catalogue as clients see it. */
@PlatformIT
class CatalogueRestIT {

    @Autowired MockMvc mvc;
    @Autowired JsonMapper json;
    @Autowired JdbcClient jdbc;
    @Autowired ImportTimetable imports;
    @Autowired Timetables timetables;
    @Autowired Clock clock;

    private JsonNode answer(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return json.readTree(
                mvc.perform(request.with(SignIn.role("operations")))
                        .andExpect(status().is2xxSuccessful())
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
    }

    /** Every page of a list, two items each, by following the cursor. */
    private List<String> walk(String path, String key) throws Exception {
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            MockHttpServletRequestBuilder page = get(path).param("limit", "2");
            JsonNode body = answer(cursor == null ? page : page.param("cursor", cursor));
            assertThat(body.path("items").size()).isLessThanOrEqualTo(2);
            body.path("items").forEach(item -> seen.add(item.path(key).asString()));
            cursor = body.path("next").isString() ? body.path("next").asString() : null;
        } while (cursor != null && seen.size() < 500);
        return seen;
    }

    @Test
    void trains_of_a_day_are_walked_by_cursor_each_once_and_lead_to_their_run() throws Exception {
        List<Run> runs = TestTrains.leavingSoon(imports, timetables, clock, 5);
        Run run = runs.getFirst();
        String start = run.trainCode().substring(0, run.trainCode().length() - 1);
        String path = "/v1/trains?q=" + start + "&date=" + run.serviceDate();

        List<String> codes = walk(path, "code");

        assertThat(codes)
                .containsExactlyElementsOf(runs.stream().map(Run::trainCode).sorted().toList())
                .hasSameSizeAs(new HashSet<>(codes));
        String id = PublicId.encode("run", run.id().value());
        assertThat(walk(path, "runId")).contains(id);
        JsonNode shown = answer(get("/v1/runs/" + id));
        assertThat(shown.path("trainCode").asString()).isEqualTo(run.trainCode());
        assertThat(shown.path("calls").size()).isEqualTo(3);
        assertThat(shown.path("classes").size()).isPositive();
        String unknown = PublicId.encode("run", 987_654_321_987L);
        mvc.perform(get("/v1/runs/" + unknown).with(SignIn.nobody()))
                .andExpect(status().isNotFound());
        mvc.perform(get(path).param("cursor", "nonsense").with(SignIn.role("operations")))
                .andExpect(status().isBadRequest());
    }

    @Test
    void stations_and_cities_are_found_by_the_start_of_their_name() throws Exception {
        TestTrains.leavingSoon(imports, timetables, clock, 1);

        assertThat(walk("/v1/stations?q=测试", "code")).containsSequence("XXA", "XXB", "XXC");
        JsonNode cities = answer(get("/v1/cities").param("q", "测试"));
        assertThat(cities.path("items").size()).isPositive();
        assertThat(cities.path("items").get(0).path("stationCodes").size()).isPositive();
    }

    @Test
    @Capability("S15")
    void an_upload_reports_every_problem_and_the_repaired_one_loads() throws Exception {
        GtfsFeed feed =
                GtfsFeed.sleeper("REST")
                        .replace("stop_times.txt", "22:50:00", "22:61:00")
                        .replace("stop_times.txt", "REST-D,40", "REST-Z,40");
        JsonNode broken = uploaded(feed);
        assertThat(broken.path("state").asString()).isEqualTo("refused");
        List<String> places = new ArrayList<>();
        for (JsonNode problem : broken.path("problems")) {
            places.add(
                    problem.path("file").asString()
                            + ":"
                            + problem.path("line").asLong()
                            + ":"
                            + problem.path("column").asString()
                            + "="
                            + problem.path("value").asString());
            assertThat(problem.path("remedy").path("en").asString()).isNotBlank();
            assertThat(problem.path("remedy").path("zh").asString()).isNotBlank();
        }
        assertThat(places)
                .contains(
                        "stop_times.txt:2:departure_time=22:61:00",
                        "stop_times.txt:5:stop_id=REST-Z");
        assertThat(stationsOfFeed()).as("nothing half-loaded").isZero();

        JsonNode loaded = uploaded(GtfsFeed.sleeper("REST"));
        assertThat(loaded.path("state").asString()).isEqualTo("loaded");
        assertThat(loaded.path("summary").path("calls").asInt()).isEqualTo(4);
        assertThat(stationsOfFeed()).isEqualTo(4);
        assertThat(uploaded(GtfsFeed.sleeper("REST")).path("summary").path("unchanged").asInt())
                .isEqualTo(1);
    }

    @Test
    void a_file_that_is_no_zip_and_a_caller_without_the_right_are_refused() throws Exception {
        MockMultipartFile text = new MockMultipartFile("file", "feed.txt", null, new byte[] {1});
        mvc.perform(multipart("/v1/timetable-imports").file(text).with(SignIn.role("operations")))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail", containsString("feed.txt")));
        mvc.perform(multipart("/v1/timetable-imports").file(text).with(SignIn.role("gate")))
                .andExpect(status().isForbidden());
    }

    @Test
    void the_park_shows_rides_slots_and_passes() throws Exception {
        mvc.perform(get("/v1/park/rides").with(SignIn.nobody())).andExpect(status().isOk());
        mvc.perform(get("/v1/park/passes").with(SignIn.nobody())).andExpect(status().isOk());
        mvc.perform(get("/v1/park/slots?date=2099-01-01").with(SignIn.nobody()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items.length()").value(0));
        mvc.perform(get("/v1/park/slots?date=tomorrow").with(SignIn.nobody()))
                .andExpect(status().isBadRequest());
    }

    private long stationsOfFeed() {
        return jdbc.sql("select count(*) from catalogue.station where station_code like 'REST-%'")
                .query(Long.class)
                .single();
    }

    private JsonNode uploaded(GtfsFeed feed) throws Exception {
        MockMultipartFile zip = new MockMultipartFile("file", "feed.zip", null, feed.zip());
        JsonNode job = answer(multipart("/v1/timetable-imports").file(zip));
        JsonNode shown;
        do {
            Thread.onSpinWait();
            shown = answer(get("/v1/timetable-imports/" + job.path("id").asString()));
        } while (shown.path("state").asString().equals("waiting"));
        return shown;
    }
}
