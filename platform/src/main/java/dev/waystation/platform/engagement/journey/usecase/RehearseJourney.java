package dev.waystation.platform.engagement.journey.usecase;

import dev.waystation.journey.Advance;
import dev.waystation.journey.Effect;
import dev.waystation.journey.Interpreter;
import dev.waystation.journey.Node;
import dev.waystation.journey.Standing;
import dev.waystation.journey.Trace;
import dev.waystation.platform.engagement.journey.model.Definition;
import dev.waystation.platform.engagement.journey.model.Enrolment;
import dev.waystation.platform.engagement.journey.model.TraceSentences;
import dev.waystation.platform.engagement.journey.store.DefinitionRow;
import dev.waystation.platform.engagement.journey.store.DefinitionRows;
import dev.waystation.platform.engagement.messaging.MessageOffer;
import dev.waystation.platform.engagement.messaging.Outbox;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Reason;
import dev.waystation.platform.foundation.wiring.VenueZone;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Walks one real member through a draft on a clock of its own, with happenings the operator makes
 * up. The transaction is read-only: nothing leaves, nothing is written.
 */
@Service
public class RehearseJourney {

    private static final int MOST_STEPS = 500;
    private static final Duration LONGEST = Duration.ofDays(366);

    /** Something that will happen to the member, so long after the entry. */
    public record Happening(String fact, long afterMinutes) {
        public Happening {
            Malformed.require(
                    afterMinutes > 0,
                    "afterMinutes",
                    afterMinutes,
                    "let it happen after the entry");
        }
    }

    /** Whom, with which values of the trigger, and what will happen. */
    public record Command(
            long journeyId, long memberId, Map<String, String> entry, List<Happening> happenings) {
        public Command {
            entry = Map.copyOf(entry);
            happenings =
                    happenings.stream()
                            .sorted(Comparator.comparingLong(Happening::afterMinutes))
                            .toList();
        }
    }

    /**
     * One step on the virtual clock.
     *
     * @param gate for a message, what the send gate would say at that moment
     */
    public record Step(
            String node, String code, Instant at, Explanation why, @Nullable Explanation gate) {}

    /** The whole way and where it ended. */
    public record Rehearsal(List<Step> steps, String state, Instant endedAt) {}

    private final DefinitionRows definitions;
    private final Walkers walkers;
    private final Outbox outbox;
    private final Clock clock;

    RehearseJourney(DefinitionRows definitions, Walkers walkers, Outbox outbox, Clock clock) {
        this.definitions = definitions;
        this.walkers = walkers;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<Rehearsal> handle(Command command) {
        return definitions
                .one(command.journeyId())
                .map(row -> new Walkthrough(row, command, clock.instant()).walk());
    }

    /** One rehearsal under way. */
    private final class Walkthrough {

        private final Command command;
        private final Definition definition;
        private final Enrolment enrolment;
        private final Interpreter interpreter;
        private final Instant start;
        private final List<Step> steps = new ArrayList<>();
        private Standing standing;

        private Walkthrough(DefinitionRow row, Command command, Instant start) {
            this.command = command;
            this.start = start;
            definition = Definition.of(row.journeyId(), row.version(), row.code(), row.draft());
            Map<String, String> context = new TreeMap<>(command.entry());
            context.put("date", start.atZone(VenueZone.DEFAULT).toLocalDate().toString());
            standing =
                    Standing.entering(
                            PublicId.encode("mbr", command.memberId()),
                            definition.graph().entry().id(),
                            start);
            enrolment =
                    new Enrolment(
                            command.memberId(),
                            0,
                            row.journeyId(),
                            row.version(),
                            context,
                            0,
                            standing);
            interpreter = walkers.interpreter(definition);
        }

        private Rehearsal walk() {
            Deque<Happening> ahead = new ArrayDeque<>(command.happenings());
            Instant now = start;
            for (int i = 0; i < MOST_STEPS && !standing.isOut(); i++) {
                take(
                        interpreter.advance(
                                standing, now, walkers.member(enrolment, definition, now)));
                Instant wakes = standing.wakesAt();
                if (wakes == null) {
                    break;
                }
                Happening next = ahead.peek();
                Instant happens =
                        next == null
                                ? Instant.MAX
                                : start.plus(Duration.ofMinutes(next.afterMinutes()));
                now = happens.isAfter(wakes) ? wakes : happens;
                if (now.isAfter(start.plus(LONGEST))) {
                    break;
                }
                if (next != null && !happens.isAfter(wakes)) {
                    ahead.poll();
                    take(
                            interpreter.hear(
                                    standing,
                                    next.fact(),
                                    happens,
                                    now,
                                    walkers.member(enrolment, definition, now)));
                }
            }
            return new Rehearsal(
                    steps, standing.state().name().toLowerCase(Locale.ROOT), standing.arrivedAt());
        }

        private void take(Advance advance) {
            standing = answered(advance);
            for (Trace line : advance.trace()) {
                steps.add(
                        new Step(
                                line.node(),
                                line.code().name(),
                                line.at(),
                                TraceSentences.of(line, VenueZone.DEFAULT),
                                line.code() == Trace.Code.MESSAGE_OFFERED
                                        ? gate(advance, line.node())
                                        : null));
            }
        }

        /**
         * A message that asks gets the answer the gate would give; another system is not asked, its
         * answer is what the operator wrote among the values of the entry.
         */
        private Standing answered(Advance advance) {
            Standing now = advance.standing();
            if (!now.isOut()
                    && definition.graph().node(now.node()) instanceof Node.Ask
                    && !advance.effects().isEmpty()) {
                return now.answered(now.node(), Standing.ANSWERED, now.arrivedAt());
            }
            boolean asks =
                    !now.isOut()
                            && definition.graph().node(now.node()) instanceof Node.Message
                            && !advance.effects().isEmpty();
            if (!asks) {
                return now;
            }
            Explanation gate = gate(advance, now.node());
            List<String> failed =
                    gate == null
                            ? List.of()
                            : gate.reasons().stream()
                                    .filter(reason -> !reason.held())
                                    .map(Reason::code)
                                    .filter(code -> !code.equals("QUIET_HOURS"))
                                    .toList();
            String answer =
                    failed.isEmpty()
                            ? Standing.SENT
                            : failed.contains("UNDER_THE_CAP")
                                    ? Standing.CAPPED
                                    : Standing.WITHHELD;
            return now.answered(now.node(), answer);
        }

        private @Nullable Explanation gate(Advance advance, String node) {
            for (Effect effect : advance.effects()) {
                if (effect instanceof Effect.OfferMessage message && effect.node().equals(node)) {
                    return outbox.preview(
                            new MessageOffer(
                                    new UUID(0, steps.size()),
                                    command.memberId(),
                                    message.channel(),
                                    message.purpose(),
                                    message.template(),
                                    enrolment.context(),
                                    "rehearsal",
                                    null),
                            message.at());
                }
            }
            return null;
        }
    }
}
