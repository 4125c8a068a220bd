package dev.waystation.platform.members.wallet.web;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.members.wallet.model.LiabilityReport;
import dev.waystation.platform.members.wallet.usecase.ReportLiability;
import java.time.LocalDate;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What points owe, month by month. */
@RestController
class LiabilityPages {

    /** Which month of which currency; any day of the month will do. */
    record Month(String currency, LocalDate period) {}

    private final ReportLiability report;

    LiabilityPages(ReportLiability report) {
        this.report = report;
    }

    @GetMapping("/v1/points/liability")
    @Permission("points.books")
    LiabilityReport show(
            @RequestParam(defaultValue = "points") String currency,
            @RequestParam LocalDate period) {
        return report.show(currency, period);
    }

    @PostMapping("/v1/points/liability:run")
    @Permission("points.approve")
    LiabilityReport run(@RequestBody Month month) {
        return report.run(month.currency(), month.period())
                .orElseThrow(() -> Refusal.of("PERIOD_IS_CLOSED", HttpStatus.CONFLICT));
    }

    @PostMapping("/v1/points/liability:lock")
    @Permission("points.approve")
    LiabilityReport lock(Caller caller, @RequestBody Month month) {
        if (!report.lock(month.currency(), month.period(), caller.key())) {
            throw Refusal.of("PERIOD_IS_CLOSED", HttpStatus.CONFLICT);
        }
        return report.show(month.currency(), month.period());
    }
}
