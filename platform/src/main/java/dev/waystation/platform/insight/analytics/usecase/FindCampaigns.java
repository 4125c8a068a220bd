package dev.waystation.platform.insight.analytics.usecase;

import dev.waystation.platform.engagement.audience.Segments;
import dev.waystation.platform.engagement.journey.Journeys;
import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Segments and journeys, by name, code or number. */
@Component
@Order(3)
class FindCampaigns implements Finder {

    private static final int MOST = 10;
    private static final Said LIVE = new Said("人群 · 已发布", "Segment · published");
    private static final Said DRAFT = new Said("人群 · 草稿", "Segment · draft");

    private final Segments segments;
    private final Journeys journeys;

    FindCampaigns(Segments segments, Journeys journeys) {
        this.segments = segments;
        this.journeys = journeys;
    }

    @Override
    public List<FindAnything.Found> find(String text, Caller caller) {
        var found = new ArrayList<FindAnything.Found>();
        if (caller.may(Set.of("segments.read"))) {
            segments(text).forEach(segment -> found.add(found(segment)));
        }
        if (caller.may(Set.of("journeys.read"))) {
            journeys.cards().stream()
                    .filter(card -> matches(card, text))
                    .limit(MOST)
                    .forEach(card -> found.add(found(card)));
        }
        return found;
    }

    private List<Segments.Named> segments(String text) {
        if (text.startsWith("seg_")) {
            long id = PublicId.decode("seg", text);
            return segments.name(id).stream()
                    .map(name -> new Segments.Named(id, name, true))
                    .toList();
        }
        return segments.find(text, MOST);
    }

    private static FindAnything.Found found(Segments.Named segment) {
        return new FindAnything.Found(
                "segment",
                segment.name(),
                segment.published() ? LIVE : DRAFT,
                "/segments/" + PublicId.encode("seg", segment.segmentId()));
    }

    private static FindAnything.Found found(Journeys.Card card) {
        return new FindAnything.Found(
                "journey",
                card.name(),
                Said.same(card.code()),
                "/journeys/" + PublicId.encode("jrn", card.journeyId()));
    }

    private static boolean matches(Journeys.Card card, String text) {
        String small = text.toLowerCase(Locale.ROOT);
        return card.name().zh().contains(text)
                || card.name().en().toLowerCase(Locale.ROOT).contains(small)
                || card.code().contains(small)
                || PublicId.encode("jrn", card.journeyId()).equals(text);
    }
}
