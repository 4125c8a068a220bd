package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.condition.Attribute.Value;
import dev.waystation.condition.Attributes;
import dev.waystation.platform.engagement.audience.model.Vocabulary;
import dev.waystation.platform.engagement.audience.store.TagStore;
import dev.waystation.platform.selling.catalogue.City;
import dev.waystation.platform.selling.catalogue.Timetables;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The catalogue with the cities of the timetable and the tags that exist. */
@Component
public class CurrentVocabulary {

    private record Known(Attributes attributes, int cityCount) {}

    private final TagStore tags;
    private final ObjectProvider<Timetables> timetables;
    private volatile @Nullable Known known;

    CurrentVocabulary(TagStore tags, ObjectProvider<Timetables> timetables) {
        this.tags = tags;
        this.timetables = timetables;
    }

    public Attributes attributes() {
        Known last = known;
        // until a timetable is there, its cities may come at any moment
        if (last == null || last.cityCount() == 0) {
            last = read();
            known = last;
        }
        return last.attributes();
    }

    void forget() {
        known = null;
    }

    private Known read() {
        Timetables door = timetables.getIfAvailable();
        List<City> cities = door == null ? List.of() : door.cities("");
        List<Value> codes =
                cities.stream()
                        .map(city -> Vocabulary.value(city.code(), city.nameZh(), city.nameEn()))
                        .toList();
        List<Value> tagCodes =
                tags.all().stream()
                        .map(tag -> Vocabulary.value(tag.code(), tag.name().zh(), tag.name().en()))
                        .toList();
        return new Known(Vocabulary.attributes(codes, tagCodes), codes.size());
    }
}
