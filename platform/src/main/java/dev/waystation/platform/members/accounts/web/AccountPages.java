package dev.waystation.platform.members.accounts.web;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.members.accounts.AccountRefusal;
import dev.waystation.platform.members.accounts.model.Employee;
import dev.waystation.platform.members.accounts.model.EnterpriseAccount;
import dev.waystation.platform.members.accounts.usecase.KeepAccounts;
import dev.waystation.platform.members.accounts.usecase.ShowAccounts;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Accounts of enterprises: open, limit, see. */
@RestController
class AccountPages {

    record AccountRequest(@Nullable String name, @Nullable String creditCode, long creditMinor) {}

    record AccountChange(long creditMinor, boolean active) {}

    record EmployeeRequest(@Nullable String costCentre, long monthlyMinor, boolean active) {}

    private final KeepAccounts keep;
    private final ShowAccounts show;
    private final AccountJson json;

    AccountPages(KeepAccounts keep, ShowAccounts show, AccountJson json) {
        this.keep = keep;
        this.show = show;
        this.json = json;
    }

    @GetMapping("/v1/enterprise-accounts")
    @Permission("accounts.read")
    List<AccountJson.AccountLine> accounts() {
        return show.all().stream().map(AccountJson::line).toList();
    }

    @GetMapping("/v1/enterprise-accounts/{id}")
    @Permission("accounts.read")
    AccountJson.AccountView account(@PathVariable String id) {
        return view(AccountJson.id(id));
    }

    @PostMapping("/v1/enterprise-accounts")
    @ResponseStatus(HttpStatus.CREATED)
    @Permission("accounts.write")
    AccountJson.AccountView open(@RequestBody AccountRequest body, Caller caller) {
        return done(
                keep.open(
                        new EnterpriseAccount.Opening(
                                Malformed.required(body.name(), "name"),
                                Malformed.required(body.creditCode(), "creditCode"),
                                body.creditMinor()),
                        caller.key()));
    }

    @PutMapping("/v1/enterprise-accounts/{id}")
    @Permission("accounts.write")
    AccountJson.AccountView change(@PathVariable String id, @RequestBody AccountChange body) {
        return done(keep.change(AccountJson.id(id), body.creditMinor(), body.active()));
    }

    @PutMapping("/v1/enterprise-accounts/{id}/employees/{member}")
    @Permission("accounts.write")
    AccountJson.AccountView employee(
            @PathVariable String id,
            @PathVariable String member,
            @RequestBody EmployeeRequest body) {
        return done(
                keep.employee(
                        AccountJson.id(id),
                        new Employee(
                                PublicId.decode("mbr", member),
                                Malformed.required(body.costCentre(), "costCentre"),
                                body.monthlyMinor(),
                                0,
                                body.active())));
    }

    private AccountJson.AccountView done(KeepAccounts.Outcome outcome) {
        return switch (outcome) {
            case KeepAccounts.Outcome.Done(long id) -> view(id);
            case KeepAccounts.Outcome.Refused(AccountRefusal code) ->
                    throw AccountJson.problem(code);
        };
    }

    private AccountJson.AccountView view(long id) {
        return show.view(id)
                .map(json::view)
                .orElseThrow(
                        () -> Refusal.of(AccountRefusal.ACCOUNT_NOT_FOUND, HttpStatus.NOT_FOUND));
    }
}
