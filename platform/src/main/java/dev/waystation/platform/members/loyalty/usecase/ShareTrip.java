package dev.waystation.platform.members.loyalty.usecase;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.loyalty.model.EarningEvent;
import dev.waystation.platform.members.loyalty.model.Programme;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Earns for sharing from a place the member really is at. The position is compared and forgotten:
 * what is kept is the name of the place, never where the phone was.
 */
@Service
public class ShareTrip {

    private static final double EARTH_METRES = 6_371_008.8;

    /** Where a phone says it is, within so many metres. */
    public record Position(double latitude, double longitude, int accuracyMetres) {
        public Position {
            Malformed.require(
                    Math.abs(latitude) <= 90,
                    "latitude",
                    "(not kept)",
                    "give degrees from -90 to 90");
            Malformed.require(
                    Math.abs(longitude) <= 180,
                    "longitude",
                    "(not kept)",
                    "give degrees from -180 to 180");
            Malformed.require(
                    accuracyMetres > 0 && accuracyMetres <= 500,
                    "accuracyMetres",
                    accuracyMetres,
                    "wait until the phone knows its place to 500 metres");
        }

        @Override
        public String toString() {
            return "Position";
        }
    }

    private final Programmes programmes;
    private final RecordEarning record;
    private final EarningRoom room;

    ShareTrip(Programmes programmes, RecordEarning record, EarningRoom room) {
        this.programmes = programmes;
        this.record = record;
        this.room = room;
    }

    /** What was earned; empty when the same thing was shared before. */
    @Transactional
    public Optional<RecordEarning.Recorded> handle(
            long memberId, String programme, String what, Position position) {
        Malformed.require(what.matches("[\\w.:-]{1,80}"), "what", what, "name what is shared");
        Optional<Programme.Place> place =
                programmes.of(programme).places().stream()
                        .filter(each -> metres(each, position) <= each.radiusMetres())
                        .findFirst();
        EarningEvent event =
                new EarningEvent(
                        programme,
                        "share",
                        "share-" + what,
                        memberId,
                        room.now(),
                        place.map(Programme.Place::code).orElse(""),
                        List.of(),
                        Map.of("locationProved", place.isPresent()),
                        place.map(Programme.Place::name).orElse(new Said("分享", "sharing")));
        return record.handle(List.of(event)).stream().findFirst();
    }

    private static double metres(Programme.Place place, Position position) {
        double north = Math.toRadians(position.latitude() - place.latitude());
        double east = Math.toRadians(position.longitude() - place.longitude());
        double half =
                Math.pow(Math.sin(north / 2), 2)
                        + Math.cos(Math.toRadians(place.latitude()))
                                * Math.cos(Math.toRadians(position.latitude()))
                                * Math.pow(Math.sin(east / 2), 2);
        return 2 * EARTH_METRES * Math.asin(Math.sqrt(Math.min(1, half)));
    }
}
