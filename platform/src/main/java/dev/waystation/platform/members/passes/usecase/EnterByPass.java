package dev.waystation.platform.members.passes.usecase;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.foundation.vault.KeyRing;
import dev.waystation.platform.foundation.vault.SigningKeys;
import dev.waystation.platform.members.passes.GateRefusal;
import dev.waystation.platform.members.passes.facts.PassUsed;
import dev.waystation.platform.members.passes.model.Pass;
import dev.waystation.platform.members.passes.model.PassGate;
import dev.waystation.platform.members.passes.model.PassProduct;
import dev.waystation.platform.members.passes.model.PassToken;
import dev.waystation.platform.members.passes.model.PassUse;
import dev.waystation.platform.members.passes.model.Span;
import dev.waystation.platform.members.passes.store.UsageStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A turn at a gate, told at once or later. The key of the use decides: of two gates that gave the
 * same turn, the first to tell has it; the other looks again and finds the turn gone.
 */
@Service
public class EnterByPass {

    private static final Duration FAST_CLOCK = Duration.ofMinutes(10);
    private static final int MOST_LOOKS = 100;

    private final PassBooks books;
    private final UsageStore usage;
    private final KeyRing keys;
    private final FactLog facts;
    private final Clock clock;

    EnterByPass(PassBooks books, UsageStore usage, SigningKeys keys, FactLog facts, Clock clock) {
        this.books = books;
        this.usage = usage;
        this.keys = keys.ring(PassToken.KEYS);
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * @param usedAt when the gate opened, which may be before it is told
     */
    public record Command(UUID reference, String token, String site, Instant usedAt) {
        public Command {
            Malformed.require(
                    !site.isBlank() && site.length() <= 40, "site", site, "name the site");
        }
    }

    /** The answer. */
    public sealed interface Outcome {
        record Entered(Pass pass, PassProduct product, int nth, boolean repeated)
                implements Outcome {}

        record Refused(GateRefusal code, Map<String, Object> values) implements Outcome {}
    }

    @Transactional
    public Outcome handle(Command command) {
        PassToken token = PassToken.read(command.token(), keys.signing().publicKey()).orElse(null);
        Pass pass = token == null ? null : books.passes().find(token.passId()).orElse(null);
        if (token == null || pass == null) {
            return refused(GateRefusal.PASS_TOKEN_IS_NOT_OURS, Map.of());
        }
        PassProduct product = books.productOf(pass);
        Optional<PassUse> told = usage.told(pass.id(), command.reference());
        if (told.isPresent()) {
            return new Outcome.Entered(pass, product, told.get().nth(), true);
        }
        if (command.usedAt().isAfter(token.goodUntil())) {
            return refused(GateRefusal.PASS_TOKEN_HAS_LAPSED, Map.of());
        }
        if (token.media() != pass.media()) {
            return refused(GateRefusal.PASS_MEDIUM_WAS_REPLACED, Map.of());
        }
        Instant now = clock.instant();
        if (command.usedAt().isAfter(now.plus(FAST_CLOCK))) {
            return refused(GateRefusal.PASS_USE_IS_IN_THE_FUTURE, Map.of("now", now.toString()));
        }
        return decide(command, pass, product, now);
    }

    private Outcome decide(Command command, Pass pass, PassProduct product, Instant now) {
        PassGate gate = new PassGate(product, books.pauses().of(pass.id()), clock.getZone());
        LocalDate day = LocalDate.ofInstant(command.usedAt(), clock.getZone());
        for (int look = 0; look < MOST_LOOKS; look++) {
            List<PassUse> today = usage.ofDay(pass.id(), command.site(), day);
            switch (gate.decide(pass, command.site(), command.usedAt(), today)) {
                case PassGate.Answer.Refused(GateRefusal code, Map<String, Object> values) -> {
                    return refused(code, values);
                }
                case PassGate.Answer.Opens(int nth, LocalDate _) -> {
                    PassUse use =
                            new PassUse(command.reference(), command.site(), nth, command.usedAt());
                    if (usage.use(pass.id(), day, use, now)) {
                        return entered(pass, product, use, day);
                    }
                    // Another gate was first: look at the day again.
                    Optional<PassUse> twin = usage.told(pass.id(), command.reference());
                    if (twin.isPresent()) {
                        return new Outcome.Entered(pass, product, twin.get().nth(), true);
                    }
                }
            }
        }
        throw new IllegalStateException(
                "pass " + pass.id() + ": every turn was taken, yet none is");
    }

    private Outcome entered(Pass pass, PassProduct product, PassUse use, LocalDate day) {
        if (pass.span() == null) {
            books.passes().begin(pass.id(), Span.ofMonths(day, product.term().months()));
        }
        facts.append(new PassUsed(pass.memberId(), pass.id(), use.site(), use.usedAt()));
        return new Outcome.Entered(pass, product, use.nth(), false);
    }

    private static Outcome refused(GateRefusal code, Map<String, Object> values) {
        return new Outcome.Refused(code, values);
    }
}
