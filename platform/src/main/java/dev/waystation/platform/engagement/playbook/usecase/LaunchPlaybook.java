package dev.waystation.platform.engagement.playbook.usecase;

import dev.waystation.platform.engagement.journey.LaunchedJourneys;
import dev.waystation.platform.engagement.playbook.model.Drawing;
import dev.waystation.platform.engagement.playbook.model.Launch;
import dev.waystation.platform.engagement.playbook.model.Playbook;
import dev.waystation.platform.engagement.playbook.model.PlaybookRefusal;
import dev.waystation.platform.engagement.playbook.model.Values;
import dev.waystation.platform.engagement.playbook.store.LaunchRows;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes audience, text, experiment and journey of a playbook, all in one transaction. */
@Service
public class LaunchPlaybook {

    /** Which playbook, with what values, on whose word. */
    public record Command(String playbook, Map<String, Object> values, String by) {
        public Command {
            values = Map.copyOf(values);
        }
    }

    /** It runs, or why not. */
    public sealed interface Outcome {

        /**
         * @param entered those who took part at once; others enter as facts are heard
         */
        record Launched(Launch launch, int entered) implements Outcome {}

        /**
         * @param problems what keeps the journey from being published
         */
        record Refused(PlaybookRefusal code, List<String> problems) implements Outcome {}
    }

    private final PlaybookShelf shelf;
    private final MakeParts parts;
    private final LaunchedJourneys journeys;
    private final LaunchRows launches;
    private final Clock clock;

    LaunchPlaybook(
            PlaybookShelf shelf,
            MakeParts parts,
            LaunchedJourneys journeys,
            LaunchRows launches,
            Clock clock) {
        this.shelf = shelf;
        this.parts = parts;
        this.journeys = journeys;
        this.launches = launches;
        this.clock = clock;
    }

    @Transactional
    public Outcome handle(Command command) {
        Optional<Playbook> found = shelf.find(command.playbook());
        if (found.isEmpty()) {
            return new Outcome.Refused(PlaybookRefusal.UNKNOWN_PLAYBOOK, List.of());
        }
        Playbook book = found.get();
        Values values = book.values(command.values());
        if (book.isForChosen() && !parts.isPublished(values.text("segment"))) {
            return new Outcome.Refused(PlaybookRefusal.UNKNOWN_SEGMENT, List.of());
        }
        long number = launches.nextNumber();
        String code = "play-" + book.code() + "-" + number;
        @Nullable Long segment = parts.segment(book, values);
        @Nullable String trial = parts.trial(book, values, code);
        String template = parts.template(book, values, code);
        return switch (journeys.launch(
                code,
                book.name(),
                Drawing.of(book, values, parts.trigger(book, values, segment), template, trial),
                command.by())) {
            case LaunchedJourneys.Outcome.Refused no ->
                    new Outcome.Refused(PlaybookRefusal.PLAYBOOK_DOES_NOT_FIT, no.problems());
            case LaunchedJourneys.Outcome.Launched(long journey) -> {
                var launch =
                        new Launch(
                                number,
                                book.code(),
                                values.all(),
                                segment,
                                journey,
                                trial,
                                command.by(),
                                clock.instant(),
                                null);
                launches.add(launch);
                yield new Outcome.Launched(launch, enterPresent(book, values, launch));
            }
        };
    }

    /** Members of a segment that was there before did nothing today that would let them in. */
    private int enterPresent(Playbook book, Values values, Launch launch) {
        return book.isForChosen() && values.flag("present") ? parts.enter(launch) : 0;
    }
}
