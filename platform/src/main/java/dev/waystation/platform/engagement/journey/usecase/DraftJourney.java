package dev.waystation.platform.engagement.journey.usecase;

import dev.waystation.platform.engagement.journey.model.Content;
import dev.waystation.platform.engagement.journey.model.JourneyRefusal;
import dev.waystation.platform.engagement.journey.store.DefinitionRows;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Said;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what the canvas holds; a published journey goes on as published until published again. */
@Service
public class DraftJourney {

    /** What to keep; an existing code means another drawing of that journey. */
    public record Command(String code, Said name, Content content) {

        public Command {
            Malformed.require(
                    code.matches("[a-z0-9-]{3,60}"),
                    "code",
                    code,
                    "use 3 to 60 small letters, digits and hyphens");
            Malformed.require(
                    !name.zh().isBlank() && !name.en().isBlank(),
                    "name",
                    name,
                    "name it in Chinese and in English");
            content.graphOf(code);
        }
    }

    /** It is kept, or why not. */
    public sealed interface Outcome {
        record Kept(long journeyId) implements Outcome {}

        record Refused(JourneyRefusal code) implements Outcome {}
    }

    private final DefinitionRows definitions;
    private final Clock clock;

    DraftJourney(DefinitionRows definitions, Clock clock) {
        this.definitions = definitions;
        this.clock = clock;
    }

    /** A new journey. */
    @Transactional
    public Outcome handle(Command command) {
        Optional<Long> id =
                definitions.insert(
                        command.code(), command.name(), command.content(), clock.instant());
        return id.<Outcome>map(Outcome.Kept::new)
                .orElse(new Outcome.Refused(JourneyRefusal.JOURNEY_CODE_IS_TAKEN));
    }

    /** Another drawing of a journey that exists. */
    @Transactional
    public Outcome redraw(long journeyId, Command command) {
        if (definitions.locked(journeyId).isEmpty()) {
            return new Outcome.Refused(JourneyRefusal.UNKNOWN_JOURNEY);
        }
        definitions.redraw(journeyId, command.name(), command.content());
        return new Outcome.Kept(journeyId);
    }
}
