package dev.waystation.platform.members.presets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.members.presets.store.AdoptionStore;
import dev.waystation.platform.members.presets.usecase.AdoptPreset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Ready-made programmes. All tests share one world, so each takes back what it adopted. */
@PlatformIT
class PresetsIT {

    private static final int AT_ONCE = 64;

    @Autowired MockMvc mvc;
    @Autowired AdoptPreset adopt;
    @Autowired AdoptionStore adoptions;

    @AfterEach
    void formerRulesAgain() {
        adoptions.all().stream()
                .filter(each -> each.stands())
                .forEach(each -> adopt.takeBack(each.id(), "test"));
    }

    @Test
    void thePreviewSaysEveryRuleThatChangesBeforeAndAfterAndTheRestIsCounted() throws Exception {
        one("rail-12306")
                .andExpect(status().isOk())
                .andExpect(
                        jsonPath("$.parts[?(@.code=='claims')].changes[0].was.en")
                                .value("0 days of arrival"))
                .andExpect(
                        jsonPath("$.parts[?(@.code=='claims')].changes[0].will.en")
                                .value("5 days of arrival"))
                .andExpect(jsonPath("$.parts[?(@.code=='claims')].same.length()").value(1))
                .andExpect(jsonPath("$.parts[?(@.code=='nominees')].same.length()").value(3));
        one("park")
                .andExpect(
                        jsonPath("$.parts[?(@.code=='top-up')].changes[1].will.zh")
                                .value("赠 200.00 CNY"))
                .andExpect(jsonPath("$.parts[?(@.code=='top-up')].effects[0].en").exists());
        one("nothing").andExpect(status().isNotFound());
    }

    @Test
    void whatWasAdoptedIsInForceAtOnceAndTakingItBackRestoresEveryRule() throws Exception {
        String before = body(one("rail-12306"));
        adopt("rail-12306", "{}").andExpect(status().isOk());
        one("rail-12306")
                .andExpect(jsonPath("$.preset.inForce").value(true))
                .andExpect(jsonPath("$.preset.changes").value(0));
        adopt("rail-12306", "{}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("PRESET_CHANGES_NOTHING"));
        String id = JsonPath.read(body(read("/v1/preset-adoptions")), "$.items[0].id");
        takeBack(id).andExpect(status().isOk()).andExpect(jsonPath("$.kept").isEmpty());
        takeBack(id).andExpect(jsonPath("$.code").value("ADOPTION_IS_TAKEN_BACK"));
        assertThat(JsonPath.<Object>read(body(one("rail-12306")), "$.parts[*].changes"))
                .as("exactly the difference of before")
                .isEqualTo(JsonPath.read(before, "$.parts[*].changes"));
    }

    @Test
    void onlyTheChosenSubjectsChange() throws Exception {
        adopt("park", "{\"parts\": [\"top-up\"]}").andExpect(jsonPath("$.parts.length()").value(1));
        one("park")
                .andExpect(jsonPath("$.parts[?(@.code=='top-up')].changes[*]").isEmpty())
                .andExpect(jsonPath("$.parts[?(@.code=='family')].changes[*]").isNotEmpty());
    }

    @Test
    void whatSomebodyChangedSinceStaysWhenAnAdoptionIsTakenBack() throws Exception {
        adopt("rail-12306", "{\"parts\": [\"transfers\", \"claims\"]}").andExpect(status().isOk());
        String rule = body(read("/v1/transfer-rule"));
        mvc.perform(
                        org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put(
                                        "/v1/transfer-rule")
                                .with(SignIn.role("finance"))
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(rule.replace("\"least\":100", "\"least\":101")))
                .andExpect(status().isOk());
        String id = JsonPath.read(body(read("/v1/preset-adoptions")), "$.items[0].id");
        takeBack(id)
                .andExpect(jsonPath("$.parts[0]").value("claims"))
                .andExpect(jsonPath("$.kept[0]").value("transfers"));
        mvc.perform(
                        org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put(
                                        "/v1/transfer-rule")
                                .with(SignIn.role("finance"))
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(
                                        "{\"least\":100,\"mostAYear\":20000,\"coolingDays\":7,\"feePermille\":20,\"familyOnly\":true}"))
                .andExpect(status().isOk());
    }

    @Test
    void whoLooksAtAnOldPreviewIsAskedToLookAgain() throws Exception {
        String tag = one("park").andReturn().getResponse().getHeader("ETag");
        adopt("park", "{\"parts\": [\"family\"]}").andExpect(status().isOk());
        mvc.perform(
                        post("/v1/presets/park:adopt")
                                .with(SignIn.role("administrator"))
                                .header("If-Match", String.valueOf(tag))
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{}"))
                .andExpect(status().isPreconditionFailed());
    }

    @Test
    void ofManyWhoAdoptAtOnceOneDoesAndTheOthersLearnThatNothingIsLeft() throws Exception {
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<AdoptPreset.Outcome>> wishes =
                    IntStream.range(0, AT_ONCE)
                            .<Callable<AdoptPreset.Outcome>>mapToObj(
                                    _ -> () -> adopt.handle("park", Set.of("family"), "test"))
                            .toList();
            List<AdoptPreset.Outcome> outcomes =
                    clients.invokeAll(wishes).stream().map(Future::resultNow).toList();
            assertThat(outcomes)
                    .filteredOn(each -> each instanceof AdoptPreset.Outcome.Adopted)
                    .hasSize(1);
            assertThat(outcomes)
                    .filteredOn(each ->
                            each.equals(
                                    new AdoptPreset.Outcome.Refused(
                                            PresetRefusal.PRESET_CHANGES_NOTHING)))
                    .hasSize(AT_ONCE - 1);
        }
        assertThat(adoptions.all()).filteredOn(each -> each.stands()).hasSize(1);
    }

    @Test
    void anOlderAdoptionWaitsForTheNewerOneThatTouchesTheSameRules() throws Exception {
        adopt("park", "{\"parts\": [\"family\"]}").andExpect(status().isOk());
        long older = adoptions.all().getFirst().id();
        adopt.takeBack(older, "test");
        adopt("park", "{}").andExpect(status().isOk());
        takeBack(PublicId.encode("adp", older))
                .andExpect(jsonPath("$.code").value("ADOPTION_IS_TAKEN_BACK"));
        takeBack(PublicId.encode("adp", Long.MAX_VALUE))
                .andExpect(jsonPath("$.code").value("ADOPTION_NOT_FOUND"));
    }

    private ResultActions one(String code) throws Exception {
        return read("/v1/presets/" + code);
    }

    private ResultActions read(String path) throws Exception {
        return mvc.perform(get(path).with(SignIn.role("administrator")));
    }

    private ResultActions adopt(String code, String choice) throws Exception {
        return mvc.perform(
                post("/v1/presets/" + code + ":adopt")
                        .with(SignIn.role("administrator"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(choice));
    }

    private ResultActions takeBack(String id) throws Exception {
        return mvc.perform(
                post("/v1/preset-adoptions/" + id + ":take-back")
                        .with(SignIn.role("administrator")));
    }

    private static String body(ResultActions answer) throws Exception {
        return answer.andReturn()
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }
}
