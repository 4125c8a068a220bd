package dev.waystation.platform.members.membership.usecase;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.members.membership.Consent;
import dev.waystation.platform.members.membership.facts.ConsentChanged;
import dev.waystation.platform.members.membership.store.ConsentStore;
import dev.waystation.platform.members.membership.store.MemberStore;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what a member says about channels and purposes; it counts at once. */
@Service
public class ChangeConsents {

    public static final List<String> CHANNELS = List.of("sms", "wechat", "email", "inbox");
    public static final List<String> PURPOSES = List.of("service", "marketing");

    /** One yes or no. */
    public record Choice(String channel, String purpose, boolean granted) {
        public Choice {
            Malformed.require(
                    CHANNELS.contains(channel), "channel", channel, "give one of " + CHANNELS);
            Malformed.require(
                    PURPOSES.contains(purpose), "purpose", purpose, "give one of " + PURPOSES);
        }
    }

    /**
     * @param source member or staff
     */
    public record Command(long memberId, List<Choice> choices, String source) {
        public Command {
            choices = List.copyOf(choices);
            Set<String> pairs = new java.util.HashSet<>();
            for (Choice choice : choices) {
                String pair = choice.channel() + "/" + choice.purpose();
                Malformed.require(pairs.add(pair), "choices", pair, "name each pair once");
            }
        }
    }

    private final MemberStore members;
    private final ConsentStore consents;
    private final FactLog facts;
    private final Clock clock;

    ChangeConsents(MemberStore members, ConsentStore consents, FactLog facts, Clock clock) {
        this.members = members;
        this.consents = consents;
        this.facts = facts;
        this.clock = clock;
    }

    /** What counts afterwards; a choice that changes nothing writes nothing. */
    @Transactional
    public List<Consent> handle(Command command) {
        Malformed.require(
                members.lock(command.memberId()),
                "member",
                command.memberId(),
                "name a member that exists");
        Instant now = clock.instant();
        List<Consent> before = consents.current(command.memberId());
        for (Choice choice : command.choices()) {
            boolean same =
                    before.stream()
                            .anyMatch(each ->
                                    each.channel().equals(choice.channel())
                                            && each.purpose().equals(choice.purpose())
                                            && each.granted() == choice.granted());
            if (same) {
                continue;
            }
            consents.append(
                    command.memberId(),
                    choice.channel(),
                    choice.purpose(),
                    choice.granted(),
                    command.source(),
                    now);
            facts.append(
                    new ConsentChanged(
                            command.memberId(),
                            choice.channel(),
                            choice.purpose(),
                            choice.granted(),
                            command.source(),
                            now));
        }
        return consents.current(command.memberId());
    }
}
