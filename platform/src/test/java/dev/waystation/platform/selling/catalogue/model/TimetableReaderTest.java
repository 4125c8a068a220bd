package dev.waystation.platform.selling.catalogue.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.waystation.testkit.SharedData;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TimetableReaderTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-16");
    private static final String STATIONS =
            """
            name,telecode,pinyin,initials,lon,lat
            武汉,WHN,wuhan,wh,114.42,30.61
            汉口,HKN,hankou,hk,114.25,30.62
            武汉东,LFN,wuhandong,whd,114.42,30.48
            广州南,IZQ,guangzhounan,gzn,113.27,22.99
            """;
    private static final String TRAINS =
            "train_id,train_code,train_no,running_dates\n1,G1/G4,x1,ALL\n";
    private static final String CALLS =
            """
            train_id,seq,station,arr,dep,open_flag
            1,1,武汉,,22:50,1
            1,4,汉口,23:55,00:05,0
            1,9,广州南,03:10,03:10,1
            """;

    private final Findings findings = new Findings();

    @Test
    void a_train_past_midnight_with_gaps_in_its_sequence_and_no_first_arrival_is_read() {
        Train train = read(STATIONS, TRAINS, CALLS).trains().getFirst();

        assertThat(findings.sorted()).isEmpty();
        assertThat(train.numbers()).containsExactly("G1", "G4");
        assertThat(train.stops()).extracting(Stop::sequence).containsExactly(1, 4, 9);
        assertThat(train.stops()).extracting(Stop::arrives).containsExactly(1370, 1435, 1630);
        assertThat(train.stops()).extracting(Stop::departs).containsExactly(1370, 1445, 1630);
        assertThat(train.stops()).extracting(Stop::forSale).containsExactly(true, false, true);
        assertThat(train.stops().getLast().kilometre()).isBetween(980, 1_030);
    }

    @Test
    void stations_are_grouped_into_cities_by_name() {
        Timetable timetable = read(STATIONS, TRAINS, CALLS);

        assertThat(timetable.cities())
                .extracting(CityGroup::code, CityGroup::nameZh, CityGroup::derived)
                .containsExactlyInAnyOrder(
                        tuple("WHN", "武汉", true),
                        tuple("HKN", "汉口", true),
                        tuple("IZQ", "广州", true));
        assertThat(timetable.stations())
                .filteredOn(station -> station.code().equals("LFN"))
                .extracting(Station::cityCode)
                .containsExactly("WHN");
    }

    @Test
    void a_file_saved_by_excel_with_its_mark_and_line_ends_reads_the_same() {
        Timetable plain = read(STATIONS, TRAINS, CALLS);
        Timetable excel =
                read(
                        "\uFEFF" + STATIONS.replace("\n", "\r\n"),
                        "\uFEFF" + TRAINS.replace("\n", "\r\n"),
                        "\uFEFF" + CALLS.replace("\n", "\r\n"));

        assertThat(findings.sorted()).isEmpty();
        assertThat(excel).isEqualTo(plain);
    }

    @Test
    void a_file_in_gb18030_is_read_and_noted() {
        Map<String, InputStream> files = new HashMap<>();
        Charset gb = Charset.forName("GB18030");
        files.put("stations.csv", new ByteArrayInputStream(STATIONS.getBytes(gb)));
        files.put("trains.csv", new ByteArrayInputStream(TRAINS.getBytes(gb)));
        files.put("stop_times.csv", new ByteArrayInputStream(CALLS.getBytes(gb)));

        assertThat(read(files).trains()).hasSize(1);
        assertThat(findings.areBlocking()).isFalse();
        assertThat(findings.sorted())
                .extracting(Finding::file, Finding::code)
                .contains(tuple("stations.csv", FindingCode.TEXT_WAS_GB18030));
    }

    @Test
    void every_bad_row_is_named_with_its_line_column_and_value() {
        read(
                STATIONS + "武昌,WHN,wuchang,wc,1140,30\n",
                TRAINS + "2,G2,x1,ALL\n3,G3,x3,2026-13-01\n4,G5,x4,2016-03-01\n5,,x5,ALL\n",
                CALLS
                        + "1,4,汉口东,23:55,25:70,1\n"
                        + "7,1,武汉,,08:00,1\n"
                        + "3,one,武汉,,08:00,1\n"
                        + "3,2,汉口,09:00\n"
                        + "4,1,武汉,,08:00,1\n"
                        + "4,2,汉口,07:30,07:31,1\n");

        assertThat(findings.areBlocking()).isTrue();
        assertThat(findings.sorted())
                .contains(
                        bad("stations.csv", 6, "telecode", "WHN", FindingCode.DUPLICATE_STATION),
                        bad("trains.csv", 3, "train_no", "x1", FindingCode.DUPLICATE_TRAIN),
                        bad("trains.csv", 4, "running_dates", "2026-13-01", FindingCode.NOT_A_DATE),
                        bad("trains.csv", 5, "running_dates", "G5", FindingCode.ALL_DATES_ARE_PAST),
                        bad("trains.csv", 6, "train_code", "", FindingCode.VALUE_IS_MISSING),
                        bad("stop_times.csv", 5, "station", "汉口东", FindingCode.UNKNOWN_STATION),
                        bad("stop_times.csv", 5, "dep", "25:70", FindingCode.NOT_A_TIME),
                        bad("stop_times.csv", 6, "train_id", "7", FindingCode.UNKNOWN_TRAIN),
                        bad("stop_times.csv", 7, "seq", "one", FindingCode.NOT_A_NUMBER),
                        bad("stop_times.csv", 8, "", "4 ≠ 6", FindingCode.WRONG_NUMBER_OF_FIELDS),
                        bad("stop_times.csv", 10, "arr", "07:30", FindingCode.TIMES_RUN_BACKWARDS))
                .noneMatch(
                        finding -> finding.file().equals("stop_times.csv") && finding.line() < 5);
    }

    @Test
    void a_missing_file_and_a_missing_column_are_named() {
        Map<String, InputStream> files = new HashMap<>();
        files.put("stations.csv", stream("name,pinyin\n武汉,wuhan\n"));
        files.put("trains.csv", stream(TRAINS));

        read(files);

        assertThat(findings.sorted())
                .contains(
                        bad("stop_times.csv", 0, "", "stop_times.csv", FindingCode.FILE_IS_MISSING),
                        bad(
                                "stations.csv",
                                1,
                                "telecode",
                                "telecode",
                                FindingCode.COLUMN_IS_MISSING));
    }

    @Test
    void something_else_altogether_is_said_to_be_no_timetable() {
        Map<String, InputStream> files = new HashMap<>();
        files.put("notes.txt", stream("hello"));

        read(files);

        assertThat(findings.sorted())
                .extracting(Finding::code)
                .containsExactly(FindingCode.NOT_A_TIMETABLE);
    }

    @Test
    void the_chinese_high_speed_timetable_of_2016_is_read_whole() throws IOException {
        TimetableFiles files =
                TimetableFiles.at(SharedData.orSkip("data/china-hsr-2016"), findings);

        Timetable timetable = read(files);

        assertThat(findings.sorted()).allMatch(finding -> finding.code().isNote());
        assertThat(timetable.stations()).hasSize(672);
        assertThat(timetable.trains()).hasSize(4_458);
        assertThat(timetable.calls()).isEqualTo(34_647);
        assertThat(timetable.triples()).isEqualTo(174_047);
        assertThat(timetable.trains().stream().filter(train -> train.days().daily()))
                .hasSize(3_198);
        assertThat(
                        timetable.trains().stream()
                                .filter(train -> train.stops().getLast().arrives() >= 24 * 60))
                .hasSize(101);
        assertThat(timetable.trains().stream().filter(TimetableReaderTest::callsSomewhereTwice))
                .hasSize(4);
    }

    private static boolean callsSomewhereTwice(Train train) {
        return train.stops().stream().map(Stop::stationCode).distinct().count()
                < train.stops().size();
    }

    private Timetable read(String stations, String trains, String calls) {
        Map<String, InputStream> files = new HashMap<>();
        files.put("stations.csv", stream(stations));
        files.put("trains.csv", stream(trains));
        files.put("stop_times.csv", stream(calls));
        return read(files);
    }

    private Timetable read(Map<String, InputStream> files) {
        try {
            return read(TimetableFiles.of(files, findings));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Timetable read(TimetableFiles files) {
        return TimetableReader.read(files, Set.of("EMU8", "EMU8B"), TODAY, findings);
    }

    private static Finding bad(
            String file, long line, String column, String value, FindingCode code) {
        return new Finding(file, line, column, value, code);
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
