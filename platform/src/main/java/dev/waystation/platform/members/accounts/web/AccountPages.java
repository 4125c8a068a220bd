package dev.waystation.platform.members.accounts.web;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.foundation.edge.Versions;
import dev.waystation.platform.members.accounts.AccountRefusal;
import dev.waystation.platform.members.accounts.model.Employee;
import dev.waystation.platform.members.accounts.model.EnterpriseAccount;
import dev.waystation.platform.members.accounts.usecase.KeepAccounts;
import dev.waystation.platform.members.accounts.usecase.ShowAccounts;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
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
    ResponseEntity<AccountJson.AccountView> account(@PathVariable String id) {
        return view(AccountJson.id(id), HttpStatus.OK);
    }

    @PostMapping("/v1/enterprise-accounts")
    @ResponseStatus(HttpStatus.CREATED)
    @Permission("accounts.write")
    ResponseEntity<AccountJson.AccountView> open(@RequestBody AccountRequest body, Caller caller) {
        return done(
                keep.open(
                        new EnterpriseAccount.Opening(
                                Malformed.required(body.name(), "name"),
                                Malformed.required(body.creditCode(), "creditCode"),
                                body.creditMinor()),
                        caller.key()),
                HttpStatus.CREATED);
    }

    @PutMapping("/v1/enterprise-accounts/{id}")
    @Permission("accounts.write")
    ResponseEntity<AccountJson.AccountView> change(
            @PathVariable String id,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody AccountChange body,
            Caller caller) {
        Versions.requireIfGiven(ifMatch, tag(find(AccountJson.id(id))));
        return done(
                keep.change(AccountJson.id(id), body.creditMinor(), body.active(), caller.key()),
                HttpStatus.OK);
    }

    @PutMapping("/v1/enterprise-accounts/{id}/employees/{member}")
    @Permission("accounts.write")
    ResponseEntity<AccountJson.AccountView> employee(
            @PathVariable String id,
            @PathVariable String member,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody EmployeeRequest body,
            Caller caller) {
        Versions.requireIfGiven(ifMatch, tag(find(AccountJson.id(id))));
        return done(
                keep.employee(
                        AccountJson.id(id),
                        new Employee(
                                PublicId.decode("mbr", member),
                                Malformed.required(body.costCentre(), "costCentre"),
                                body.monthlyMinor(),
                                0,
                                body.active()),
                        caller.key()),
                HttpStatus.OK);
    }

    private ResponseEntity<AccountJson.AccountView> done(
            KeepAccounts.Outcome outcome, HttpStatus status) {
        return switch (outcome) {
            case KeepAccounts.Outcome.Done(long id) -> view(id, status);
            case KeepAccounts.Outcome.Refused(AccountRefusal code) ->
                    throw AccountJson.problem(code);
        };
    }

    private ResponseEntity<AccountJson.AccountView> view(long id, HttpStatus status) {
        ShowAccounts.View found = find(id);
        return ResponseEntity.status(status)
                .header(HttpHeaders.ETAG, tag(found))
                .body(json.view(found));
    }

    private ShowAccounts.View find(long id) {
        return show.view(id)
                .orElseThrow(
                        () -> Refusal.of(AccountRefusal.ACCOUNT_NOT_FOUND, HttpStatus.NOT_FOUND));
    }

    /** What people set; what is booked meanwhile stands in nobody's way. */
    private static String tag(ShowAccounts.View view) {
        return Versions.tagOf(
                view.account().creditMinor(),
                view.account().active(),
                view.employees().stream()
                        .map(each ->
                                List.of(
                                        each.memberId(),
                                        each.costCentre(),
                                        each.monthlyMinor(),
                                        each.active()))
                        .toList());
    }
}
