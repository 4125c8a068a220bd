package dev.waystation.platform.members.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.members.accounts.model.AccountEntry;
import dev.waystation.platform.members.accounts.model.ClosedMonth;
import dev.waystation.platform.members.accounts.model.EnterpriseAccount;
import dev.waystation.platform.members.accounts.store.EntryStore;
import dev.waystation.platform.members.accounts.usecase.KeepAccounts;
import dev.waystation.platform.members.accounts.usecase.ShowAccounts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Months of an account: counted as often as one likes, closed once, never changed. */
@PlatformIT
class AccountMonthIT {

    @Autowired KeepAccounts keep;
    @Autowired ShowAccounts show;
    @Autowired EntryStore entries;
    @Autowired JdbcClient jdbc;
    @Autowired MockMvc mvc;
    @Autowired Clock clock;

    private long account;
    private LocalDate thisMonth;
    private LocalDate lastMonth;

    @BeforeEach
    void anAccount() {
        account = anAccount(keep, 1_000_000);
        thisMonth = LocalDate.now(clock).withDayOfMonth(1);
        lastMonth = thisMonth.minusMonths(1);
    }

    /** An enterprise nobody else uses. */
    static long anAccount(KeepAccounts keep, long credit) {
        String code =
                "91420100MA%07d".formatted(Math.floorMod(UUID.randomUUID().hashCode(), 10_000_000));
        return ((KeepAccounts.Outcome.Done)
                        keep.open(
                                new EnterpriseAccount.Opening(
                                        "测试企业",
                                        code + EnterpriseAccount.checkCharacter(code),
                                        credit),
                                "staff:1"))
                .accountId();
    }

    @Test
    void aMonthCountedAgainSaysTheSameAndClosedStaysAsItIs() {
        paid(lastMonth, 500_00);
        paid(lastMonth, 20_00);
        ShowAccounts.Month first = show.one(account, lastMonth);
        assertThat(first.statement()).isEqualTo(show.one(account, lastMonth).statement());
        assertThat(first.statement().closing()).isEqualTo(-520_00);
        assertThat(keep.close(account, lastMonth, "staff:1"))
                .isEqualTo(new KeepAccounts.Outcome.Done(account));
        assertThat(keep.close(account, lastMonth, "staff:2"))
                .as("again it changes nothing")
                .isEqualTo(new KeepAccounts.Outcome.Done(account));
        ShowAccounts.Month closed = show.one(account, lastMonth);
        ClosedMonth kept = Objects.requireNonNull(closed.closed());
        assertThat(closed.statement().digest()).isEqualTo(kept.digest());
        assertThat(kept.closedBy()).isEqualTo("staff:1");
        assertThatThrownBy(() -> paid(lastMonth, 1))
                .as("the database refuses a line of a closed month")
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("is closed");
        assertThatThrownBy(() ->
                        jdbc.sql("update accounts.entry set minor = -1 where account_id = ?")
                                .param(account)
                                .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("append-only");
    }

    @Test
    void monthsCloseInTheirOrderAndNotBeforeTheyAreOver() {
        paid(lastMonth.minusMonths(1), 100);
        paid(lastMonth, 100);
        assertThat(keep.close(account, lastMonth, "staff:1"))
                .isEqualTo(
                        new KeepAccounts.Outcome.Refused(
                                AccountRefusal.ACCOUNT_EARLIER_MONTH_IS_OPEN));
        assertThat(keep.close(account, thisMonth, "staff:1"))
                .isEqualTo(new KeepAccounts.Outcome.Refused(AccountRefusal.ACCOUNT_MONTH_NOT_OVER));
        keep.close(account, lastMonth.minusMonths(1), "staff:1");
        assertThat(keep.close(account, lastMonth, "staff:1"))
                .isEqualTo(new KeepAccounts.Outcome.Done(account));
        assertThat(show.one(account, lastMonth).statement().opening()).isEqualTo(-100);
    }

    @Test
    void theListOfMonthsSaysOfEachWhatItsStatementSays() {
        for (int back = 3; back > 0; back--) {
            paid(thisMonth.minusMonths(back), 100L * back);
            paid(thisMonth.minusMonths(back), 7);
        }
        keep.close(account, thisMonth.minusMonths(3), "staff:1");
        assertThat(show.view(account).orElseThrow().months())
                .hasSize(3)
                .allSatisfy(head -> {
                    ShowAccounts.Month month = show.one(account, head.sums().month());
                    assertThat(head.sums().opening()).isEqualTo(month.statement().opening());
                    assertThat(head.sums().payments()).isEqualTo(month.statement().payments());
                    assertThat(head.sums().closing()).isEqualTo(month.statement().closing());
                    assertThat(head.sums().addsUp()).isTrue();
                    assertThat(head.ties()).isTrue();
                    assertThat(head.closed()).isEqualTo(month.closed() != null);
                });
    }

    @Test
    void aTransferIsNotedOnceAndAnEnterpriseHasOneAccount() {
        String transfer = UUID.randomUUID().toString();
        assertThat(keep.pay(account, 100_00, transfer, "staff:1"))
                .isEqualTo(new KeepAccounts.Outcome.Done(account));
        assertThat(keep.pay(account, 100_00, transfer, "staff:1"))
                .isEqualTo(
                        new KeepAccounts.Outcome.Refused(
                                AccountRefusal.ACCOUNT_PAYMENT_NOTED_ALREADY));
        EnterpriseAccount kept = show.view(account).orElseThrow().account();
        assertThat(kept.owedMinor()).isEqualTo(-100_00);
        assertThat(
                        keep.open(
                                new EnterpriseAccount.Opening("同一企业", kept.creditCode(), 1),
                                "staff:1"))
                .isEqualTo(new KeepAccounts.Outcome.Refused(AccountRefusal.ACCOUNT_EXISTS_ALREADY));
    }

    @Test
    void aMonthIsClosedOverHttpByWhoeverMayAndTheRefusalSaysWhatIsOpen() throws Exception {
        paid(lastMonth, 500_00);
        close(lastMonth, SignIn.role("gate")).andExpect(status().isForbidden());
        close(thisMonth, SignIn.role("finance"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("ACCOUNT_MONTH_NOT_OVER"));
        close(lastMonth, SignIn.role("finance"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.month.closing.minor").value(-500_00))
                .andExpect(jsonPath("$.closedAt").isNotEmpty());
    }

    private ResultActions close(LocalDate month, RequestPostProcessor who) throws Exception {
        return mvc.perform(
                post("/v1/enterprise-accounts/%s/months/%s:close"
                                .formatted(
                                        PublicId.encode("acc", account),
                                        month.toString().substring(0, 7)))
                        .with(who));
    }

    private void paid(LocalDate month, long minor) {
        entries.write(
                account,
                new EntryStore.Line(
                        month,
                        AccountEntry.Kind.PAYMENT,
                        -minor,
                        null,
                        null,
                        null,
                        UUID.randomUUID(),
                        "transfer",
                        "staff:1",
                        clock.instant()));
    }
}
