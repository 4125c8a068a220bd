package dev.waystation.platform.selling.catalogue.web;

import dev.waystation.platform.foundation.edge.Cursor;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.selling.catalogue.Call;
import dev.waystation.platform.selling.catalogue.ClassOffer;
import dev.waystation.platform.selling.catalogue.Run;
import dev.waystation.platform.selling.catalogue.RunId;
import dev.waystation.platform.selling.catalogue.Timetables;
import dev.waystation.platform.selling.catalogue.model.ListedTrain;
import dev.waystation.platform.selling.catalogue.usecase.FindTimetable;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1")
class CatalogueController {

    private static final int DAY = 24 * 60;

    record CityBody(String code, Said name, List<String> stationCodes) {}

    record PlaceBody(double latitude, double longitude) {}

    /** Its place only where the timetable says so. */
    record StationBody(String code, Said name, String cityCode, @Nullable PlaceBody place) {}

    record Place(String station, Said name, String time) {}

    record TrainBody(
            String trainId,
            @Nullable String runId,
            String code,
            Place from,
            Place to,
            String departs,
            String arrives,
            int stops,
            @Nullable List<String> runsOn) {}

    record RunBody(
            String id,
            String trainId,
            String trainCode,
            LocalDate serviceDate,
            List<Call> calls,
            List<ClassOffer> classes) {}

    private final Timetables timetables;
    private final FindTimetable find;

    CatalogueController(Timetables timetables, FindTimetable find) {
        this.timetables = timetables;
        this.find = find;
    }

    @GetMapping("/cities")
    @Permission(Permission.PUBLIC)
    Page<CityBody> cities(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Integer limit) {
        return Page.last(
                timetables.cities(q).stream()
                        .limit(Cursor.limit(limit))
                        .map(city ->
                                new CityBody(
                                        city.code(),
                                        new Said(city.nameZh(), city.nameEn()),
                                        city.stationCodes()))
                        .toList());
    }

    @GetMapping("/stations")
    @Permission(Permission.PUBLIC)
    Page<StationBody> stations(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int size = Cursor.limit(limit);
        String after = Cursor.parse(cursor, 1).map(found -> found.key(0)).orElse("");
        return Page.cut(
                        find.stations(q.strip(), after, size + 1),
                        size,
                        row -> Cursor.after(row.code()))
                .map(row ->
                        new StationBody(
                                row.code(),
                                new Said(row.nameZh(), row.nameEn()),
                                row.cityCode(),
                                row.latitude() == null || row.longitude() == null
                                        ? null
                                        : new PlaceBody(row.latitude(), row.longitude())));
    }

    @GetMapping("/trains")
    @Permission({"timetable.read", Permission.MEMBER})
    Page<TrainBody> trains(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable LocalDate date,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int size = Cursor.limit(limit);
        Optional<Cursor> at = Cursor.parse(cursor, 2);
        List<ListedTrain> rows =
                find.trains(
                        q.strip(),
                        Optional.ofNullable(date),
                        at.map(found -> found.key(0)).orElse(""),
                        at.map(found -> found.number(1)).orElse(0L),
                        size + 1);
        return Page.cut(rows, size, row -> Cursor.after(row.code(), row.trainId()))
                .map(CatalogueController::train);
    }

    @GetMapping("/runs/{id}")
    @Permission(Permission.PUBLIC)
    RunBody run(@PathVariable String id) {
        return timetables
                .run(new RunId(PublicId.decode("run", id)))
                .map(CatalogueController::run)
                .orElseThrow(() -> Refusal.notFound(id));
    }

    private static TrainBody train(ListedTrain row) {
        String dates = row.dates();
        List<String> runsOn = row.daily() || dates == null ? null : List.of(dates.split(",", -1));
        String departs = clock(row.departs());
        String arrives = clock(row.arrives());
        return new TrainBody(
                PublicId.encode("trn", row.trainId()),
                row.runId() == 0 ? null : PublicId.encode("run", row.runId()),
                row.code(),
                new Place(row.fromCode(), new Said(row.fromZh(), row.fromEn()), departs),
                new Place(row.toCode(), new Said(row.toZh(), row.toEn()), arrives),
                departs,
                arrives,
                row.stops(),
                runsOn);
    }

    /** "23:10"; "00:25+1" on the next day. */
    private static String clock(int minutes) {
        int days = minutes / DAY;
        String time = String.format(Locale.ROOT, "%02d:%02d", minutes % DAY / 60, minutes % 60);
        return days == 0 ? time : time + "+" + days;
    }

    private static RunBody run(Run run) {
        return new RunBody(
                PublicId.encode("run", run.id().value()),
                PublicId.encode("trn", run.trainId()),
                run.trainCode(),
                run.serviceDate(),
                run.calls(),
                run.classes());
    }
}
