package dev.waystation.platform.selling.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.selling.catalogue.Run;
import dev.waystation.testkit.Capability;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A change over HTTP, from what it would cost to the gate that turns the old ticket away. */
@PlatformIT
class ChangeHttpIT {

    @Autowired AutowireCapableBeanFactory beans;
    @Autowired MockMvc mvc;
    @Autowired JsonMapper json;
    @Autowired Tickets tickets;
    @Autowired FactPump pump;

    private Shop shop;
    private Changer changer;
    private Run run;
    private long member;
    private Ticket old;

    @BeforeEach
    void aTicket() {
        shop = beans.createBean(Shop.class);
        changer = beans.createBean(Changer.class);
        changer.rules();
        run = shop.aTrain();
        member = shop.aMember();
        old = shop.bought(member, run).tickets().getFirst();
    }

    @AfterEach
    void usualRulesAgain() {
        changer.rules();
    }

    @Test
    @Capability("S22")
    void fromTheQuoteToTheNewTicketAndEveryDoorNamesItToWhoShowsTheOldOne() throws Exception {
        JsonNode quote =
                answer(
                        get("/v1/tickets/{id}/change-quote", old.id().text())
                                .param("runId", run(old))
                                .param("fromCall", "0")
                                .param("toCall", "2")
                                .param("seatClass", "business"),
                        200);
        long due = quote.at("/due/minor").asLong();
        assertThat(due).isPositive();
        JsonNode change = answer(changeOf(old), 201);
        assertThat(change.at("/amount/minor").asLong()).isEqualTo(due);
        String order = change.path("id").asString();
        JsonNode payment = answer(json(post("/v1/orders/{id}:pay", order), "{}"), 200);
        answer(post("/v1/sandbox-payments/{id}:approve", payment.path("intentId").asString()), 200);
        pump.drain();
        JsonNode settled = answer(get("/v1/orders/{id}", order), 200);
        assertThat(settled.path("status").asString()).isEqualTo("paid");
        JsonNode fresh = settled.path("tickets").get(0);
        assertThat(fresh.path("status").asString()).isEqualTo("issued");
        assertThat(answer(get("/v1/tickets/{id}", old.id().text()), 200).path("status").asString())
                .isEqualTo("changed");

        String seat = fresh.at("/seat/label").asString();
        String id = fresh.path("id").asString();
        for (MockHttpServletRequestBuilder door :
                new MockHttpServletRequestBuilder[] {
                    post("/v1/tickets/{id}:refund", old.id().text()),
                    get("/v1/tickets/{id}/refund-quote", old.id().text()),
                    changeOf(old)
                }) {
            asked(door)
                    .andExpect(status().isConflict())
                    .andExpect(jsonPath("$.code").value("TICKET_ALREADY_CHANGED"))
                    .andExpect(
                            jsonPath("$.detail", allOf(containsString(id), containsString(seat))));
        }
        gate(changer.now(old))
                .andExpect(jsonPath("$.decision").value("refuse"))
                .andExpect(jsonPath("$.reasonCode").value("TICKET_WAS_CHANGED"))
                .andExpect(
                        jsonPath(
                                "$.sentence.zh",
                                allOf(
                                        containsString(old.trip().trainCode()),
                                        containsString(seat))));
    }

    @Test
    @Capability("S23")
    void aClassThatIsNotChangedIsRefusedByNameAndTheRulesAreReadTriedAndSetOverHttp()
            throws Exception {
        JsonNode now =
                json.readTree(
                        mvc.perform(get("/v1/change-rules").with(SignIn.staff("rules.read")))
                                .andExpect(status().isOk())
                                .andReturn()
                                .getResponse()
                                .getContentAsString());
        String wanted =
                now.path("rules").toString().replace("\"second\",", "").replace("second", "first");
        staff(post("/v1/change-rules:preview"), wanted.replace("first", "golden"), "rules.read")
                .andExpect(status().isBadRequest());
        staff(post("/v1/change-rules:preview"), wanted, "rules.read")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.lines[?(@.key == 'classes')].value.zh").isNotEmpty());
        terms().andExpect(jsonPath("$.possible").value(true));

        staff(put("/v1/change-rules").header(HttpHeaders.IF_MATCH, "\"vother\""), wanted)
                .andExpect(status().isPreconditionFailed());
        staff(put("/v1/change-rules"), wanted, "rules.read").andExpect(status().isForbidden());
        staff(put("/v1/change-rules"), wanted).andExpect(status().isOk());
        terms().andExpect(jsonPath("$.refusal").value("CLASS_IS_NOT_CHANGED"));
        asked(changeOf(old))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("CLASS_IS_NOT_CHANGED"));
    }

    private ResultActions terms() throws Exception {
        return asked(get("/v1/tickets/{id}/change-terms", old.id().text()));
    }

    private ResultActions gate(Ticket ticket) throws Exception {
        String scan =
                "{\"code\":\"%s\",\"gate\":\"A1\",\"stationCode\":\"%s\"}"
                        .formatted(tickets.code(ticket), ticket.trip().from().stationCode());
        return staff(post("/v1/gate/check"), scan, "gate.check").andExpect(status().isOk());
    }

    private MockHttpServletRequestBuilder changeOf(Ticket ticket) {
        return json(
                post("/v1/tickets/{id}:change", ticket.id().text()),
                "{\"runId\":\"%s\",\"fromCall\":0,\"toCall\":2,\"seatClass\":\"business\"}"
                        .formatted(run(ticket)));
    }

    private static String run(Ticket ticket) {
        return PublicId.encode("run", ticket.trip().runId());
    }

    private JsonNode answer(MockHttpServletRequestBuilder request, int status) throws Exception {
        return json.readTree(
                asked(request)
                        .andExpect(status().is(status))
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
    }

    private ResultActions asked(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(SignIn.member(member)));
    }

    private ResultActions staff(MockHttpServletRequestBuilder request, String body)
            throws Exception {
        return staff(request, body, "rules.publish");
    }

    private ResultActions staff(
            MockHttpServletRequestBuilder request, String body, String permission)
            throws Exception {
        return mvc.perform(json(request, body).with(SignIn.staff(permission)));
    }

    private static MockHttpServletRequestBuilder json(
            MockHttpServletRequestBuilder request, String body) {
        return request.contentType(MediaType.APPLICATION_JSON).content(body);
    }
}
