package dev.waystation.platform.members.wallet;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** What is given on top of a top-up; nothing is offered in this world. */
@PlatformIT
class GiftIT {

    @Autowired MockMvc mvc;

    @Test
    void theCounterGivesWhatTheOffersSayAndNotWhatItNames() throws Exception {
        topUp("ticket_window", "")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.gift").value(0));
        topUp("ticket_window", "\"gift\":0,").andExpect(status().isOk());
        topUp("ticket_window", "\"gift\":1,")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("GIFT_IS_NOT_OFFERED"));
    }

    @Test
    void anApproverMayGiveMore() throws Exception {
        topUp("administrator", "\"gift\":1,")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.gift").value(1));
    }

    private ResultActions topUp(String role, String gift) throws Exception {
        String opened =
                mvc.perform(
                                post("/v1/cards")
                                        .contentType(MediaType.APPLICATION_JSON)
                                        .content(
                                                "{\"medium\":\"G-%s\"}"
                                                        .formatted(UUID.randomUUID()))
                                        .with(SignIn.role("ticket_window")))
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        return mvc.perform(
                post("/v1/cards/" + JsonPath.read(opened, "$.id") + ":top-up")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(
                                "{\"principal\":10000,%s\"company\":false,\"method\":\"CASH\"}"
                                        .formatted(gift))
                        .with(SignIn.role(role)));
    }
}
