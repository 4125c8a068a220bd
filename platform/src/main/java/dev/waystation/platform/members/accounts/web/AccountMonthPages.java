package dev.waystation.platform.members.accounts.web;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.foundation.sheets.TableFormat;
import dev.waystation.platform.foundation.sheets.TableOut;
import dev.waystation.platform.members.accounts.AccountRefusal;
import dev.waystation.platform.members.accounts.usecase.KeepAccounts;
import dev.waystation.platform.members.accounts.usecase.ShowAccounts;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Months of an enterprise's account: read, take away, pay, close. */
@RestController
class AccountMonthPages {

    private static final List<String> HEADING =
            List.of(
                    "序号 No.",
                    "时间 Time",
                    "类别 Kind",
                    "金额 Amount",
                    "余额 Owed after",
                    "员工 Employee",
                    "订单 Order",
                    "摘要 Note");

    /** A transfer that came in. */
    record AccountPayment(long minor, @Nullable String transfer) {}

    private final KeepAccounts keep;
    private final ShowAccounts show;
    private final AccountJson json;

    AccountMonthPages(KeepAccounts keep, ShowAccounts show, AccountJson json) {
        this.keep = keep;
        this.show = show;
        this.json = json;
    }

    @GetMapping("/v1/enterprise-accounts/{id}/months/{month}")
    @Permission("accounts.read")
    AccountJson.AccountStatement statement(@PathVariable String id, @PathVariable String month) {
        return json.statement(counted(id, month));
    }

    @GetMapping("/v1/enterprise-accounts/{id}/months/{month}/lines.{form}")
    @Permission("accounts.read")
    ResponseEntity<StreamingResponseBody> statementFile(
            @PathVariable String id, @PathVariable String month, @PathVariable String form) {
        TableFormat format =
                switch (form) {
                    case "csv" -> TableFormat.CSV;
                    case "xlsx" -> TableFormat.XLSX;
                    default -> throw Refusal.notFound(form);
                };
        AccountJson.AccountStatement statement = json.statement(counted(id, month));
        return format.download(
                "statement-" + month, HEADING.size(), table -> write(statement, table));
    }

    @PostMapping("/v1/enterprise-accounts/{id}/months/{month}:close")
    @Permission("accounts.settle")
    AccountJson.AccountStatement close(
            @PathVariable String id, @PathVariable String month, Caller caller) {
        done(keep.close(AccountJson.id(id), AccountJson.month(month), caller.key()));
        return json.statement(counted(id, month));
    }

    @PostMapping("/v1/enterprise-accounts/{id}/payments")
    @Permission("accounts.settle")
    AccountJson.AccountView pay(
            @PathVariable String id, @RequestBody AccountPayment body, Caller caller) {
        done(
                keep.pay(
                        AccountJson.id(id),
                        body.minor(),
                        Objects.requireNonNullElse(body.transfer(), ""),
                        caller.key()));
        return show.view(AccountJson.id(id)).map(json::view).orElseThrow();
    }

    private ShowAccounts.Month counted(String id, String month) {
        if (!show.knows(AccountJson.id(id))) {
            throw Refusal.of(AccountRefusal.ACCOUNT_NOT_FOUND, HttpStatus.NOT_FOUND);
        }
        return show.one(AccountJson.id(id), AccountJson.month(month));
    }

    private static void done(KeepAccounts.Outcome outcome) {
        if (outcome instanceof KeepAccounts.Outcome.Refused(AccountRefusal code)) {
            throw AccountJson.problem(code);
        }
    }

    private static void write(AccountJson.AccountStatement statement, TableOut table)
            throws IOException {
        table.row(HEADING);
        for (AccountJson.EntryView each : statement.lines()) {
            table.row(
                    List.of(
                            Long.toString(each.number()),
                            each.at().toString(),
                            each.kind(),
                            yuan(each.amount().minor()),
                            yuan(each.balance().minor()),
                            Objects.requireNonNullElse(each.name(), ""),
                            Objects.requireNonNullElse(each.order(), ""),
                            each.note()));
        }
    }

    private static String yuan(long minor) {
        return BigDecimal.valueOf(minor, 2).toPlainString();
    }
}
