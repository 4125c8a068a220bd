package dev.waystation.platform.members.accounts.usecase;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.members.accounts.AccountRefusal;
import dev.waystation.platform.members.accounts.facts.EnterpriseAccountChanged;
import dev.waystation.platform.members.accounts.facts.EnterpriseEmployeeChanged;
import dev.waystation.platform.members.accounts.facts.EnterpriseMonthClosed;
import dev.waystation.platform.members.accounts.facts.EnterprisePaid;
import dev.waystation.platform.members.accounts.model.AccountEntry;
import dev.waystation.platform.members.accounts.model.Employee;
import dev.waystation.platform.members.accounts.model.EnterpriseAccount;
import dev.waystation.platform.members.accounts.store.AccountStore;
import dev.waystation.platform.members.accounts.store.EntryStore;
import dev.waystation.platform.members.membership.Members;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What staff does with accounts: open, limit, note payments, close months. */
@Service
public class KeepAccounts {

    /** The account it was done to, or why nothing changed. */
    public sealed interface Outcome {

        record Done(long accountId) implements Outcome {}

        record Refused(AccountRefusal code) implements Outcome {}
    }

    private final AccountStore accounts;
    private final EntryStore entries;
    private final ShowAccounts show;
    private final Members members;
    private final FactLog facts;
    private final Clock clock;

    KeepAccounts(
            AccountStore accounts,
            EntryStore entries,
            ShowAccounts show,
            Members members,
            FactLog facts,
            Clock clock) {
        this.accounts = accounts;
        this.entries = entries;
        this.show = show;
        this.members = members;
        this.facts = facts;
        this.clock = clock;
    }

    @Transactional
    public Outcome open(EnterpriseAccount.Opening opening, String by) {
        OptionalLong id = accounts.open(opening, by, clock.instant());
        if (id.isEmpty()) {
            return new Outcome.Refused(AccountRefusal.ACCOUNT_EXISTS_ALREADY);
        }
        facts.append(
                new EnterpriseAccountChanged(
                        id.getAsLong(),
                        opening.name(),
                        0,
                        opening.creditMinor(),
                        false,
                        true,
                        by,
                        clock.instant()));
        return new Outcome.Done(id.getAsLong());
    }

    /** A lower credit than what is owed stops new bookings and nothing else. */
    @Transactional
    public Outcome change(long id, long creditMinor, boolean active, String by) {
        EnterpriseAccount.limit(creditMinor, "creditMinor");
        Optional<EnterpriseAccount> before = accounts.locked(id);
        if (before.isEmpty()) {
            return new Outcome.Refused(AccountRefusal.ACCOUNT_NOT_FOUND);
        }
        accounts.change(id, creditMinor, active);
        facts.append(
                new EnterpriseAccountChanged(
                        id,
                        before.get().name(),
                        before.get().creditMinor(),
                        creditMinor,
                        before.get().active(),
                        active,
                        by,
                        clock.instant()));
        return new Outcome.Done(id);
    }

    /** Puts somebody on the account, or sets the limit anew. */
    @Transactional
    public Outcome employee(long id, Employee employee, String by) {
        EnterpriseAccount.limit(employee.monthlyMinor(), "monthlyMinor");
        Optional<EnterpriseAccount> account = accounts.locked(id);
        if (account.isEmpty()) {
            return new Outcome.Refused(AccountRefusal.ACCOUNT_NOT_FOUND);
        }
        if (members.card(employee.memberId()).isEmpty()) {
            return new Outcome.Refused(AccountRefusal.ACCOUNT_EMPLOYEE_UNKNOWN);
        }
        Optional<Employee> before = accounts.employee(id, employee.memberId(), show.thisMonth());
        accounts.put(id, employee, clock.instant());
        facts.append(
                new EnterpriseEmployeeChanged(
                        id,
                        account.get().name(),
                        employee.memberId(),
                        before.map(KeepAccounts::limit).orElse(null),
                        limit(employee),
                        by,
                        clock.instant()));
        return new Outcome.Done(id);
    }

    private static EnterpriseEmployeeChanged.Limit limit(Employee each) {
        return new EnterpriseEmployeeChanged.Limit(
                each.costCentre(), each.monthlyMinor(), each.active());
    }

    /**
     * Notes a payment that came in.
     *
     * @param transfer the bank's number of it; the same one counts once
     */
    @Transactional
    public Outcome pay(long id, long minor, String transfer, String by) {
        Malformed.require(minor > 0, "minor", minor, "give more than 0");
        Malformed.require(!transfer.isBlank(), "transfer", transfer, "name the transfer");
        Optional<EnterpriseAccount> account = accounts.locked(id);
        if (account.isEmpty()) {
            return new Outcome.Refused(AccountRefusal.ACCOUNT_NOT_FOUND);
        }
        UUID reference =
                UUID.nameUUIDFromBytes(
                        ("transfer " + transfer.strip()).getBytes(StandardCharsets.UTF_8));
        if (entries.byReference(id, reference).isPresent()) {
            return new Outcome.Refused(AccountRefusal.ACCOUNT_PAYMENT_NOTED_ALREADY);
        }
        entries.write(
                id,
                new EntryStore.Line(
                        show.thisMonth(),
                        AccountEntry.Kind.PAYMENT,
                        -minor,
                        null,
                        null,
                        null,
                        reference,
                        transfer.strip(),
                        by,
                        clock.instant()));
        facts.append(
                new EnterprisePaid(
                        id, account.get().name(), minor, transfer.strip(), by, clock.instant()));
        return new Outcome.Done(id);
    }

    /** Closes a month for good; again it finds it closed and says so by doing nothing. */
    @Transactional
    public Outcome close(long id, LocalDate month, String by) {
        Optional<EnterpriseAccount> account = accounts.locked(id);
        if (account.isEmpty()) {
            return new Outcome.Refused(AccountRefusal.ACCOUNT_NOT_FOUND);
        }
        if (!month.isBefore(show.thisMonth())) {
            return new Outcome.Refused(AccountRefusal.ACCOUNT_MONTH_NOT_OVER);
        }
        ShowAccounts.Month counted = show.month(id, month);
        if (counted.closed() != null) {
            return new Outcome.Done(id);
        }
        Set<LocalDate> closed = show.closed(id);
        if (entries.months(id).stream()
                .anyMatch(each -> each.isBefore(month) && !closed.contains(each))) {
            return new Outcome.Refused(AccountRefusal.ACCOUNT_EARLIER_MONTH_IS_OPEN);
        }
        if (!counted.statement().differences().isEmpty() || !counted.statement().addsUp()) {
            return new Outcome.Refused(AccountRefusal.ACCOUNT_MONTH_DOES_NOT_TIE);
        }
        entries.close(id, counted.statement(), by, clock.instant());
        facts.append(
                new EnterpriseMonthClosed(
                        id,
                        account.get().name(),
                        month,
                        counted.statement().closing(),
                        by,
                        clock.instant()));
        return new Outcome.Done(id);
    }
}
