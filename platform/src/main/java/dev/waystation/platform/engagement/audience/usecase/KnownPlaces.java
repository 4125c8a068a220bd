package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.condition.Attribute.Value;
import dev.waystation.condition.Phrase;
import dev.waystation.platform.engagement.audience.model.Vocabulary;
import dev.waystation.platform.operators.venues.VenueBook;
import dev.waystation.platform.selling.catalogue.City;
import dev.waystation.platform.selling.catalogue.Timetables;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What cities, stations and venues are called in conditions. */
@Component
class KnownPlaces {

    private final ObjectProvider<Timetables> timetables;
    private final VenueBook book;

    KnownPlaces(ObjectProvider<Timetables> timetables, VenueBook book) {
        this.timetables = timetables;
        this.book = book;
    }

    List<Value> cities() {
        Timetables door = timetables.getIfAvailable();
        List<City> all = door == null ? List.of() : door.cities("");
        return all.stream()
                .map(city -> Vocabulary.value(city.code(), city.nameZh(), city.nameEn()))
                .toList();
    }

    List<Value> venues() {
        return book.all().stream()
                .map(each -> Vocabulary.value(each.code(), each.name().zh(), each.name().en()))
                .toList();
    }

    Optional<Phrase> station(String code) {
        return Optional.ofNullable(timetables.getIfAvailable())
                .flatMap(door -> door.stationName(code))
                .map(name -> new Phrase(name.zh(), name.en()));
    }
}
