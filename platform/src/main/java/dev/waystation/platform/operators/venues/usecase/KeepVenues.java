package dev.waystation.platform.operators.venues.usecase;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.wiring.MachineTime;
import dev.waystation.platform.foundation.wiring.Remembered;
import dev.waystation.platform.operators.venues.Venue;
import dev.waystation.platform.operators.venues.VenueBook;
import dev.waystation.platform.operators.venues.Venues;
import dev.waystation.platform.operators.venues.store.VenueStore;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists venues and zones, and answers from memory where something happened. */
@Service
public class KeepVenues implements VenueBook {

    private static final Duration FRESH = Duration.ofSeconds(2);
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._-]{0,39}");

    private record Known(Map<String, Venue> byCode, Instant until) {}

    private final VenueStore store;
    private final Venues operator;
    private final MachineTime machine;
    private final Remembered<Known> known = new Remembered<>();

    KeepVenues(VenueStore store, Venues operator, MachineTime machine) {
        this.store = store;
        this.operator = operator;
        this.machine = machine;
    }

    /** Lists a venue, or changes its names and zones; events keep the codes they came with. */
    @Transactional
    public Venue keep(Venue venue) {
        requireCode("code", venue.code());
        requireName("name", venue.name());
        Malformed.require(
                operator.businessLines().stream()
                        .anyMatch(line -> line.code().equals(venue.line())),
                "line",
                venue.line(),
                "choose one of the operator's business lines");
        for (Venue.Zone zone : venue.zones()) {
            requireCode("zones.code", zone.code());
            requireName("zones.name", zone.name());
        }
        Malformed.require(
                venue.zones().stream().map(Venue.Zone::code).distinct().count()
                        == venue.zones().size(),
                "zones.code",
                "",
                "give every zone of a venue a code of its own");
        store.keep(venue);
        known.forget();
        return venue;
    }

    private static void requireCode(String field, @Nullable String code) {
        Malformed.require(
                code != null && CODE.matcher(code).matches(),
                field,
                code,
                "use 1 to 40 letters, digits, dots, dashes and blanks, a letter or digit first");
    }

    private static void requireName(String field, @Nullable Said name) {
        Malformed.require(
                name != null && !name.zh().isBlank() && !name.en().isBlank(),
                field,
                name,
                "write the name in Chinese and in English");
    }

    @Override
    public List<Venue> all() {
        return List.copyOf(current().values());
    }

    @Override
    public Optional<Venue> find(String code) {
        Venue found = current().get(code);
        if (found == null) {
            // one that was listed just now must not be refused
            known.forget();
            found = current().get(code);
        }
        return Optional.ofNullable(found);
    }

    private Map<String, Venue> current() {
        return known.get(last -> machine.now().isBefore(last.until()), this::read).byCode();
    }

    private Known read() {
        Map<String, Venue> byCode = new LinkedHashMap<>();
        store.all().forEach(venue -> byCode.put(venue.code(), venue));
        return new Known(byCode, machine.now().plus(FRESH));
    }
}
