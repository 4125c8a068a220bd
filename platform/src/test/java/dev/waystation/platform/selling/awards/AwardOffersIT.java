package dev.waystation.platform.selling.awards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.selling.booking.Shop;
import dev.waystation.platform.selling.catalogue.Run;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Offers over HTTP: stations by name, and every act of staff in the audit trail, once. */
@PlatformIT
class AwardOffersIT {

    @Autowired AutowireCapableBeanFactory beans;
    @Autowired FactPump pump;
    @Autowired MockMvc mvc;

    @Test
    void offeringAndEndingAreInTheTrailOnceEachAndStationsHaveNames() throws Exception {
        Run run = beans.createBean(Shop.class).aTrain();
        String from = run.calls().get(0).stationCode();
        String to = run.calls().get(2).stationCode();
        String body =
                """
                {"trainCode": "%s", "seatClass": "second", "fromStation": "%s", "toStation": "%s",
                 "firstDate": "%s", "lastDate": "%s", "pointsPerYuan": 100, "memberLimit": 2,
                 "returnsMinutes": 60, "waves": [{"minutesBefore": 1440, "seats": 3}]}
                """
                        .formatted(run.trainCode(), from, to, run.serviceDate(), run.serviceDate());
        String made =
                write("", body)
                        .andExpect(status().isCreated())
                        .andExpect(jsonPath("$.from.zh").value(run.calls().get(0).nameZh()))
                        .andExpect(jsonPath("$.to.en").value(run.calls().get(2).nameEn()))
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        write("", body)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("AWARD_OFFER_STANDS_ALREADY"));
        String id = JsonPath.read(made, "$.id");
        write("/" + id + ":close", "").andExpect(jsonPath("$.open").value(false));
        write("/" + id + ":close", "").andExpect(status().isOk());

        pump.drain();
        String trail =
                mvc.perform(get("/v1/audit").with(SignIn.role("auditor")))
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        List<String> acts =
                JsonPath.read(
                        trail,
                        "$.items[?(@.said.en =~ /%s .*/)].action".formatted(run.trainCode()));
        assertThat(acts).containsExactly("AwardOfferClosed", "AwardSeatsOffered");
    }

    private ResultActions write(String path, String body) throws Exception {
        return mvc.perform(
                post("/v1/award-offers" + path)
                        .with(SignIn.role("administrator"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body));
    }
}
