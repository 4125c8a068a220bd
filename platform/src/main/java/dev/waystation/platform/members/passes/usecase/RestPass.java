package dev.waystation.platform.members.passes.usecase;

import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.members.passes.PassRefusal;
import dev.waystation.platform.members.passes.facts.PassExtended;
import dev.waystation.platform.members.passes.model.Closure;
import dev.waystation.platform.members.passes.model.Pass;
import dev.waystation.platform.members.passes.model.PassState;
import dev.waystation.platform.members.passes.model.Pause;
import dev.waystation.platform.members.passes.model.Span;
import dev.waystation.platform.members.passes.model.Unused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets a pass rest and moves its end by the days that nobody gave back before. Days of blackout are
 * no loss, and a renewal that waits behind the pass moves along.
 */
@Service
public class RestPass {

    private final PassBooks books;
    private final FactLog facts;
    private final Clock clock;

    RestPass(PassBooks books, FactLog facts, Clock clock) {
        this.books = books;
        this.facts = facts;
        this.clock = clock;
    }

    /** One person's pass rests, for illness or by decision. */
    public record Command(UUID reference, long passId, Span days, Said cause) {
        public Command {
            // The same bounds and words as a closure's.
            new Closure(0, "", days, cause);
        }
    }

    /** The answer. */
    public sealed interface Outcome {
        record Rests(int addedDays) implements Outcome {}

        record Refused(PassRefusal code, Map<String, Object> values) implements Outcome {}
    }

    @Transactional
    public Outcome handle(Command command) {
        Pass pass = books.passes().locked(command.passId()).orElse(null);
        if (pass == null) {
            return new Outcome.Refused(PassRefusal.PASS_NOT_FOUND, Map.of());
        }
        if (pass.state() != PassState.PAID || pass.span() == null) {
            return new Outcome.Refused(
                    PassRefusal.PASS_STATE_FORBIDS,
                    Map.of("state", pass.state().name().toLowerCase(java.util.Locale.ROOT)));
        }
        int added = added(pass, command.days());
        rest(pass, new Pause(command.reference(), null, command.days(), added, command.cause()));
        return new Outcome.Rests(added);
    }

    /** For a closure; the pass's row is locked. False when it was counted before. */
    boolean rest(Pass pass, Closure closure) {
        return rest(pass, closure.pause(pass.id(), added(pass, closure.days())));
    }

    private boolean rest(Pass pass, Pause pause) {
        if (!books.pauses().rest(pass.id(), pause, clock.instant())) {
            return false;
        }
        Span span = pass.span();
        if (span == null || pause.addedDays() == 0) {
            return true;
        }
        Span longer = span.later(pause.addedDays());
        books.passes().span(pass.id(), longer);
        behind(pass.id(), pause.addedDays());
        facts.append(
                new PassExtended(
                        pass.memberId(),
                        pass.id(),
                        pause.addedDays(),
                        longer.until(),
                        pause.cause().zh(),
                        pause.cause().en(),
                        clock.instant()));
        return true;
    }

    private int added(Pass pass, Span days) {
        Span span = pass.span();
        if (span == null) {
            return 0;
        }
        Set<LocalDate> lost = new HashSet<>();
        days.from().datesUntil(days.until().plusDays(1)).filter(span::contains).forEach(lost::add);
        lost.removeAll(Unused.rested(books.pauses().of(pass.id())));
        lost.removeAll(books.productOf(pass).entry().blackouts());
        return lost.size();
    }

    private void behind(long passId, int days) {
        books.passes()
                .successor(passId)
                .ifPresent(next -> {
                    if (next.span() != null) {
                        books.passes().span(next.id(), next.span().moved(days));
                        behind(next.id(), days);
                    }
                });
    }
}
