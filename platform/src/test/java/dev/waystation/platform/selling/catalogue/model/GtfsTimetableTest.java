package dev.waystation.platform.selling.catalogue.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.testkit.Capability;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** GTFS as its standard says, with what real feeds leave out. */
class GtfsTimetableTest {

    private static final LocalDate TODAY = LocalDate.parse("2099-11-01");

    private final Findings findings = new Findings();
    @TempDir Path folder;

    private Timetable read(GtfsFeed feed) {
        try {
            return read(TimetableFiles.of(feed.streams(), findings));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Timetable read(TimetableFiles files) {
        return TimetableReader.read(files, Set.of("EMU8"), TODAY, findings);
    }

    private Train train(GtfsFeed feed) {
        Timetable timetable = read(feed);
        assertThat(findings.sorted()).isEmpty();
        assertThat(timetable.trains()).hasSize(1);
        return timetable.trains().getFirst();
    }

    private static Finding bad(
            String file, long line, String column, String value, FindingCode code) {
        return new Finding(file, line, column, value, code);
    }

    @Test
    @Capability("S15")
    void times_beyond_24_hours_platforms_and_rows_out_of_order_make_one_train_past_midnight() {
        Train train = train(GtfsFeed.sleeper("X"));

        assertThat(train.numbers()).containsExactly("ZX");
        assertThat(train.stops())
                .extracting(Stop::stationCode)
                .containsExactly("X-A", "X-B", "X-C", "X-D");
        assertThat(train.stops())
                .extracting(Stop::departs)
                .containsExactly(22 * 60 + 50, 25 * 60, 26 * 60, 27 * 60);
        assertThat(train.stops().get(1).arrives()).isEqualTo(24 * 60 + 50);
    }

    @Test
    void blank_times_between_two_timed_stops_are_spread_evenly() {
        GtfsFeed feed =
                GtfsFeed.sleeper("X")
                        .replace("stop_times.txt", "24:50:00,25:00:00", ",")
                        .replace("stop_times.txt", "27:00:00,27:00:00", "25:50:00,25:50:00");

        assertThat(train(feed).stops())
                .extracting(Stop::arrives)
                .containsExactly(22 * 60 + 50, 23 * 60 + 50, 24 * 60 + 50, 25 * 60 + 50);
    }

    @Test
    void exceptions_add_and_remove_single_dates_of_the_weekly_calendar() {
        // 2 November 2099 is a Monday
        assertThat(train(GtfsFeed.sleeper("X")).days().dates())
                .extracting(LocalDate::getDayOfMonth)
                .containsExactly(2, 3, 5, 6, 7, 9, 10, 11, 12, 13);
    }

    @Test
    void a_feed_may_list_all_its_dates_and_have_no_weekly_calendar_or_no_exceptions() {
        assertThat(
                        train(
                                        GtfsFeed.sleeper("X")
                                                .without("calendar.txt")
                                                .replace(
                                                        "calendar_dates.txt",
                                                        "20991104,2",
                                                        "20991108,1"))
                                .days()
                                .dates())
                .extracting(LocalDate::getDayOfMonth)
                .containsExactly(7, 8);
        assertThat(train(GtfsFeed.sleeper("X").without("calendar_dates.txt")).days().dates())
                .hasSize(10)
                .contains(LocalDate.parse("2099-11-04"))
                .doesNotContain(LocalDate.parse("2099-11-07"));
    }

    @Test
    void without_either_calendar_the_file_is_said_to_be_missing() {
        read(GtfsFeed.sleeper("X").without("calendar.txt").without("calendar_dates.txt"));

        assertThat(findings.sorted())
                .contains(
                        bad("calendar.txt", 0, "", "calendar.txt", FindingCode.FILE_IS_MISSING),
                        bad("trips.txt", 2, "service_id", "X-S", FindingCode.UNKNOWN_SERVICE));
    }

    @Test
    void columns_the_standard_calls_optional_may_be_absent() {
        GtfsFeed feed =
                GtfsFeed.sleeper("X")
                        .with(
                                "stops.txt",
                                "stop_id,stop_name\nX-A1,Aville\nX-B2,Beta\nX-C,Gamma\nX-D,Delta\n")
                        .with("routes.txt", "route_id\nX-R\n");

        Train train = train(feed);

        assertThat(train.numbers()).containsExactly("X-T");
        assertThat(train.stops()).hasSize(4);
        assertThat(train.stops().getLast().kilometre()).isPositive();
    }

    @Test
    void a_mark_at_the_start_windows_line_ends_and_quoted_commas_change_nothing() {
        Timetable plain = read(GtfsFeed.sleeper("X"));
        Timetable saved = read(GtfsFeed.sleeper("X").savedBySpreadsheet());

        assertThat(findings.sorted()).isEmpty();
        assertThat(saved).isEqualTo(plain);
        assertThat(plain.stations()).extracting(Station::nameZh).contains("Aville, Main");
    }

    @Test
    void a_folder_and_a_zip_with_a_folder_inside_read_the_same() throws IOException {
        GtfsFeed feed = GtfsFeed.sleeper("X");
        Path zip = Files.write(folder.resolve("feed.zip"), feed.zip());

        Timetable fromZip = read(TimetableFiles.at(zip, findings));
        Timetable fromFolder =
                read(TimetableFiles.at(feed.folder(folder.resolve("unpacked")), findings));

        assertThat(findings.sorted()).isEmpty();
        assertThat(fromZip).isEqualTo(fromFolder);
        assertThat(fromZip.trains()).hasSize(1);
    }

    @Test
    void every_problem_of_every_file_is_named_in_one_reading_with_line_column_value_and_remedy() {
        read(
                GtfsFeed.sleeper("X")
                        .replace("stops.txt", "X-B2,Beta platform 2,0,X-B", "X-B2,Beta,0,X-Q")
                        .replace("stops.txt", "X-C,Gamma,0,,32.0", "X-C,Gamma,0,,320")
                        .replace("trips.txt", "X-R,X-S", "X-Q,X-S")
                        .replace("stop_times.txt", "22:50:00", "22:61:00")
                        .replace("stop_times.txt", "X-D,40", "X-Z,forty")
                        .replace("calendar.txt", "1,1,1,1,1,0,0", "1,1,2,1,1,0,0")
                        .replace("calendar_dates.txt", "20991107,1", "20991307,1")
                        .replace("calendar_dates.txt", "20991104,2", "20991104,3"));

        assertThat(findings.areBlocking()).isTrue();
        assertThat(findings.sorted())
                .contains(
                        bad("stops.txt", 6, "parent_station", "X-Q", FindingCode.UNKNOWN_STATION),
                        bad("stops.txt", 8, "stop_lat", "320", FindingCode.NOT_A_COORDINATE),
                        bad("trips.txt", 2, "route_id", "X-Q", FindingCode.UNKNOWN_ROUTE),
                        bad(
                                "stop_times.txt",
                                2,
                                "departure_time",
                                "22:61:00",
                                FindingCode.NOT_A_TIME),
                        bad("stop_times.txt", 4, "stop_id", "X-B2", FindingCode.UNKNOWN_STATION),
                        bad("stop_times.txt", 5, "stop_id", "X-Z", FindingCode.UNKNOWN_STATION),
                        bad(
                                "stop_times.txt",
                                5,
                                "stop_sequence",
                                "forty",
                                FindingCode.NOT_A_NUMBER),
                        bad("calendar.txt", 2, "wednesday", "2", FindingCode.NOT_A_CHOICE),
                        bad("calendar_dates.txt", 2, "date", "20991307", FindingCode.NOT_A_DATE),
                        bad(
                                "calendar_dates.txt",
                                3,
                                "exception_type",
                                "3",
                                FindingCode.NOT_A_CHOICE));
        assertThat(findings.sorted())
                .allSatisfy(finding -> {
                    assertThat(finding.code().remedyZh()).isNotBlank();
                    assertThat(finding.code().remedyEn()).isNotBlank();
                });
    }

    @Test
    void a_platform_of_something_that_is_no_station_is_refused() {
        read(
                GtfsFeed.sleeper("X")
                        .replace("stops.txt", "X-B2,Beta platform 2,0,X-B", "X-B2,B,0,X-B1"));

        assertThat(findings.sorted())
                .contains(
                        bad("stops.txt", 6, "parent_station", "X-B1", FindingCode.UNKNOWN_STATION));
    }
}
