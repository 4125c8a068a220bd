package dev.waystation.platform.engagement.journey.usecase;

import dev.waystation.journey.Interpreter;
import dev.waystation.platform.engagement.journey.model.Content;
import dev.waystation.platform.engagement.journey.model.Definition;
import dev.waystation.platform.engagement.journey.model.Enrolment;
import dev.waystation.platform.engagement.journey.store.DefinitionRow;
import dev.waystation.platform.engagement.journey.store.DefinitionRows;
import dev.waystation.platform.foundation.wiring.VenueZone;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Published versions ready to walk; a version never changes, so it is read once. */
@Component
class LiveJourneys {

    private record Key(long journeyId, int version) {}

    private final DefinitionRows rows;
    private final Map<Key, Definition> versions = new ConcurrentHashMap<>();

    LiveJourneys(DefinitionRows rows) {
        this.rows = rows;
    }

    /** The newest version of every journey that lets members in now. */
    List<Definition> open() {
        return rows.all().stream()
                .filter(DefinitionRow::isLive)
                .map(row -> version(row.journeyId(), row.version()))
                .toList();
    }

    /** Whether any version that still runs or ran lets members out by a condition. */
    boolean hasExitRule(String code) {
        return rows.byCode(code)
                .filter(row -> row.version() > 0)
                .filter(row ->
                        IntStream.rangeClosed(1, row.version())
                                .mapToObj(number -> version(row.journeyId(), number))
                                .anyMatch(one -> one.graph().exitWhen() != null))
                .isPresent();
    }

    /** The version an enrolment is pinned to, live or not. */
    Definition version(long journeyId, int version) {
        return versions.computeIfAbsent(new Key(journeyId, version), this::load);
    }

    /** Out of its journey, whatever the member was waiting for. */
    MoveEnrolments.Moved stop(Enrolment one, Instant now) {
        Definition definition = version(one.journeyId(), one.version());
        var walker = new Interpreter(definition.graph(), VenueZone.DEFAULT, null);
        return new MoveEnrolments.Moved(one, definition.code(), walker.stop(one.standing(), now));
    }

    private Definition load(Key key) {
        DefinitionRow row =
                rows.one(key.journeyId())
                        .orElseThrow(
                                () -> new IllegalStateException("No journey " + key.journeyId()));
        Content content = rows.content(key.journeyId(), key.version());
        return Definition.of(key.journeyId(), key.version(), row.code(), content);
    }
}
