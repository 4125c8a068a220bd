package dev.waystation.platform.insight.analytics.usecase;

import dev.waystation.platform.engagement.audience.Segments;
import dev.waystation.platform.engagement.audience.Tags;
import dev.waystation.platform.engagement.journey.Journeys;
import dev.waystation.platform.engagement.messaging.Template;
import dev.waystation.platform.engagement.messaging.Templates;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.insight.analytics.model.TimelineSentences;
import dev.waystation.platform.members.loyalty.Tier;
import dev.waystation.platform.members.loyalty.Tiers;
import dev.waystation.platform.selling.catalogue.Timetables;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks the modules what people call the things that facts name by code or number. */
@Component
class NameThings implements TimelineSentences.Names {

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

    @Override
    public Optional<Said> of(String key, Object value) {
        String code = value.toString();
        return switch (key) {
            case "stationCode", "fromStation", "toStation" -> timetables.stationName(code);
            case "fromTier", "toTier" ->
                    tiers.all().stream()
                            .filter(tier -> tier.code().equals(code))
                            .findFirst()
                            .map(Tier::name);
            case "tag" -> tags.name(code);
            case "segmentId" -> segments.name(((Number) value).longValue());
            case "journeyId" ->
                    journeys.card(((Number) value).longValue()).map(Journeys.Card::name);
            case "templateCode" -> templates.latest(code).map(Template::title);
            default -> Optional.empty();
        };
    }
}
