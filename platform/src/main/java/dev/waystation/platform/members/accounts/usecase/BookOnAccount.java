package dev.waystation.platform.members.accounts.usecase;

import dev.waystation.amounts.Money;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Reason;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.wiring.VenueZone;
import dev.waystation.platform.members.accounts.AccountCharge;
import dev.waystation.platform.members.accounts.AccountOffer;
import dev.waystation.platform.members.accounts.AccountRefusal;
import dev.waystation.platform.members.accounts.Accounts;
import dev.waystation.platform.members.accounts.ChargeOutcome;
import dev.waystation.platform.members.accounts.model.AccountEntry;
import dev.waystation.platform.members.accounts.model.Employee;
import dev.waystation.platform.members.accounts.model.EnterpriseAccount;
import dev.waystation.platform.members.accounts.store.AccountStore;
import dev.waystation.platform.members.accounts.store.EntryStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Charges and what comes back of them. The account's row is locked, so lines are numbered without
 * gaps; the credit and the month's limit are conditions of the writes themselves.
 */
@Service
class BookOnAccount implements Accounts {

    private final AccountStore accounts;
    private final EntryStore entries;
    private final Clock clock;

    BookOnAccount(AccountStore accounts, EntryStore entries, Clock clock) {
        this.accounts = accounts;
        this.entries = entries;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<AccountOffer> ofMember(long memberId) {
        return accounts.ofMember(memberId).stream()
                .map(each -> new AccountOffer(each.id(), each.name(), possible(each, memberId)))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> name(long accountId) {
        return accounts.find(accountId).map(EnterpriseAccount::name);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public ChargeOutcome charge(AccountCharge charge) {
        Optional<EnterpriseAccount> found = accounts.locked(charge.accountId());
        if (found.isPresent()
                && entries.byReference(charge.accountId(), charge.reference()).isPresent()) {
            return new ChargeOutcome.Charged();
        }
        Optional<Employee> employee =
                accounts.employee(charge.accountId(), charge.memberId(), month());
        if (found.isEmpty() || employee.filter(Employee::active).isEmpty()) {
            return refused(AccountRefusal.ACCOUNT_NOT_YOURS, found, employee, charge);
        }
        EnterpriseAccount account = found.get();
        if (!account.active()) {
            return refused(AccountRefusal.ACCOUNT_IS_SUSPENDED, found, employee, charge);
        }
        if (charge.minor() > account.leftMinor()) {
            return refused(AccountRefusal.ACCOUNT_CREDIT_REACHED, found, employee, charge);
        }
        if (!accounts.use(
                account.id(),
                charge.memberId(),
                month(),
                charge.minor(),
                employee.get().monthlyMinor())) {
            return refused(AccountRefusal.ACCOUNT_MONTH_LIMIT_REACHED, found, employee, charge);
        }
        write(
                account.id(),
                new EntryStore.Line(
                        month(),
                        AccountEntry.Kind.CHARGE,
                        charge.minor(),
                        charge.memberId(),
                        charge.order(),
                        month(),
                        charge.reference(),
                        employee.get().costCentre(),
                        "member:" + charge.memberId(),
                        clock.instant()));
        return new ChargeOutcome.Charged();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void credit(UUID reference, long accountId, UUID charge, long minor, String note) {
        if (minor == 0
                || accounts.locked(accountId).isEmpty()
                || entries.byReference(accountId, reference).isPresent()) {
            return;
        }
        AccountEntry of = entries.byReference(accountId, charge).orElseThrow();
        long member = Objects.requireNonNull(of.memberId());
        LocalDate chargedIn = Objects.requireNonNull(of.chargedIn());
        accounts.giveBack(accountId, member, chargedIn, minor);
        write(
                accountId,
                new EntryStore.Line(
                        month(),
                        AccountEntry.Kind.CREDIT,
                        -minor,
                        member,
                        of.order(),
                        chargedIn,
                        reference,
                        note,
                        "booking",
                        clock.instant()));
    }

    private void write(long account, EntryStore.Line line) {
        if (!entries.write(account, line)) {
            throw new IllegalStateException(
                    "account %d has no credit left, although its row is locked".formatted(account));
        }
    }

    private LocalDate month() {
        return LocalDate.ofInstant(clock.instant(), VenueZone.DEFAULT).withDayOfMonth(1);
    }

    private long possible(EnterpriseAccount account, long memberId) {
        return accounts.employee(account.id(), memberId, month())
                .map(each -> Math.min(each.leftMinor(), account.leftMinor()))
                .orElse(0L);
    }

    private ChargeOutcome refused(
            AccountRefusal code,
            Optional<EnterpriseAccount> account,
            Optional<Employee> employee,
            AccountCharge charge) {
        boolean yours = account.isPresent() && employee.filter(Employee::active).isPresent();
        long credit = yours ? account.get().leftMinor() : 0;
        long month = yours ? employee.get().leftMinor() : 0;
        return new ChargeOutcome.Refused(
                code,
                Math.min(credit, month),
                Explanation.of(
                        new Said("企业账户不能支付这张订单。", "The account does not pay this order."),
                        new Reason(
                                "employee",
                                yours,
                                new Said(
                                        "您在该账户的员工名单中",
                                        "you are on the account's list of employees"),
                                Map.of()),
                        new Reason(
                                "account_active",
                                yours && account.get().active(),
                                new Said("账户未暂停", "the account is not suspended"),
                                Map.of()),
                        left(
                                "month_limit",
                                yours,
                                month,
                                charge,
                                "本月额度还可用 %s",
                                "%s left of your month"),
                        left(
                                "credit",
                                yours,
                                credit,
                                charge,
                                "企业信用额度还可用 %s",
                                "%s left of the enterprise's credit")));
    }

    /** Amounts are the employee's business only. */
    private static Reason left(
            String code, boolean yours, long left, AccountCharge charge, String zh, String en) {
        String amount = Money.yuan(left).toString();
        return new Reason(
                code,
                yours && charge.minor() <= left,
                new Said(zh.formatted(amount), en.formatted(amount)),
                Map.of("leftMinor", left));
    }
}
