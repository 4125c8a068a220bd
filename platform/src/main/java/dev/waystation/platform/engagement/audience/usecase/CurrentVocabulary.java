package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.condition.Attribute;
import dev.waystation.condition.Attribute.Value;
import dev.waystation.condition.Attributes;
import dev.waystation.condition.Happening;
import dev.waystation.platform.engagement.audience.model.ComputedTrait;
import dev.waystation.platform.engagement.audience.model.EventWords;
import dev.waystation.platform.engagement.audience.model.MemberField;
import dev.waystation.platform.engagement.audience.model.TraitWords;
import dev.waystation.platform.engagement.audience.model.Vocabulary;
import dev.waystation.platform.engagement.audience.store.ComputedTraitStore;
import dev.waystation.platform.engagement.audience.store.FieldStore;
import dev.waystation.platform.engagement.audience.store.SegmentStore;
import dev.waystation.platform.engagement.audience.store.TagStore;
import dev.waystation.platform.engagement.events.EventType;
import dev.waystation.platform.engagement.events.EventTypes;
import dev.waystation.platform.foundation.wiring.Remembered;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The catalogue with the cities of the timetable, the tags and the events that exist. */
@Component
public class CurrentVocabulary {

    private record Known(
            Attributes attributes,
            int cityCount,
            List<Value> venues,
            List<EventType> events,
            List<ComputedTrait> traits,
            List<MemberField> fields) {}

    private final TagStore tags;
    private final SegmentStore segments;
    private final EventTypes types;
    private final ComputedTraitStore traits;
    private final FieldStore fields;
    private final KnownPlaces places;
    private final Remembered<Known> known = new Remembered<>();

    CurrentVocabulary(
            TagStore tags,
            SegmentStore segments,
            KnownPlaces places,
            EventTypes types,
            ComputedTraitStore traits,
            FieldStore fields) {
        this.fields = fields;
        this.traits = traits;
        this.segments = segments;
        this.types = types;
        this.tags = tags;
        this.places = places;
    }

    public Attributes attributes() {
        return latest().attributes();
    }

    /** The traits that follow from what members did. */
    List<ComputedTrait> traits() {
        return latest().traits();
    }

    /** What operators keep about members. */
    List<MemberField> fields() {
        return latest().fields();
    }

    private Known latest() {
        List<EventType> events = types.known();
        return known.get(
                last ->
                        last.events().equals(events)
                                && last.venues().equals(places.venues())
                                && !citiesCameSince(last),
                () -> read(events));
    }

    /** Until a timetable is there, its cities may come at any moment. */
    private boolean citiesCameSince(Known last) {
        return last.cityCount() == 0 && !places.cities().isEmpty();
    }

    /** Somebody changed what it is made of. */
    void forget() {
        known.forget();
    }

    private Known read(List<EventType> events) {
        List<Value> codes = places.cities();
        List<Value> venues = places.venues();
        List<TagStore.Tag> known = tags.all();
        List<Value> tagCodes =
                known.stream()
                        .map(tag -> Vocabulary.value(tag.code(), tag.name().zh(), tag.name().en()))
                        .toList();
        List<Value> segmentCodes =
                segments.named().stream()
                        .map(each ->
                                Vocabulary.value(each.key(), each.name().zh(), each.name().en()))
                        .toList();
        List<Happening> happenings =
                events.stream().map(type -> EventWords.happening(type, venues)).toList();
        List<ComputedTrait> computed = traits.all();
        List<Attribute> extras = new ArrayList<>(extras(known));
        List<MemberField> kept = fields.all();
        kept.forEach(field -> extras.add(field.inConditions()));
        Attributes behaviour =
                Vocabulary.attributes(
                        List.of(), List.of(), List.of(), happenings, List.of(), places::station);
        computed.forEach(trait -> TraitWords.attribute(trait, behaviour).ifPresent(extras::add));
        return new Known(
                Vocabulary.attributes(
                        codes, tagCodes, segmentCodes, happenings, extras, places::station),
                codes.size(),
                venues,
                events,
                computed,
                kept);
    }

    /** The values that tags carry. */
    private static List<Attribute> extras(List<TagStore.Tag> known) {
        return known.stream()
                .flatMap(tag -> tag.kind().attribute(tag.code(), tag.name(), tag.values()).stream())
                .toList();
    }
}
