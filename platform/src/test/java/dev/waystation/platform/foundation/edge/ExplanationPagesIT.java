package dev.waystation.platform.foundation.edge;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@PlatformIT
class ExplanationPagesIT {

    private static final long OWNER = 880_001;
    private static final long OTHER = 880_002;

    @Autowired private MockMvc mvc;
    @Autowired private Explanations explanations;
    @Autowired private JdbcClient jdbc;

    private String id = "";

    @BeforeEach
    void keep() {
        id = explanations.keep(OWNER, new Explanation(new Said("因为", "because"), List.of()));
    }

    @Test
    void showsAMemberTheReasonsOfTheirOwnDecision() throws Exception {
        read(SignIn.member(OWNER))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.sentence.en").value("because"));
    }

    @Test
    void hidesThemFromAnotherMemberWhoKnowsTheAddress() throws Exception {
        read(SignIn.member(OTHER)).andExpect(status().isNotFound());
        // The control: it is the owner on record that decides, nothing else.
        jdbc.sql("update foundation.explanation set member_id = :member where id = :id")
                .param("member", OTHER)
                .param("id", id)
                .update();
        read(SignIn.member(OTHER)).andExpect(status().isOk());
        read(SignIn.member(OWNER)).andExpect(status().isNotFound());
    }

    @Test
    void showsStaffAndProgramsOnlyWhatTheirPermissionsReach() throws Exception {
        read(SignIn.role("operations")).andExpect(status().isOk());
        read(SignIn.client("points.read")).andExpect(status().isOk());
        read(SignIn.role("gate")).andExpect(status().isForbidden());
        read(SignIn.client("orders.read")).andExpect(status().isForbidden());
        read(SignIn.nobody()).andExpect(status().isUnauthorized());
    }

    private ResultActions read(RequestPostProcessor who) throws Exception {
        return mvc.perform(get("/v1/explanations/" + id).with(who));
    }
}
