package dev.waystation.platform.members.accounts.web;

import dev.waystation.amounts.Money;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.foundation.edge.RefusalProblem;
import dev.waystation.platform.members.accounts.AccountRefusal;
import dev.waystation.platform.members.accounts.model.AccountEntry;
import dev.waystation.platform.members.accounts.model.Employee;
import dev.waystation.platform.members.accounts.model.EnterpriseAccount;
import dev.waystation.platform.members.accounts.model.MonthHead;
import dev.waystation.platform.members.accounts.model.MonthStatement;
import dev.waystation.platform.members.accounts.usecase.ShowAccounts;
import dev.waystation.platform.members.membership.MemberCard;
import dev.waystation.platform.members.membership.Members;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Accounts as JSON; people leave masked. */
@Component
class AccountJson {

    static final String PREFIX = "acc";

    record AccountLine(
            String id,
            String name,
            String creditCode,
            Money credit,
            Money owed,
            Money left,
            boolean active) {}

    record EmployeeView(
            String memberId,
            String name,
            String costCentre,
            Money monthly,
            Money used,
            Money left,
            boolean active) {}

    record AccountMonth(
            String month,
            Money opening,
            Money charges,
            Money credits,
            Money payments,
            Money closing,
            boolean ties,
            boolean closed) {}

    record AccountView(
            AccountLine account, List<EmployeeView> employees, List<AccountMonth> months) {}

    record EntryView(
            long number,
            Instant at,
            String kind,
            Money amount,
            Money balance,
            @Nullable String memberId,
            @Nullable String name,
            @Nullable String order,
            String note) {}

    record AccountDifference(String order, Money journal, Money booking) {}

    record AccountStatement(
            AccountMonth month,
            List<EntryView> lines,
            List<AccountDifference> differences,
            String digest,
            @Nullable Instant closedAt) {}

    private final Members members;

    AccountJson(Members members) {
        this.members = members;
    }

    static long id(String text) {
        return PublicId.decode(PREFIX, text);
    }

    static LocalDate month(String text) {
        try {
            return YearMonth.parse(text).atDay(1);
        } catch (DateTimeException notOne) {
            throw new Malformed("month", text, "give a month like 2026-10");
        }
    }

    static RefusalProblem problem(AccountRefusal code) {
        return Refusal.of(
                code,
                code == AccountRefusal.ACCOUNT_NOT_FOUND
                                || code == AccountRefusal.ACCOUNT_EMPLOYEE_UNKNOWN
                        ? HttpStatus.NOT_FOUND
                        : HttpStatus.CONFLICT);
    }

    static AccountLine line(EnterpriseAccount each) {
        return new AccountLine(
                PublicId.encode(PREFIX, each.id()),
                each.name(),
                each.creditCode(),
                Money.yuan(each.creditMinor()),
                Money.yuan(each.owedMinor()),
                Money.yuan(each.leftMinor()),
                each.active());
    }

    AccountView view(ShowAccounts.View view) {
        return new AccountView(
                line(view.account()),
                view.employees().stream().map(this::employee).toList(),
                view.months().stream().map(AccountJson::head).toList());
    }

    AccountStatement statement(ShowAccounts.Month month) {
        MonthStatement counted = month.statement();
        return new AccountStatement(
                month(month),
                counted.lines().stream().map(this::entry).toList(),
                counted.differences().stream()
                        .map(each ->
                                new AccountDifference(
                                        each.order(),
                                        Money.yuan(each.journal()),
                                        Money.yuan(each.booking())))
                        .toList(),
                counted.digest(),
                month.closed() == null ? null : month.closed().closedAt());
    }

    EntryView entry(AccountEntry each) {
        Long member = each.memberId();
        return new EntryView(
                each.number(),
                each.at(),
                each.kind().name(),
                Money.yuan(each.minor()),
                Money.yuan(each.balance()),
                member == null ? null : PublicId.encode("mbr", member),
                member == null ? null : name(member),
                each.order(),
                each.note());
    }

    private EmployeeView employee(Employee each) {
        return new EmployeeView(
                PublicId.encode("mbr", each.memberId()),
                name(each.memberId()),
                each.costCentre(),
                Money.yuan(each.monthlyMinor()),
                Money.yuan(each.usedMinor()),
                Money.yuan(each.leftMinor()),
                each.active());
    }

    private static AccountMonth head(ShowAccounts.Head each) {
        MonthHead sums = each.sums();
        return new AccountMonth(
                text(sums.month()),
                Money.yuan(sums.opening()),
                Money.yuan(sums.charges()),
                Money.yuan(sums.credits()),
                Money.yuan(sums.payments()),
                Money.yuan(sums.closing()),
                each.ties(),
                each.closed());
    }

    private static String text(LocalDate month) {
        return month.toString().substring(0, 7);
    }

    private static AccountMonth month(ShowAccounts.Month each) {
        MonthStatement counted = each.statement();
        return new AccountMonth(
                text(counted.month()),
                Money.yuan(counted.opening()),
                Money.yuan(counted.charges()),
                Money.yuan(counted.credits()),
                Money.yuan(counted.payments()),
                Money.yuan(counted.closing()),
                counted.differences().isEmpty() && counted.addsUp(),
                each.closed() != null);
    }

    private String name(long member) {
        return members.card(member).map(MemberCard::maskedName).orElse("");
    }
}
