package dev.waystation.platform.selling.booking;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.foundation.edge.PublicId;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** What a desk reads off a document, over HTTP: the day of birth and the printed name. */
@PlatformIT
class DeskChecksIT {

    @Autowired AutowireCapableBeanFactory beans;
    @Autowired MockMvc mvc;

    private final RequestPostProcessor window = SignIn.role("ticket_window");
    private Shop shop;
    private long member;

    @BeforeEach
    void somebody() {
        shop = beans.createBean(Shop.class);
        member = shop.aMember(LocalDate.of(1955, 4, 1));
    }

    @Test
    void aDayOfBirthIsProvedByTheDocumentRefusedWhenItDiffersAndForStaffAlone() throws Exception {
        String self = PublicId.encode("trv", shop.self(member));
        prove(self, "{\"birthDate\": \"1955-04-02\"}", window)
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.code").value("BIRTH_DATE_ON_DOCUMENT_DIFFERS"));
        prove(self, "{\"birthDate\": \"1955-04-01\"}", window)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[0].birthDateProved").value(true));
        prove(PublicId.encode("trv", 9_999_999_999_999L), "{\"birthDate\": \"1955-04-01\"}", window)
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("TRAVELLER_IS_UNKNOWN"));
        prove(self, "{}", window)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].pointer").value("/birthDate"));
        prove(self, "{\"birthDate\": \"1955-04-01\"}", SignIn.member(member))
                .andExpect(status().isForbidden());
    }

    @Test
    void aPrintedNameIsComparedByARuleThatIsSaid() throws Exception {
        Order order = shop.bought(member, shop.aTrain());
        String ticket = order.tickets().getFirst().id().text();
        check(ticket, "{\"name\": \"Somebody Else Entirely\"}", window)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.matches").value(false))
                .andExpect(jsonPath("$.rule").value("DIFFERENT"))
                .andExpect(jsonPath("$.why.zh").isNotEmpty());
        check(ticket, "{\"name\": \" \"}", window).andExpect(status().isBadRequest());
        check(PublicId.encode("tkt", 9_999_999_999_999L), "{\"name\": \"x\"}", window)
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("TICKET_NOT_FOUND"));
        check(ticket, "{\"name\": \"x\"}", SignIn.member(member)).andExpect(status().isForbidden());
    }

    private ResultActions prove(String traveller, String body, RequestPostProcessor who)
            throws Exception {
        return write(
                "/v1/members/%s/travellers/%s:prove-birth-date"
                        .formatted(PublicId.encode("mbr", member), traveller),
                body,
                who);
    }

    private ResultActions check(String ticket, String body, RequestPostProcessor who)
            throws Exception {
        return write("/v1/tickets/" + ticket + ":check-name", body, who);
    }

    private ResultActions write(String path, String body, RequestPostProcessor who)
            throws Exception {
        return mvc.perform(
                post(path).with(who).contentType(MediaType.APPLICATION_JSON).content(body));
    }
}
