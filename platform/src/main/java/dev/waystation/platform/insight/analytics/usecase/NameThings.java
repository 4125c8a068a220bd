package dev.waystation.platform.insight.analytics.usecase;

import dev.waystation.platform.engagement.audience.Segments;
import dev.waystation.platform.engagement.audience.Tags;
import dev.waystation.platform.engagement.journey.Journeys;
import dev.waystation.platform.engagement.messaging.Template;
import dev.waystation.platform.engagement.messaging.Templates;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.insight.analytics.model.TimelineSentences;
import dev.waystation.platform.insight.analytics.store.TimelineRows;
import dev.waystation.platform.members.loyalty.Tier;
import dev.waystation.platform.members.loyalty.Tiers;
import dev.waystation.platform.selling.catalogue.Timetables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Asks the modules what people call the things that facts name by code or number. */
@Component
class NameThings {

    private final Timetables timetables;
    private final Tiers tiers;
    private final Tags tags;
    private final Segments segments;
    private final Templates templates;
    private final Journeys journeys;

    NameThings(
            Timetables timetables,
            Tiers tiers,
            Tags tags,
            Segments segments,
            Templates templates,
            Journeys journeys) {
        this.timetables = timetables;
        this.tiers = tiers;
        this.tags = tags;
        this.segments = segments;
        this.templates = templates;
        this.journeys = journeys;
    }

    /**
     * The names of all that these facts name: each is asked for once, tags and segments at once.
     */
    TimelineSentences.Names of(List<TimelineRows.Line> lines) {
        Map<String, Said> ofTags = tags.names(values(lines, "tag").map(Object::toString).toList());
        Map<Long, Said> ofSegments =
                segments.names(
                        values(lines, "segmentId")
                                .map(each -> ((Number) each).longValue())
                                .toList());
        Map<String, Optional<Said>> others = new HashMap<>();
        return (key, value) ->
                switch (key) {
                    case "tag" -> Optional.ofNullable(ofTags.get(value.toString()));
                    case "segmentId" ->
                            Optional.ofNullable(ofSegments.get(((Number) value).longValue()));
                    default -> others.computeIfAbsent(key + " " + value, _ -> another(key, value));
                };
    }

    private static Stream<Object> values(List<TimelineRows.Line> lines, String key) {
        return lines.stream()
                .map(line -> line.details().get(key))
                .filter(Objects::nonNull)
                .distinct();
    }

    private Optional<Said> another(String key, Object value) {
        String code = value.toString();
        return switch (key) {
            case "stationCode", "fromStation", "toStation" -> timetables.stationName(code);
            case "fromTier", "toTier" ->
                    tiers.all().stream()
                            .filter(tier -> tier.code().equals(code))
                            .findFirst()
                            .map(Tier::name);
            case "journeyId" ->
                    journeys.card(((Number) value).longValue()).map(Journeys.Card::name);
            case "templateCode" -> templates.latest(code).map(Template::title);
            default -> Optional.empty();
        };
    }
}
