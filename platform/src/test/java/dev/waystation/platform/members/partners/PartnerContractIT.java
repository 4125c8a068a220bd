package dev.waystation.platform.members.partners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waystation.platform.members.partners.model.Contract;
import dev.waystation.platform.members.partners.model.Pack;
import dev.waystation.platform.members.partners.model.Partner;
import dev.waystation.platform.members.partners.usecase.AskConversion;
import dev.waystation.testkit.Capability;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

class PartnerContractIT extends PartnerDesk {

    @Test
    @Capability("L86")
    void packsAreDrawnOldestFirstAndAnEmptyOneIsTold() {
        prepaid(100, 500);
        long member = member();
        in(fresh(), member, 1_500);
        assertThat(partners.find(code).orElseThrow().packs())
                .extracting(Pack::drawn)
                .containsExactly(100L, 50L);
        assertThat(in(fresh(), member, 4_510))
                .isEqualTo(
                        new AskConversion.Outcome.Refused(
                                PartnerRefusal.PARTNER_PACKS_ARE_EMPTY, 450));
        assertThat(told()).isZero();
        assertThat(partners.find(code).orElseThrow().low()).isFalse();
        in(fresh(), member, 3_600);
        in(fresh(), member, 10);
        assertThat(told()).as("once, when the mark is passed").isEqualTo(1);
        assertThat(partners.find(code).orElseThrow().low()).isTrue();
    }

    @Test
    @Capability("L86")
    void aPostpaidPartnerIssuesWithinItsCreditUntilTheMonthIsLocked() {
        postpaid(200);
        long member = member();
        assertThat(in(fresh(), member, 1_500)).isInstanceOf(AskConversion.Outcome.Asked.class);
        assertThat(in(fresh(), member, 510))
                .isEqualTo(
                        new AskConversion.Outcome.Refused(
                                PartnerRefusal.PARTNER_CREDIT_IS_USED_UP, 50));
        assertThat(in(fresh(), member, 500)).isInstanceOf(AskConversion.Outcome.Asked.class);
    }

    @Test
    @Capability("L86")
    void aPublishedContractStandsAndANewVersionNeverReachesBack() {
        prepaid(10_000);
        long member = member();
        LocalDate today = LocalDate.now(clock);
        assertThat(partners.publish(contract(2, today.minusDays(1), Contract.Billing.PREPAID, 0)))
                .contains(PartnerRefusal.CONTRACT_IN_THE_PAST);
        publish(2, today.plusDays(1), Contract.Billing.PREPAID, 0);
        assertThat(partners.publish(contract(3, today.plusDays(1), Contract.Billing.PREPAID, 0)))
                .contains(PartnerRefusal.CONTRACT_DATE_TAKEN);
        String event = fresh();
        in(event, member, 100);
        assertThat(event(event).contract()).isEqualTo(1);
        assertThatThrownBy(() ->
                        jdbc.sql("update partners.contract set cost_minor = 1 where version = 1")
                                .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("a published contract stands");
    }

    @Test
    @Capability("L86")
    void ratesRoundOnceAndTheFeeComesOffTheSideTheContractSays() {
        postpaid(1);
        Contract down = contract(1, LONG_AGO, Contract.Billing.POSTPAID, 1);
        assertThat(down.in(1_009)).isEqualTo(new Contract.Quote(1_009, 100, 0));
        assertThat(down.out(1_007)).isEqualTo(new Contract.Quote(125, 1_007, 0));
        Contract half =
                new Contract(
                        1,
                        1,
                        LONG_AGO,
                        3,
                        2,
                        8,
                        1,
                        0,
                        0,
                        0,
                        Contract.BreakageTo.OPERATOR,
                        Contract.Billing.POSTPAID,
                        0,
                        0,
                        ZONE,
                        Contract.Rounds.HALF_UP,
                        1,
                        10,
                        "test",
                        clock.instant());
        assertThat(half.in(100)).isEqualTo(new Contract.Quote(100, 57, 10));
        assertThat(half.out(100)).isEqualTo(new Contract.Quote(11, 100, 10));
    }

    @Test
    @Capability("L86")
    void tooLittleNoContractAndAnUnknownPartnerHaveEachTheirCode() {
        long member = member();
        assertThat(refusal(in(fresh(), member, 100))).isEqualTo(PartnerRefusal.PARTNER_NOT_FOUND);
        added(Partner.Link.SANDBOX, null, null);
        assertThat(refusal(in(fresh(), member, 100)))
                .isEqualTo(PartnerRefusal.PARTNER_HAS_NO_CONTRACT);
        publish(1, LONG_AGO, Contract.Billing.POSTPAID, 1_000);
        assertThat(refusal(in(fresh(), member, 7))).isEqualTo(PartnerRefusal.CONVERSION_TOO_SMALL);
        assertThat(refusal(in(fresh(), member, 9)))
                .isEqualTo(PartnerRefusal.CONVERSION_GIVES_NOTHING);
    }

    private long told() {
        return jdbc.sql(
                        """
                        select count(*) from foundation.fact
                        where type = 'partners.PartnerPointsRunLow' and body->>'partner' = :code
                        """)
                .param("code", code)
                .query(Long.class)
                .single();
    }
}
