package dev.waystation.platform.members.passes.usecase;

import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.members.passes.facts.PassEnding;
import dev.waystation.platform.members.passes.model.Pass;
import dev.waystation.platform.members.passes.model.Span;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says once that the time to renew a pass has begun. */
@Service
public class TellEndings {

    private final PassBooks books;
    private final FactLog facts;
    private final Clock clock;

    TellEndings(PassBooks books, FactLog facts, Clock clock) {
        this.books = books;
        this.facts = facts;
        this.clock = clock;
    }

    @Transactional
    public int handle() {
        Instant now = clock.instant();
        List<Pass> ending = books.passes().ending(LocalDate.now(clock));
        for (Pass pass : ending) {
            Span span = pass.span();
            if (span != null) {
                books.passes().told(pass.id(), now);
                facts.append(
                        new PassEnding(
                                pass.memberId(),
                                pass.id(),
                                span.until(),
                                span.until().plusDays(books.productOf(pass).term().graceDays()),
                                now));
            }
        }
        return ending.size();
    }
}
