package dev.waystation.platform.insight.analytics.web;

import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.insight.analytics.model.MoneyMatch;
import dev.waystation.platform.insight.analytics.usecase.MatchMoney;
import java.time.LocalDate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What finance compares. */
@RestController
class FinancePages {

    private final MatchMoney match;

    FinancePages(MatchMoney match) {
        this.match = match;
    }

    /** Orders, payments and ledger of a day side by side, with every difference. */
    @GetMapping("/v1/finance/match")
    @Permission("points.books")
    MoneyMatch match(@RequestParam LocalDate day) {
        return match.handle(day);
    }
}
