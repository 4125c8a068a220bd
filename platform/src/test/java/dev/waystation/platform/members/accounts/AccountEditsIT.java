package dev.waystation.platform.members.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.members.accounts.usecase.KeepAccounts;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.People;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Who changed an enterprise's account, and from what to what, stands in the trail. */
@PlatformIT
class AccountEditsIT {

    @Autowired KeepAccounts keep;
    @Autowired Members members;
    @Autowired FactPump pump;
    @Autowired MockMvc mvc;

    private String path;
    private String employee;

    @BeforeEach
    void anAccount() {
        long account = AccountMonthIT.anAccount(keep, 1_000_000);
        path = "/v1/enterprise-accounts/" + PublicId.encode("acc", account);
        long member = members.register(People.born(LocalDate.of(1990, 4, 1))).value();
        employee = PublicId.encode("mbr", member);
    }

    @Test
    void openingLimitsAndEmployeesAreWrittenDownWithBeforeAfterAndWho() throws Exception {
        pump.drain();
        newest("EnterpriseAccountChanged")
                .andExpect(jsonPath("$.items[0].actor").value("staff:1"))
                .andExpect(jsonPath("$.items[0].title.en").value("Opened an enterprise account"));

        limits(250_000_000, false, version()).andExpect(status().isOk());
        pump.drain();
        newest("EnterpriseAccountChanged")
                .andExpect(jsonPath("$.items[0].title.en").value("Changed an enterprise account"))
                .andExpect(
                        jsonPath("$.items[0].said.en")
                                .value(containsString("10000.00 CNY → 2500000.00 CNY")))
                .andExpect(jsonPath("$.items[0].said.zh").value(containsString("已暂停")));

        employee(300_000).andExpect(status().isOk());
        employee(900_000).andExpect(status().isOk());
        pump.drain();
        newest("EnterpriseEmployeeChanged")
                .andExpect(
                        jsonPath("$.items[0].said.en")
                                .value(containsString("研发 3000.00 CNY a month → 研发 9000.00 CNY")))
                .andExpect(jsonPath("$.items[0].said.zh").value(containsString(employee)));
    }

    @Test
    void whoReadTheAccountBeforeSomebodyElseChangedItIsToldSo() throws Exception {
        String read = version();
        limits(2_000_000, true, read).andExpect(status().isOk());
        limits(3_000_000, true, read)
                .andExpect(status().isPreconditionFailed())
                .andExpect(jsonPath("$.code").value("CHANGED_MEANWHILE"));
        mvc.perform(
                        put(path + "/employees/" + employee)
                                .with(SignIn.staff("accounts.write"))
                                .header("If-Match", read)
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(employeeBody(1)))
                .andExpect(status().isPreconditionFailed());
        limits(3_000_000, true, version()).andExpect(status().isOk());
        assertThat(version()).isNotEqualTo(read);
    }

    private ResultActions limits(long credit, boolean active, String version) throws Exception {
        return mvc.perform(
                put(path)
                        .with(SignIn.staff("accounts.write"))
                        .header("If-Match", version)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"creditMinor\":%d,\"active\":%s}".formatted(credit, active)));
    }

    private ResultActions employee(long monthly) throws Exception {
        return mvc.perform(
                put(path + "/employees/" + employee)
                        .with(SignIn.staff("accounts.write"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(employeeBody(monthly)));
    }

    private static String employeeBody(long monthly) {
        return "{\"costCentre\":\"研发\",\"monthlyMinor\":%d,\"active\":true}".formatted(monthly);
    }

    private ResultActions newest(String action) throws Exception {
        return mvc.perform(get("/v1/audit?action=" + action).with(SignIn.role("auditor")));
    }

    private String version() throws Exception {
        return Objects.requireNonNull(
                mvc.perform(get(path).with(SignIn.staff("accounts.read")))
                        .andReturn()
                        .getResponse()
                        .getHeader("ETag"));
    }
}
