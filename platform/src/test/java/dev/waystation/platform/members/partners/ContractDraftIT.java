package dev.waystation.platform.members.partners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.waystation.platform.SignIn;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.testkit.Capability;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The next version of a contract, written down, looked at, published. */
class ContractDraftIT extends PartnerDesk {

    @Autowired FactPump pump;
    @Autowired MockMvc mvc;

    @Test
    @Capability("L86")
    void aDraftChangesNothingUntilItIsPublishedAndIsGoneThen() throws Exception {
        postpaid(200);
        LocalDate tomorrow = LocalDate.now(clock).plusDays(1);
        change(null, terms(tomorrow, 8)).andExpect(status().isOk());
        assertThat(partners.find(code).orElseThrow().contracts()).hasSize(1);
        String tag = tag();
        publish("\"v0\"").andExpect(status().isPreconditionFailed());
        publish(tag)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.contracts.length()").value(2))
                .andExpect(jsonPath("$.contracts[0].inUnits").value(8))
                .andExpect(jsonPath("$.contracts[0].version").value(2))
                .andExpect(jsonPath("$.inForce.version").value(1));
        read().andExpect(jsonPath("$.draft").doesNotExist());
        pump.drain();
        mvc.perform(get("/v1/audit").with(SignIn.role("auditor")))
                .andExpect(
                        jsonPath("$.items[*].said.en")
                                .value(hasItem(startsWith(code + " version 2"))));
        publish(null)
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("NO_CONTRACT_DRAFT"));
    }

    @Test
    @Capability("L86")
    void ofTwoWhoDraftFromTheSameVersionTheSecondIsTold() throws Exception {
        postpaid(200);
        LocalDate tomorrow = LocalDate.now(clock).plusDays(1);
        String empty = tag();
        change(empty, terms(tomorrow, 8)).andExpect(status().isOk());
        change(empty, terms(tomorrow, 9)).andExpect(status().isPreconditionFailed());
        read().andExpect(jsonPath("$.draft.inUnits").value(8));
    }

    @Test
    void aDraftThatCannotBePublishedStaysForItsAuthorToMend() throws Exception {
        postpaid(200);
        LocalDate today = LocalDate.now(clock);
        change(null, terms(today.minusDays(3), 8)).andExpect(status().isOk());
        publish(null)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("CONTRACT_IN_THE_PAST"));
        read().andExpect(jsonPath("$.draft.inUnits").value(8));
        change(null, terms(today.plusDays(1), 0)).andExpect(status().isBadRequest());
    }

    private ResultActions read() throws Exception {
        return mvc.perform(get(address()).with(SignIn.role("administrator")));
    }

    private String tag() throws Exception {
        return String.valueOf(read().andReturn().getResponse().getHeader(HttpHeaders.ETAG));
    }

    private ResultActions change(@Nullable String tag, String terms) throws Exception {
        return send(put(address()).contentType(MediaType.APPLICATION_JSON).content(terms), tag);
    }

    private ResultActions publish(@Nullable String tag) throws Exception {
        return send(post(address() + ":publish"), tag);
    }

    private ResultActions send(MockHttpServletRequestBuilder request, @Nullable String tag)
            throws Exception {
        if (tag != null) {
            request.header(HttpHeaders.IF_MATCH, tag);
        }
        return mvc.perform(
                request.with(SignIn.role("administrator"))
                        .header("Idempotency-Key", UUID.randomUUID().toString()));
    }

    private String address() {
        return "/v1/partners/" + code + "/contract-draft";
    }

    private static String terms(LocalDate from, long inUnits) {
        return """
        {"validFrom":"%s","inUnits":%d,"inPoints":1,"outPoints":8,"outUnits":1,"costMinor":1000,
        "outCostMinor":8000,"reservePermille":300,"breakageTo":"partner","billing":"postpaid",
        "creditCap":500,"alertPoints":10,"zone":"Asia/Shanghai","rounding":"down","minimum":100,
        "fee":0}
        """
                .formatted(from, inUnits);
    }
}
