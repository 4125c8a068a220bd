package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.condition.Attribute;
import dev.waystation.condition.Attributes;
import dev.waystation.condition.Happening;
import dev.waystation.condition.Kind;
import dev.waystation.platform.engagement.audience.model.Told;
import dev.waystation.platform.foundation.edge.Said;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The catalogue for builders: attributes, then behaviours as attributes of type {@code event}. */
@Service
public class ListAttributes {

    /** An allowed value. */
    public record Choice(Object value, Said label) {}

    /** One name a condition can use; {@code properties} only for events. */
    public record View(
            String name,
            Said label,
            String type,
            @Nullable Said unit,
            List<String> operators,
            List<Choice> values,
            List<View> properties) {}

    private final CurrentVocabulary vocabulary;

    ListAttributes(CurrentVocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    public List<View> list() {
        Attributes catalogue = vocabulary.attributes();
        return Stream.concat(
                        catalogue.all().stream().map(ListAttributes::view),
                        catalogue.happenings().stream().map(ListAttributes::event))
                .toList();
    }

    private static View view(Attribute attribute) {
        return new View(
                attribute.name(),
                Told.said(attribute.label()),
                type(attribute.kind()),
                attribute.unit().zh().isEmpty() ? null : Told.said(attribute.unit()),
                attribute.kind().operators(),
                attribute.values().stream()
                        .map(value -> new Choice(value.code(), Told.said(value.label())))
                        .toList(),
                List.of());
    }

    private static View event(Happening happening) {
        return new View(
                happening.event(),
                Told.said(happening.done()),
                "event",
                Told.said(happening.counted()),
                List.of("$did", "$didNot"),
                List.of(),
                happening.properties().stream().map(ListAttributes::view).toList());
    }

    private static String type(Kind kind) {
        return switch (kind) {
            case WHOLE -> "number";
            case FLAG -> "boolean";
            case TEXT -> "string";
            case TEXTS -> "set";
            case PLACE -> "place";
        };
    }
}
