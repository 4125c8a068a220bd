package dev.waystation.platform.selling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.selling.catalogue.Run;
import dev.waystation.platform.selling.catalogue.Timetables;
import dev.waystation.platform.selling.catalogue.usecase.ImportTimetable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.util.FileSystemUtils;

/** Trains nobody else uses, imported like any other: three calls, an hour apart. */
public final class TestTrains {

    private static final AtomicInteger NEXT = new AtomicInteger(1);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private TestTrains() {}

    /** Leaves forty minutes from now, or tomorrow morning when the day is nearly over. */
    public static List<Run> leavingSoon(
            ImportTimetable imports, Timetables timetables, Clock clock, int count) {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZONE);
        LocalDateTime departs = now.withSecond(0).withNano(0).plusMinutes(40);
        if (now.toLocalTime().isAfter(LocalTime.of(19, 0))) {
            departs = now.toLocalDate().plusDays(1).atTime(8, 0);
        }
        return imported(imports, timetables, departs, count, 0, 60);
    }

    /** Tomorrow, each gone and arrived before the next leaves: one person can take them all. */
    public static List<Run> oneAfterAnother(
            ImportTimetable imports, Timetables timetables, Clock clock, int count) {
        LocalDateTime departs =
                LocalDateTime.ofInstant(clock.instant(), ZONE)
                        .toLocalDate()
                        .plusDays(1)
                        .atTime(7, 0);
        return imported(imports, timetables, departs, count, 12, 5);
    }

    private static List<Run> imported(
            ImportTimetable imports,
            Timetables timetables,
            LocalDateTime departs,
            int count,
            int apart,
            int leg) {
        String key = "G9%04d".formatted(NEXT.getAndIncrement());
        Path files = files(key, departs, count, apart, leg);
        imports.handle(files);
        delete(files);
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            runs.add(timetables.run(key + i, departs.toLocalDate()).orElseThrow());
        }
        assertThat(runs).allSatisfy(run -> assertThat(run.calls()).hasSize(3));
        return runs;
    }

    private static void delete(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path files(String key, LocalDateTime first, int count, int apart, int leg) {
        StringBuilder trains = new StringBuilder("train_id,train_code,train_no,running_dates\n");
        StringBuilder times = new StringBuilder("train_id,seq,station,arr,dep\n");
        for (int i = 0; i < count; i++) {
            LocalDateTime departs = first.plusMinutes((long) i * apart);
            trains.append("%d,%s%d,%s-%d,%s\n".formatted(i, key, i, key, i, departs.toLocalDate()));
            times.append("%d,1,测试甲,,%s\n".formatted(i, TIME.format(departs)));
            times.append(
                    "%d,2,测试乙,%s,%s\n"
                            .formatted(
                                    i,
                                    TIME.format(departs.plusMinutes(leg)),
                                    TIME.format(departs.plusMinutes(leg + 2))));
            times.append("%d,3,测试丙,%s,\n".formatted(i, TIME.format(departs.plusMinutes(2L * leg))));
        }
        try {
            Path folder = Files.createTempDirectory("test-trains");
            Files.writeString(
                    folder.resolve("stations.csv"), "name,telecode\n测试甲,XXA\n测试乙,XXB\n测试丙,XXC\n");
            Files.writeString(folder.resolve("trains.csv"), trains);
            Files.writeString(folder.resolve("stop_times.csv"), times);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
