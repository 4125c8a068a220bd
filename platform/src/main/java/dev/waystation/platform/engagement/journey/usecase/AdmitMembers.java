package dev.waystation.platform.engagement.journey.usecase;

import dev.waystation.platform.engagement.journey.model.JourneyLimits;
import dev.waystation.platform.engagement.journey.model.KeptOut;
import dev.waystation.platform.engagement.journey.store.DefinitionRows;
import dev.waystation.platform.engagement.journey.store.LimitRows;
import dev.waystation.platform.foundation.edge.Malformed;
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
     */
    public record Command(long journeyId, List<Long> members, String by) {
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

    private final DefinitionRows definitions;
    private final EnterMembers enter;
    private final LimitRows limits;

    AdmitMembers(DefinitionRows definitions, EnterMembers enter, LimitRows limits) {
        this.definitions = definitions;
        this.enter = enter;
        this.limits = limits;
    }

    /** How many entered; empty when the journey lets nobody in now. */
    @Transactional
    public Optional<Integer> handle(Command command) {
        return definitions
                .locked(command.journeyId())
                .filter(row -> row.isLive())
                .map(_ ->
                        enter.handle(
                                command.journeyId(), command.members(), "list-" + command.by()));
    }

    @Transactional(readOnly = true)
    public JourneyLimits limits() {
        return limits.read();
    }

    @Transactional
    public JourneyLimits limit(JourneyLimits wanted) {
        limits.write(wanted);
        return wanted;
    }

    /** Whom caps kept out of a journey, latest first. */
    @Transactional(readOnly = true)
    public List<KeptOut> keptOut(long journeyId, int limit) {
        return limits.keptOut(journeyId, limit);
    }
}
