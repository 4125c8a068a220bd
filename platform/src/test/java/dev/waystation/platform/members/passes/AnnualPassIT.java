package dev.waystation.platform.members.passes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waystation.amounts.Money;
import dev.waystation.platform.StubbornRow;
import dev.waystation.platform.foundation.jobs.TimerWheel;
import dev.waystation.platform.foundation.wiring.VenueZone;
import dev.waystation.platform.members.passes.model.Activation;
import dev.waystation.platform.members.passes.model.Bill;
import dev.waystation.platform.members.passes.model.PassProduct;
import dev.waystation.platform.members.passes.model.PassState;
import dev.waystation.platform.members.passes.model.Span;
import dev.waystation.platform.members.passes.model.Standing;
import dev.waystation.platform.members.passes.usecase.CareForPass;
import dev.waystation.platform.members.passes.usecase.OrderPass;
import dev.waystation.platform.members.passes.usecase.OverdueBills;
import dev.waystation.platform.members.passes.usecase.ReturnPass;
import dev.waystation.platform.selling.payment.Payments;
import dev.waystation.testkit.Capability;
import java.time.Duration;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class AnnualPassIT extends PassDesk {

    @Autowired ReturnPass back;
    @Autowired CareForPass care;
    @Autowired Payments payments;
    @Autowired TimerWheel timers;
    @Autowired OverdueBills overdue;
    @Autowired JdbcClient jdbc;

    @Test
    @Capability("L90")
    void itsDaysBeginNowTomorrowOnAFixedDayOrWithTheFirstUse() {
        LocalDate today = today();
        assertThat(span(buy(member, yearly()))).isEqualTo(Span.ofMonths(today, 12));
        assertThat(span(buy(member, yearly(Activation.NEXT_DAY, Set.of()))))
                .isEqualTo(Span.ofMonths(today.plusDays(1), 12));
        assertThat(span(buy(member, yearly(Activation.FIXED, Set.of()))))
                .isEqualTo(Span.ofMonths(today.plusDays(10), 12));
        long waiting = buy(member, yearly(Activation.FIRST_USE, Set.of()));
        assertThat(seen(waiting).standing()).isEqualTo(Standing.WAITS_FOR_FIRST_USE);
        clock.advance(Duration.ofDays(40));
        assertThat(enter(waiting, PARK)).isEqualTo("in 1");
        assertThat(span(waiting)).isEqualTo(Span.ofMonths(today(), 12));
    }

    @Test
    void pointsAndCashPayItAndAnUnpaidOneEndsWithItsPointsFree() {
        PassProduct product = yearly();
        assertThat(refused(member, Bill.Kind.PURCHASE, product, null, 36_501))
                .isEqualTo(PassRefusal.PASS_POINTS_EXCEED_PRICE);
        assertThat(refused(member, Bill.Kind.PURCHASE, product, null, 500))
                .isEqualTo(PassRefusal.PASS_POINTS_DO_NOT_SUFFICE);
        credit(member, 40_000);
        OrderPass.Outcome.Ordered mixed =
                (OrderPass.Outcome.Ordered) ask(member, Bill.Kind.PURCHASE, product, null, 10_000);
        assertThat(mixed.bill().cashMinor()).isEqualTo(26_500);
        assertThat(spendable(member)).isEqualTo(30_000);
        clock.advance(Duration.ofMinutes(31));
        timers.runDue();
        assertThat(seen(mixed.bill().passId()).pass().state()).isEqualTo(PassState.CANCELLED);
        assertThat(spendable(member)).isEqualTo(40_000);
        // Cash that comes too late goes back and opens nothing.
        pay(mixed);
        assertThat(seen(mixed.bill().passId()).pass().state()).isEqualTo(PassState.CANCELLED);
        assertThat(refunded(mixed)).isEqualTo(Money.yuan(26_500));
        long all = buy(member, Bill.Kind.PURCHASE, product, null, 36_500);
        assertThat(seen(all).standing()).isEqualTo(Standing.VALID);
        assertThat(spendable(member)).isEqualTo(3_500);
    }

    @Test
    void aBillThatCannotBeEndedKeepsNoOtherFromEnding() {
        PassProduct product = yearly();
        OrderPass.Outcome.Ordered broken = unpaid(product);
        OrderPass.Outcome.Ordered next = unpaid(product);
        clock.advance(Duration.ofMinutes(31));
        try (var stuck =
                new StubbornRow(
                        jdbc,
                        "passes.bill",
                        "old.order_ref = '" + broken.bill().orderRef() + "'")) {
            assertThatThrownBy(() -> overdue.handle(clock.instant()))
                    .hasMessageContaining("stubborn");
            assertThat(seen(next.bill().passId()).pass().state())
                    .as("%s", stuck)
                    .isEqualTo(PassState.CANCELLED);
        }
        overdue.handle(clock.instant());
        assertThat(seen(broken.bill().passId()).pass().state()).isEqualTo(PassState.CANCELLED);
    }

    private OrderPass.Outcome.Ordered unpaid(PassProduct product) {
        return (OrderPass.Outcome.Ordered) ask(somebody(), Bill.Kind.PURCHASE, product, null, 0);
    }

    @Test
    @Capability("L90")
    void aRenewalJoinsTheOldEndWheneverItIsPaid() {
        long first = buy(member, yearly());
        Span old = span(first);
        assertThat(refused(member, Bill.Kind.RENEWAL, null, first, 0))
                .isEqualTo(PassRefusal.PASS_RENEWAL_TOO_EARLY);
        clock.advance(Duration.ofDays(old.days() - 20L));
        long early = buy(member, Bill.Kind.RENEWAL, null, first, 0);
        assertThat(span(early)).isEqualTo(Span.ofMonths(old.until().plusDays(1), 12));
        assertThat(refused(member, Bill.Kind.RENEWAL, null, first, 0))
                .isEqualTo(PassRefusal.PASS_WAS_RENEWED);
        clock.advance(Duration.ofDays(span(early).days() + 30L));
        long late = buy(member, Bill.Kind.RENEWAL, null, early, 0);
        assertThat(today()).as("paid in the days of grace").isAfter(span(early).until());
        assertThat(span(late).from()).isEqualTo(span(early).until().plusDays(1));
        clock.advance(Duration.ofDays(span(late).days() + 6L));
        assertThat(refused(member, Bill.Kind.RENEWAL, null, late, 0))
                .isEqualTo(PassRefusal.PASS_RENEWAL_TOO_LATE);
    }

    @Test
    @Capability("L90")
    void aReturnPaysUnusedDaysToWhereTheyWerePaidFromAndAnUpgradeCreditsThem() {
        awayFromLeapDays();
        credit(member, 10_000);
        long small = buy(member, Bill.Kind.PURCHASE, yearly(), null, 10_000);
        clock.advance(Duration.ofDays(72));
        // 73 of 365 days are gone, four fifths are left: 292.00 yuan of credit.
        assertThat(seen(small).unused().left()).isEqualTo(292);
        PassProduct big =
                add(
                        73_000,
                        new PassProduct.Term(Activation.NOW, null, 12, 30, 15),
                        new PassProduct.Entry(Set.of(PARK, MUSEUM), 2, 30, Set.of()),
                        false);
        OrderPass.Outcome.Ordered upgrade =
                (OrderPass.Outcome.Ordered) ask(member, Bill.Kind.UPGRADE, big, small, 0);
        assertThat(upgrade.bill().creditMinor()).isEqualTo(29_200);
        assertThat(upgrade.bill().cashMinor()).isEqualTo(43_800);
        pay(upgrade);
        long large = upgrade.bill().passId();
        assertThat(seen(small).pass().state()).isEqualTo(PassState.UPGRADED);
        assertThat(enter(large, MUSEUM)).isEqualTo("in 1");
        clock.advance(Duration.ofDays(291));
        // 73 of 365 days are left: a fifth of 730.00, of it a fifth of the 8,000 points.
        ReturnPass.Outcome.Returned returned =
                (ReturnPass.Outcome.Returned) back.handle(member, large);
        assertThat(returned.quote().points()).isEqualTo(1_600);
        assertThat(returned.quote().cashMinor()).isEqualTo(13_000);
        assertThat(spendable(member)).isEqualTo(1_600);
        assertThat(refunded(upgrade)).isEqualTo(Money.yuan(8_760));
        assertThat(seen(large).standing()).isEqualTo(Standing.RETURNED);
        assertThat(back.handle(member, large)).isInstanceOf(ReturnPass.Outcome.Refused.class);
    }

    @Test
    @Capability("L90")
    void withinSevenDaysAnUnusedPassGoesBackWholeAndAUsedOneByItsDays() {
        PassProduct product = yearly();
        long unused = buy(member, product);
        long used = buy(member, product);
        enter(used, PARK);
        LocalDate first = LocalDate.ofInstant(clock.instant(), VenueZone.DEFAULT);
        long year = ChronoUnit.DAYS.between(first, first.plusMonths(12));
        clock.advance(Duration.ofDays(6));
        assertThat(returned(unused).cashMinor()).isEqualTo(36_500);
        assertThat(returned(used).cashMinor())
                .as("seven days are gone; 358.00 unless a 29 February lies ahead")
                .isEqualTo(36_500 * (year - 7) / year);
    }

    @Test
    @Capability("L90")
    void itIsBoundToItsHolderReplacedForAFeeAndShutWhenLent() {
        long pass = buy(member, yearly());
        String old = token(pass);
        assertThat(care.bind(member, pass, null))
                .isInstanceOfSatisfying(
                        CareForPass.Outcome.Refused.class,
                        no ->
                                assertThat(no.code())
                                        .isEqualTo(PassRefusal.PASS_IS_BOUND_TO_ITS_HOLDER));
        buy(member, Bill.Kind.REPLACEMENT, null, pass, 0);
        assertThat(enter(old, PARK, java.util.UUID.randomUUID(), clock.instant()))
                .isEqualTo("PASS_MEDIUM_WAS_REPLACED");
        String fresh = token(pass);
        care.block(pass, "lent to a stranger", "staff:1");
        assertThat(enter(fresh, PARK, java.util.UUID.randomUUID(), clock.instant()))
                .isEqualTo("PASS_IS_BLOCKED");
        care.unblock(pass, "staff:1");
        assertThat(enter(pass, PARK)).isEqualTo("in 1");
        long somebodyElse = somebody();
        assertThat(back.handle(somebodyElse, pass)).isInstanceOf(ReturnPass.Outcome.Refused.class);
    }

    private ReturnPass.Quote returned(long pass) {
        return ((ReturnPass.Outcome.Returned) back.handle(member, pass)).quote();
    }

    private Money refunded(OrderPass.Outcome.Ordered ordered) {
        return payments.intent(Objects.requireNonNull(ordered.intent()).id())
                .orElseThrow()
                .refunded();
    }

    private Span span(long pass) {
        return Objects.requireNonNull(seen(pass).pass().span());
    }

    /** Years of 365 days from here on, for as long as two passes after one another last. */
    private void awayFromLeapDays() {
        while (today().datesUntil(today().plusDays(450))
                .anyMatch(day -> MonthDay.from(day).equals(MonthDay.of(2, 29)))) {
            clock.advance(Duration.ofDays(30));
        }
    }
}
