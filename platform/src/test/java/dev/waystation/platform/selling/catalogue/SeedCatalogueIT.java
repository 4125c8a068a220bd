package dev.waystation.platform.selling.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.foundation.wiring.VenueZone;
import dev.waystation.platform.selling.catalogue.usecase.SeedCatalogue;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PlatformIT
class SeedCatalogueIT {

    @Autowired SeedCatalogue seedCatalogue;
    @Autowired Timetables timetables;
    @Autowired Clock clock;

    @Test
    void the_sample_railway_runs_120_trains_a_day_for_the_coming_days() {
        LocalDate today = LocalDate.now(clock);

        SeedCatalogue.Seeded first = seedCatalogue.seed(today, 15);
        SeedCatalogue.Seeded second = seedCatalogue.seed(today, 15);

        assertThat(first.stations()).isEqualTo(42);
        assertThat(first.trains()).isEqualTo(120);
        assertThat(second).isEqualTo(new SeedCatalogue.Seeded(42, 120, 0, 0));
        assertThat(timetables.runsOn(today.plusDays(15))).hasSizeGreaterThanOrEqualTo(120);
        theTrainOfTheBriefRuns(today.plusDays(15));
    }

    private void theTrainOfTheBriefRuns(LocalDate day) {
        List<Connection> toGuangzhou = timetables.connections("HGG", "CAN", day);
        Connection connection =
                toGuangzhou.stream()
                        .filter(c -> c.run().trainCode().equals("G1158"))
                        .findFirst()
                        .orElseThrow();
        Run run = connection.run();
        Fare second = timetables.fare(run.id(), 0, 6, "second").orElseThrow();
        SeatPlan seats = timetables.seatPlan(run.id(), "second");

        assertThat(connection.from().departs()).isEqualTo(at(day, "08:10"));
        assertThat(run.calls().get(1).arrives()).isEqualTo(at(day, "08:50"));
        assertThat(run.calls().get(1).departs()).isEqualTo(at(day, "09:10"));
        assertThat(run.calls())
                .extracting(Call::nameEn)
                .containsExactly(
                        "Huanggang East",
                        "Wuhan",
                        "Yueyang East",
                        "Changsha South",
                        "Hengyang East",
                        "Shaoguan",
                        "Guangzhou South");
        assertThat(timetables.connections("WUH", "CAN", day)).hasSizeGreaterThan(5);
        assertThat(second).isEqualTo(new Fare(52_150, "CNY", 1_134, true));
        assertThat(seats.seats())
                .hasSize(run.offer("second").orElseThrow().seatCount())
                .startsWith(new Seat(0, "02", "01A", 'A'));
        assertThat(timetables.cities("wuh").getFirst().stationCodes()).hasSize(3);
    }

    private static Instant at(LocalDate day, String time) {
        return day.atTime(LocalTime.parse(time)).atZone(VenueZone.DEFAULT).toInstant();
    }
}
