package dev.waystation.platform.members.wallet.web;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.IdempotencyReference;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.jobs.JobView;
import dev.waystation.platform.foundation.jobs.Jobs;
import dev.waystation.platform.members.wallet.model.BooksCheck;
import dev.waystation.platform.members.wallet.model.TrialBalance;
import dev.waystation.platform.members.wallet.usecase.MoveLastDays;
import dev.waystation.platform.members.wallet.usecase.ShowPoints;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The books as a whole: what every place holds, whether they are sound, last days in bulk. */
@RestController
class BooksPages {

    /** The recount and its verdict. */
    record CheckView(boolean sound, BooksCheck check) {}

    /** Which last day becomes which. */
    record ExtensionWish(String currency, LocalDate from, LocalDate to, String reason) {}

    private final ShowPoints show;
    private final MoveLastDays move;
    private final Jobs jobs;

    BooksPages(ShowPoints show, MoveLastDays move, Jobs jobs) {
        this.show = show;
        this.move = move;
        this.jobs = jobs;
    }

    @GetMapping("/v1/points/trial-balance")
    @Permission("points.books")
    List<TrialBalance> trialBalance() {
        return show.trial();
    }

    @GetMapping("/v1/points/check")
    @Permission("points.books")
    CheckView check() {
        BooksCheck check = show.verify();
        return new CheckView(check.sound(), check);
    }

    @PostMapping("/v1/points/last-day-moves")
    @Permission("points.books")
    @ResponseStatus(HttpStatus.ACCEPTED)
    JobView move(Caller caller, @RequestBody ExtensionWish wish) {
        MoveLastDays.Command command =
                new MoveLastDays.Command(
                        IdempotencyReference.current(),
                        wish.currency(),
                        wish.from(),
                        wish.to(),
                        wish.reason(),
                        caller.key());
        move.check(command);
        return jobs.submit(MoveLastDays.KIND, command);
    }
}
