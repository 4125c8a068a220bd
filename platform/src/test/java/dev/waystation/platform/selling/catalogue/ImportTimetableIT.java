package dev.waystation.platform.selling.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.selling.catalogue.model.Finding;
import dev.waystation.platform.selling.catalogue.model.FindingCode;
import dev.waystation.platform.selling.catalogue.usecase.ImportTimetable;
import dev.waystation.platform.selling.catalogue.usecase.ImportTimetable.Outcome;
import dev.waystation.testkit.Capability;
import dev.waystation.testkit.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@PlatformIT
class ImportTimetableIT {

    @Autowired ImportTimetable importTimetable;
    @Autowired Timetables timetables;
    @Autowired Clock clock;
    @TempDir Path folder;

    @Test
    @Capability("S4")
    @Capability("S5")
    void the_chinese_high_speed_timetable_loads_whole_and_again_without_a_change() {
        Path path = SharedData.orSkip("data/china-hsr-2016");

        Outcome.Loaded first = loaded(importTimetable.handle(path));
        Outcome.Loaded second = loaded(importTimetable.handle(path));

        assertThat(first.summary().stations()).isEqualTo(672);
        assertThat(first.summary().trains()).isEqualTo(4_458);
        assertThat(first.summary().calls()).isEqualTo(34_647);
        assertThat(first.summary().triples()).isEqualTo(174_047);
        assertThat(second.summary().unchanged()).isEqualTo(4_458);
        assertThat(second.summary().added() + second.summary().changed()).isZero();
        assertThat(second.summary().stationsNew() + second.summary().stationsChanged()).isZero();
        citiesAreTheUnionOfTheirStations();
    }

    private void citiesAreTheUnionOfTheirStations() {
        City beijing = timetables.cities("北京").getFirst();
        City shanghai = timetables.cities("上海").getFirst();
        LocalDate date = LocalDate.now(clock).plusDays(3);

        List<Connection> found = timetables.connections(beijing.code(), shanghai.code(), date);

        assertThat(beijing.stationCodes()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(found).hasSizeGreaterThan(20);
        assertThat(found).allMatch(c -> beijing.stationCodes().contains(c.from().stationCode()));
        assertThat(found).allMatch(c -> shanghai.stationCodes().contains(c.to().stationCode()));
        long expected =
                timetables.runsOn(date).stream()
                        .mapToLong(run -> pairs(run, beijing, shanghai))
                        .sum();
        assertThat((long) found.size()).isEqualTo(expected);
    }

    private static long pairs(Run run, City from, City to) {
        long pairs = 0;
        for (Call origin : run.calls()) {
            for (Call target : run.calls()) {
                boolean wanted =
                        origin.index() < target.index()
                                && from.stationCodes().contains(origin.stationCode())
                                && to.stationCodes().contains(target.stationCode());
                pairs += wanted ? 1 : 0;
            }
        }
        return pairs;
    }

    @Test
    @Capability("S15")
    void a_broken_file_loads_nothing_and_the_repaired_one_changes_only_what_differs()
            throws IOException {
        LocalDate day = LocalDate.now(clock).plusDays(2);
        write("09:00", "K1");
        Outcome.Loaded first = loaded(importTimetable.handle(folder));
        Run before = run("K1GX1", day);

        write("09:xx", "K1");
        Outcome broken = importTimetable.handle(folder);
        assertThat(broken).isInstanceOf(Outcome.Refused.class);
        assertThat(broken.findings())
                .containsExactly(
                        new Finding("stop_times.csv", 3, "arr", "09:xx", FindingCode.NOT_A_TIME));
        assertThat(run("K1GX1", day)).isEqualTo(before);

        write("09:10", "K1");
        Outcome.Loaded repaired = loaded(importTimetable.handle(folder));
        Run after = run("K1GX1", day);

        assertThat(first.summary().added()).isEqualTo(2);
        assertThat(repaired.summary().changed()).isEqualTo(1);
        assertThat(repaired.summary().unchanged()).isEqualTo(1);
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.arrives()).isEqualTo(before.arrives().plusSeconds(600));
    }

    @Test
    @Capability("S6")
    void a_train_with_two_numbers_is_one_run_under_either() throws IOException {
        LocalDate day = LocalDate.now(clock).plusDays(2);
        write("09:00", "K2");
        importTimetable.handle(folder);

        assertThat(run("K2GX9", day).id()).isEqualTo(run("K2GX1", day).id());
    }

    @Test
    @Capability("S7")
    void a_train_is_on_sale_only_on_the_dates_it_runs() throws IOException {
        LocalDate day = LocalDate.now(clock).plusDays(2);
        write("09:00", "K3");
        importTimetable.handle(folder);

        assertThat(timetables.run("K3GX2", day)).isPresent();
        assertThat(timetables.run("K3GX2", day.plusDays(1))).isEmpty();
    }

    private Run run(String code, LocalDate day) {
        return timetables.run(code, day).orElseThrow();
    }

    private void write(String arrival, String key) throws IOException {
        LocalDate day = LocalDate.now(clock).plusDays(2);
        Files.writeString(
                folder.resolve("stations.csv"), "name,telecode\n测试甲,XXA\n测试乙,XXB\n测试丙,XXC\n");
        Files.writeString(
                folder.resolve("trains.csv"),
                "train_id,train_code,train_no,running_dates\n1,%1$sGX1/%1$sGX9,%1$s,ALL\n2,%1$sGX2,%1$s-2,%2$s\n"
                        .formatted(key, day));
        Files.writeString(
                folder.resolve("stop_times.csv"),
                "train_id,seq,station,arr,dep\n1,1,测试甲,,08:00\n1,2,测试乙,%s,\n2,1,测试乙,,10:00\n2,2,测试丙,11:00,\n"
                        .formatted(arrival));
    }

    private static Outcome.Loaded loaded(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Loaded.class);
        return (Outcome.Loaded) outcome;
    }
}
