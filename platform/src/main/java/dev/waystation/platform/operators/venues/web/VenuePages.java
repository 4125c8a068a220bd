package dev.waystation.platform.operators.venues.web;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.operators.venues.Venue;
import dev.waystation.platform.operators.venues.usecase.KeepVenues;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Venues and their zones. */
@RestController
class VenuePages {

    /** A zone as it is listed. */
    record ZoneView(String code, Said name) {}

    /** Where a venue lies, in degrees. */
    record PlaceView(double latitude, double longitude) {
        static @Nullable PlaceView of(Venue.@Nullable Place place) {
            return place == null ? null : new PlaceView(place.latitude(), place.longitude());
        }

        Venue.Place place() {
            return new Venue.Place(latitude, longitude);
        }
    }

    /** A venue as it is listed. */
    record VenueView(
            String code, Said name, String line, List<ZoneView> zones, @Nullable PlaceView place) {
        static VenueView of(Venue venue) {
            return new VenueView(
                    venue.code(),
                    venue.name(),
                    venue.line(),
                    venue.zones().stream()
                            .map(zone -> new ZoneView(zone.code(), zone.name()))
                            .toList(),
                    PlaceView.of(venue.place()));
        }
    }

    /** Names, line, zones and place of a venue; zones left out are no zones. */
    record VenueWish(
            Said name, String line, @Nullable List<ZoneView> zones, @Nullable PlaceView place) {}

    private final KeepVenues venues;

    VenuePages(KeepVenues venues) {
        this.venues = venues;
    }

    @GetMapping("/v1/venues")
    @Permission(Permission.STAFF)
    List<VenueView> venues() {
        return venues.all().stream().map(VenueView::of).toList();
    }

    /** Lists a venue under a code, or changes it. */
    @PutMapping("/v1/venues/{code}")
    @Permission("staff.manage")
    VenueView keepVenue(@PathVariable String code, @RequestBody VenueWish wish) {
        Malformed.require(wish.line() != null, "line", null, "choose a business line");
        List<ZoneView> zones = wish.zones() == null ? List.of() : wish.zones();
        return VenueView.of(
                venues.keep(
                        new Venue(
                                code,
                                wish.name(),
                                wish.line(),
                                zones.stream()
                                        .map(zone -> new Venue.Zone(zone.code(), zone.name()))
                                        .toList(),
                                wish.place() == null ? null : wish.place().place())));
    }
}
