package dev.waystation.platform.engagement.journey.usecase;

import dev.waystation.platform.engagement.journey.facts.JourneyLimitsSet;
import dev.waystation.platform.engagement.journey.model.JourneyLimits;
import dev.waystation.platform.engagement.journey.model.JourneyRefusal;
import dev.waystation.platform.engagement.journey.model.KeptOut;
import dev.waystation.platform.engagement.journey.store.DefinitionRow;
import dev.waystation.platform.engagement.journey.store.DefinitionRows;
import dev.waystation.platform.engagement.journey.store.LimitRows;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.facts.FactLog;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets listed members into a journey, and keeps the caps across journeys. */
@Service
public class AdmitMembers {

    private static final int MOST = 1_000;

    /**
     * Whom, and what names this entry: a list, or the caller's own reference.
     *
     * @param by under one name each member enters once at most
     * @param caller whose hand it is
     */
    public record Command(long journeyId, List<Long> members, String by, String caller) {
        public Command {
            members = List.copyOf(members);
            Malformed.require(
                    !members.isEmpty() && members.size() <= MOST,
                    "members",
                    members.size(),
                    "name 1 to 1000 members at a time");
            Malformed.require(
                    by.matches("[A-Za-z0-9._-]{1,80}"),
                    "by",
                    by,
                    "name the list with 1 to 80 letters, digits, dots and hyphens");
        }
    }

    /** How many entered, or why nobody. */
    public sealed interface Outcome {
        record Admitted(int entered) implements Outcome {}

        record Refused(JourneyRefusal code) implements Outcome {}
    }

    private final DefinitionRows definitions;
    private final EnterMembers enter;
    private final LimitRows limits;
    private final ApproveLaunch approve;
    private final FactLog facts;
    private final Clock clock;

    AdmitMembers(
            DefinitionRows definitions,
            EnterMembers enter,
            LimitRows limits,
            ApproveLaunch approve,
            FactLog facts,
            Clock clock) {
        this.definitions = definitions;
        this.enter = enter;
        this.limits = limits;
        this.approve = approve;
        this.facts = facts;
        this.clock = clock;
    }

    @Transactional
    public Outcome handle(Command command) {
        Optional<DefinitionRow> live =
                definitions.locked(command.journeyId()).filter(DefinitionRow::isLive);
        if (live.isEmpty()) {
            return new Outcome.Refused(JourneyRefusal.JOURNEY_LETS_NOBODY_IN);
        }
        if (!approve.isFreeFor(live.get(), command.members().size(), command.caller())) {
            return new Outcome.Refused(JourneyRefusal.LIST_NEEDS_APPROVAL);
        }
        return new Outcome.Admitted(
                enter.handle(command.journeyId(), command.members(), "list-" + command.by()));
    }

    @Transactional(readOnly = true)
    public JourneyLimits limits() {
        return limits.read();
    }

    @Transactional
    public JourneyLimits limit(JourneyLimits wanted, String by) {
        limits.write(wanted);
        facts.append(
                new JourneyLimitsSet(
                        wanted.entries(),
                        wanted.days(),
                        wanted.concurrent(),
                        wanted.members(),
                        wanted.points(),
                        wanted.smsMinor(),
                        by,
                        clock.instant()));
        return wanted;
    }

    /** Whom caps kept out of a journey, latest first. */
    @Transactional(readOnly = true)
    public List<KeptOut> keptOut(long journeyId, int limit) {
        return limits.keptOut(journeyId, limit);
    }
}
