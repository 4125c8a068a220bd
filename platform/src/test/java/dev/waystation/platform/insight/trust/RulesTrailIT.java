package dev.waystation.platform.insight.trust;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.facts.Fact;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.members.benefits.facts.StackingDecided;
import dev.waystation.platform.members.membership.facts.HouseholdChanged;
import dev.waystation.platform.members.partners.facts.ContractPublished;
import dev.waystation.platform.members.partners.facts.PartnerPeriodLocked;
import dev.waystation.platform.members.partners.facts.PartnerPointsRunLow;
import dev.waystation.platform.members.presets.facts.PresetAdopted;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** What happens in families, with partners and to the programme's rules stands in the trail. */
@PlatformIT
class RulesTrailIT {

    @Autowired MockMvc mvc;
    @Autowired FactLog facts;
    @Autowired FactPump pump;
    @Autowired TransactionTemplate transaction;
    @Autowired Clock clock;

    @Test
    void familiesPartnersAndProgrammesAreInTheTrailInWords() throws Exception {
        tell(new HouseholdChanged(5, 9, "BANNED", "member:8", "", clock.instant()));
        tell(new PartnerPointsRunLow(3, "demo-bank", 120, clock.instant()));
        tell(
                new PartnerPeriodLocked(
                        3, LocalDate.of(2026, 10, 1), 12_300, "staff:1", clock.instant()));
        tell(new PresetAdopted(1, "park", List.of("family"), "staff:1", clock.instant()));
        pump.drain();
        mvc.perform(get("/v1/audit").with(SignIn.role("auditor")))
                .andExpect(jsonPath("$.items[0].title.en").value("Adopted a ready-made programme"))
                .andExpect(jsonPath("$.items[0].said.en").value("park: family"))
                .andExpect(jsonPath("$.items[1].title.zh").value("锁定伙伴结算月"))
                .andExpect(jsonPath("$.items[1].actor").value("staff:1"))
                .andExpect(jsonPath("$.items[1].said.en").value("2026-10, net 123.00 CNY"))
                .andExpect(jsonPath("$.items[2].said.zh").value("demo-bank 还可发 120 分"))
                .andExpect(jsonPath("$.items[3].title.en").value("Was shut out of a family"))
                .andExpect(jsonPath("$.items[3].about").value(PublicId.encode("mbr", 9)));
    }

    @Test
    void contractsAndStackingAreInTheTrailInWords() throws Exception {
        LocalDate from = LocalDate.of(2026, 12, 1);
        tell(new ContractPublished(3, "demo-bank", 2, from, "staff:1", clock.instant()));
        tell(new StackingDecided(4, "staff:1", clock.instant()));
        pump.drain();
        mvc.perform(get("/v1/audit").with(SignIn.role("auditor")))
                .andExpect(jsonPath("$.items[0].title.zh").value("调整优惠券叠加规则"))
                .andExpect(jsonPath("$.items[0].said.en").value("version 4"))
                .andExpect(jsonPath("$.items[0].actor").value("staff:1"))
                .andExpect(jsonPath("$.items[1].title.en").value("Published a partner's contract"))
                .andExpect(jsonPath("$.items[1].said.zh").value("demo-bank 第 2 版，2026-12-01 起"));
    }

    private void tell(Fact fact) {
        transaction.executeWithoutResult(done -> facts.append(fact));
    }
}
