package dev.waystation.platform.selling.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.selling.catalogue.Run;
import dev.waystation.platform.selling.catalogue.Timetables;
import dev.waystation.platform.selling.catalogue.usecase.ImportTimetable;
import dev.waystation.platform.selling.inventory.Availability;
import dev.waystation.platform.selling.inventory.ConfirmOutcome;
import dev.waystation.platform.selling.inventory.HoldOutcome;
import dev.waystation.platform.selling.inventory.HoldRequest;
import dev.waystation.platform.selling.inventory.InventoryRefusal;
import dev.waystation.platform.selling.inventory.SeatAvailability;
import dev.waystation.platform.selling.inventory.SeatHolds;
import dev.waystation.platform.selling.release.usecase.ApplyDueBatches;
import dev.waystation.testkit.Capability;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From a drafted plan to what passengers see. */
@PlatformIT
class ReleasePlanIT {

    private static final String PLAN =
            """
            {"trainCode": "%s", "class": "second",
             "name": {"zh": "长途优先", "en": "Long trips first"},
             "buckets": [
               {"key": "through", "trips": "through"},
               {"key": "first-leg", "trips": "first-leg"},
               {"key": "everyone", "trips": "any"},
               {"key": "student", "trips": "any", "group": "student", "nested": false}],
             "batches": [
               {"key": "first", "daysBefore": 15, "at": "08:00", "steps": [
                 {"to": "through", "seats": %d},
                 {"to": "first-leg", "seats": 30},
                 {"to": "student", "seats": 40}]},
               {"key": "last", "minutesBefore": 120, "steps": [
                 {"from": "through", "to": "everyone"},
                 {"from": "student", "to": "everyone"},
                 {"to": "everyone"}]}]}
            """;

    @Autowired MockMvc mvc;
    @Autowired ImportTimetable importTimetable;
    @Autowired Timetables timetables;
    @Autowired SeatAvailability availability;
    @Autowired SeatHolds holds;
    @Autowired ApplyDueBatches applyDueBatches;
    @Autowired FactPump pump;
    @Autowired JdbcClient jdbc;
    @Autowired JsonMapper json;
    @Autowired Clock clock;
    @TempDir Path folder;

    private Run train(String code) throws IOException {
        Files.writeString(
                folder.resolve("stations.csv"), "name,telecode\n测试丁,XXD\n测试戊,XXE\n测试己,XXF\n");
        Files.writeString(
                folder.resolve("trains.csv"),
                "train_id,train_code,train_no,running_dates\n1,%1$s,%1$s-0,ALL\n".formatted(code));
        Files.writeString(
                folder.resolve("stop_times.csv"),
                "train_id,seq,station,arr,dep\n1,1,测试丁,,08:00\n1,2,测试戊,09:00,09:05\n1,3,测试己,12:00,\n");
        assertThat(importTimetable.handle(folder))
                .isInstanceOf(ImportTimetable.Outcome.Loaded.class);
        return timetables.run(code, LocalDate.now(clock).plusDays(5)).orElseThrow();
    }

    private String draft(String code, int through) throws Exception {
        String body =
                mvc.perform(
                                post("/v1/release-plans")
                                        .with(SignIn.role("operations"))
                                        .contentType(MediaType.APPLICATION_JSON)
                                        .content(PLAN.formatted(code, through)))
                        .andExpect(status().isCreated())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        return json.readTree(body).get("id").asString();
    }

    private void publish(String code) throws Exception {
        mvc.perform(
                        post("/v1/release-plans/{id}:publish", draft(code, 90))
                                .with(SignIn.staff("release.publish")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("published"));
        pump.drain();
    }

    private int count(Run run, int from, int to, String group) {
        return availability.available(run.id(), "second", from, to, group).count();
    }

    private HoldOutcome hold(Run run, UUID ref, int from, int to, int party) {
        return holds.hold(
                new HoldRequest(
                        ref,
                        run.id(),
                        "second",
                        from,
                        to,
                        java.util.Collections.nCopies(party, "general"),
                        clock.instant().plus(Duration.ofMinutes(10))));
    }

    @Test
    @Capability("S31")
    @Capability("S35")
    void aPublishedPlanShowsTheCountsOfTheArticle() throws Exception {
        Run run = train("REL1");
        int seats = run.offer("second").orElseThrow().seatCount();
        assertThat(count(run, 0, 2, "general")).isEqualTo(seats);

        publish("REL1");

        assertThat(count(run, 0, 2, "general")).isEqualTo(120);
        assertThat(count(run, 0, 1, "general")).isEqualTo(30);
        assertThat(count(run, 0, 2, "student")).isEqualTo(160);
        assertThat(count(run, 1, 2, "general")).isZero();
    }

    @Test
    @Capability("S43")
    void aSoldOutShareIsRefusedWithItsCauseAndShownOnTheBoard() throws Exception {
        Run run = train("REL2");
        publish("REL2");
        UUID ref = UUID.randomUUID();
        assertThat(hold(run, ref, 0, 1, 15)).isInstanceOf(HoldOutcome.Held.class);
        assertThat(hold(run, UUID.randomUUID(), 0, 1, 15)).isInstanceOf(HoldOutcome.Held.class);
        assertThat(holds.confirm(ref)).isInstanceOf(ConfirmOutcome.Confirmed.class);

        HoldOutcome refused = hold(run, UUID.randomUUID(), 0, 1, 1);
        assertThat(refused).isInstanceOf(HoldOutcome.Refused.class);
        HoldOutcome.Refused why = (HoldOutcome.Refused) refused;
        assertThat(why.code()).isEqualTo(InventoryRefusal.QUOTA_IS_SOLD_OUT);
        assertThat(why.why().sentence().zh()).contains("30 张已售完").contains("下一批放票");
        Availability none = availability.available(run.id(), "second", 0, 1, "general");
        assertThat(Objects.requireNonNull(none.why()).sentence()).isEqualTo(why.why().sentence());

        mvc.perform(
                        get("/v1/runs/{id}/board", PublicId.encode("run", run.id().value()))
                                .param("class", "second")
                                .with(SignIn.staff("release.read")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.cells[0].available").value(0))
                .andExpect(jsonPath("$.cells[0].limit").value(30))
                .andExpect(jsonPath("$.cells[0].sold").value(15))
                .andExpect(jsonPath("$.cells[0].held").value(15))
                .andExpect(jsonPath("$.cells[0].why.reasons.length()").value(6))
                .andExpect(jsonPath("$.batches[0].state").value("released"))
                .andExpect(jsonPath("$.batches[0].amount").value(160))
                .andExpect(jsonPath("$.batches[1].state").value("planned"))
                .andExpect(jsonPath("$.plan.version").value(1));
        assertThat(planStateOnBoard(run)).isEqualTo("published");
    }

    /** Looks through the pages: other tests may have put a whole country on the board. */
    private String planStateOnBoard(Run run) throws Exception {
        String cursor = "";
        do {
            JsonNode page =
                    json.readTree(
                            mvc.perform(
                                            get("/v1/release-board")
                                                    .param("date", run.serviceDate().toString())
                                                    .param("cursor", cursor)
                                                    .with(SignIn.staff("release.read")))
                                    .andExpect(status().isOk())
                                    .andReturn()
                                    .getResponse()
                                    .getContentAsString());
            for (JsonNode item : page.get("items")) {
                if (item.get("trainCode").asString().equals(run.trainCode())) {
                    return item.get("planState").asString();
                }
            }
            cursor = page.path("next").asString("");
        } while (!cursor.isEmpty());
        return "not on the board";
    }

    @Test
    void batchesAreAppliedOnceHoweverOftenTheTimerRuns() throws Exception {
        Run run = train("REL3");
        publish("REL3");
        long before = decisions(run);
        for (int i = 0; i < 3; i++) {
            applyDueBatches.handle();
        }
        assertThat(decisions(run)).isEqualTo(before).isEqualTo(1);
    }

    private long decisions(Run run) {
        return jdbc.sql("select count(*) from inventory.seat_decision where run_id = :run")
                .param("run", run.id().value())
                .query(Long.class)
                .single();
    }

    @Test
    void aPlanThatPromisesMoreThanTheTrainHasIsRefusedWithTheLegAndTheFigures() throws Exception {
        train("REL4");
        String id = draft("REL4", 5000);
        mvc.perform(
                        post("/v1/release-plans/{id}:publish", id)
                                .with(SignIn.staff("release.publish")))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.code").value("PLAN_DOES_NOT_FIT"))
                .andExpect(jsonPath("$.why.reasons[0].code").value("RESERVES_EXCEED_CAPACITY"))
                .andExpect(jsonPath("$.why.reasons[0].values.promised").value(5070));
        mvc.perform(post("/v1/release-plans/{id}:preview", id).with(SignIn.staff("release.plan")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.good").value(false));
    }

    @Test
    void aPreviewComparesBeforeAndAfterAndListsTheOpenings() throws Exception {
        train("REL5");
        mvc.perform(
                        post("/v1/release-plans/{id}:preview", draft("REL5", 90))
                                .with(SignIn.staff("release.plan")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.rows[0].code").value("revenue"))
                .andExpect(jsonPath("$.rows[6].after").value(30))
                .andExpect(jsonPath("$.openings[1].batch").value("last"))
                .andExpect(jsonPath("$.cells.length()").value(3));
    }

    @Test
    void aPlanForATrainThatDoesNotRunIsRefused() throws Exception {
        mvc.perform(
                        post("/v1/release-plans")
                                .with(SignIn.role("operations"))
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(PLAN.formatted("NOSUCH", 90)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.code").value("UNKNOWN_TRAIN"));
    }

    @Test
    @Capability("S19")
    void aPartyLargerThanWhatIsLeftTakesNothing() throws Exception {
        Run run = train("REL6");
        publish("REL6");
        List<Integer> before = List.of(count(run, 0, 1, "general"), count(run, 0, 2, "general"));
        assertThat(hold(run, UUID.randomUUID(), 0, 1, 20)).isInstanceOf(HoldOutcome.Held.class);
        HoldOutcome refused = hold(run, UUID.randomUUID(), 0, 1, 11);
        assertThat(refused).isInstanceOf(HoldOutcome.Refused.class);
        assertThat(((HoldOutcome.Refused) refused).code())
                .isEqualTo(InventoryRefusal.MORE_PASSENGERS_THAN_SEATS);
        assertThat(List.of(count(run, 0, 1, "general"), count(run, 0, 2, "general")))
                .containsExactly(before.get(0) - 20, before.get(1) - 20);
    }
}
