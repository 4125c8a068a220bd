package dev.waystation.platform.members.passes.usecase;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.passes.PassRefusal;
import dev.waystation.platform.members.passes.facts.PassBlocked;
import dev.waystation.platform.members.passes.model.Pass;
import dev.waystation.platform.members.passes.model.PassState;
import dev.waystation.platform.members.passes.store.UsageStore;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people decide about one pass: shut it, open it again, give it to another holder. */
@Service
public class CareForPass {

    private final PassBooks books;
    private final UsageStore usage;
    private final Members members;
    private final FactLog facts;
    private final Clock clock;

    CareForPass(PassBooks books, UsageStore usage, Members members, FactLog facts, Clock clock) {
        this.books = books;
        this.usage = usage;
        this.members = members;
        this.facts = facts;
        this.clock = clock;
    }

    /** The answer. */
    public sealed interface Outcome {
        record Done() implements Outcome {}

        record Refused(PassRefusal code, Map<String, Object> values) implements Outcome {}
    }

    /** Lent, lost or abused: the gate stays shut until somebody opens it. */
    @Transactional
    public Outcome block(long passId, String cause, String actor) {
        Malformed.require(
                !cause.isBlank() && cause.length() <= 200, "cause", cause, "say why, briefly");
        return move(passId, PassState.PAID, PassState.BLOCKED, cause, actor);
    }

    @Transactional
    public Outcome unblock(long passId, String actor) {
        return move(passId, PassState.BLOCKED, PassState.PAID, "", actor);
    }

    private Outcome move(long passId, PassState from, PassState to, String cause, String actor) {
        Pass pass = books.passes().locked(passId).orElse(null);
        if (pass == null) {
            return new Outcome.Refused(PassRefusal.PASS_NOT_FOUND, Map.of());
        }
        if (pass.state() != from) {
            return forbidden(pass);
        }
        books.passes().move(passId, to, cause.isEmpty() ? null : cause);
        facts.append(
                new PassBlocked(
                        pass.memberId(),
                        passId,
                        to == PassState.BLOCKED,
                        cause,
                        actor,
                        clock.instant()));
        return new Outcome.Done();
    }

    /** Binds an unused pass of a transferable product to another traveller of the member. */
    @Transactional
    public Outcome bind(long memberId, long passId, @Nullable Long travellerId) {
        Pass pass = books.own(memberId, passId).orElse(null);
        if (pass == null) {
            return new Outcome.Refused(PassRefusal.PASS_NOT_FOUND, Map.of());
        }
        if (pass.state() != PassState.PAID) {
            return forbidden(pass);
        }
        if (!books.productOf(pass).care().transferable()) {
            return new Outcome.Refused(PassRefusal.PASS_IS_BOUND_TO_ITS_HOLDER, Map.of());
        }
        if (!usage.latest(passId).isEmpty()) {
            return new Outcome.Refused(PassRefusal.PASS_HAS_BEEN_USED, Map.of());
        }
        if (travellerId != null && members.traveller(memberId, travellerId).isEmpty()) {
            return new Outcome.Refused(PassRefusal.PASS_HOLDER_UNKNOWN, Map.of());
        }
        books.passes().bind(passId, travellerId);
        return new Outcome.Done();
    }

    private static Outcome forbidden(Pass pass) {
        return new Outcome.Refused(
                PassRefusal.PASS_STATE_FORBIDS,
                Map.of("state", pass.state().name().toLowerCase(java.util.Locale.ROOT)));
    }
}
