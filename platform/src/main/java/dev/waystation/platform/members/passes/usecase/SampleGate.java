package dev.waystation.platform.members.passes.usecase;

import dev.waystation.platform.members.passes.model.Closure;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Visits and a closure of the sample world. */
@Component
class SampleGate {

    private final ShowPasses show;
    private final EnterByPass enter;
    private final CloseSite close;
    private final Clock clock;

    SampleGate(ShowPasses show, EnterByPass enter, CloseSite close, Clock clock) {
        this.show = show;
        this.enter = enter;
        this.close = close;
        this.clock = clock;
    }

    void visit(long pass, String site) {
        show.one(pass)
                .filter(seen -> !seen.token().isEmpty())
                .ifPresent(seen ->
                        enter.handle(
                                new EnterByPass.Command(
                                        PassBooks.part(pass, "sample visit"),
                                        seen.token(),
                                        site,
                                        clock.instant())));
    }

    void close(Closure closure) {
        close.handle(closure);
    }
}
