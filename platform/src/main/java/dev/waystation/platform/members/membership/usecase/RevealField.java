package dev.waystation.platform.members.membership.usecase;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.members.membership.facts.PersonalDataRevealed;
import dev.waystation.platform.members.membership.model.Enrolled;
import dev.waystation.platform.members.membership.store.MemberStore;
import dev.waystation.platform.members.membership.store.RevealStore;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows one sealed field in clear to staff, never without a trace. */
@Service
public class RevealField {

    static final List<String> FIELDS = List.of("name", "phone", "document");

    /** Who looks at what, and why. */
    public record Command(long staffId, long memberId, String field, String reason) {
        public Command {
            Malformed.require(FIELDS.contains(field), "field", field, "give one of " + FIELDS);
            int length = reason.strip().length();
            Malformed.require(
                    length >= 4 && length <= 200, "reason", reason, "give 4 to 200 characters");
        }
    }

    /** The field in clear, or that nobody is there. */
    public sealed interface Outcome {
        record Revealed(String value, Instant at) implements Outcome {
            @Override
            public String toString() {
                return "Revealed";
            }
        }

        record UnknownMember() implements Outcome {}
    }

    private final MemberStore members;
    private final RevealStore reveals;
    private final FactLog facts;
    private final Clock clock;

    RevealField(MemberStore members, RevealStore reveals, FactLog facts, Clock clock) {
        this.members = members;
        this.reveals = reveals;
        this.facts = facts;
        this.clock = clock;
    }

    @Transactional
    public Outcome handle(Command command) {
        Optional<Enrolled> found = members.find(command.memberId());
        if (found.isEmpty()) {
            return new Outcome.UnknownMember();
        }
        Enrolled member = found.get();
        Instant now = clock.instant();
        reveals.keep(command.memberId(), command.staffId(), command.field(), command.reason(), now);
        facts.append(
                new PersonalDataRevealed(
                        command.staffId(),
                        command.memberId(),
                        command.field(),
                        command.reason(),
                        now));
        String value =
                switch (command.field()) {
                    case "name" -> member.person().name();
                    case "phone" -> member.phone();
                    default -> member.person().document().number();
                };
        return new Outcome.Revealed(value, now);
    }
}
