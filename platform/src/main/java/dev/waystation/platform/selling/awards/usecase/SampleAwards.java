package dev.waystation.platform.selling.awards.usecase;

import dev.waystation.platform.selling.awards.SeedAwards;
import dev.waystation.platform.selling.awards.model.AwardTerms;
import dev.waystation.platform.selling.awards.model.Wave;
import dev.waystation.platform.selling.catalogue.Call;
import dev.waystation.platform.selling.catalogue.Connection;
import dev.waystation.platform.selling.catalogue.Run;
import dev.waystation.platform.selling.catalogue.Timetables;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;

/** A few trains from Wuhan to Guangzhou and Changsha, with three waves each. */
@Service
class SampleAwards implements SeedAwards {

    private static final int DAYS = 30;
    private static final int HOUR = 60;
    private static final List<Wave> WAVES =
            List.of(
                    new Wave(14 * 24 * HOUR, 3),
                    new Wave(3 * 24 * HOUR, 3),
                    new Wave(24 * HOUR, 2));

    private final OfferAwards offer;
    private final OpenWaves waves;
    private final Timetables timetables;
    private final Clock clock;

    SampleAwards(OfferAwards offer, OpenWaves waves, Timetables timetables, Clock clock) {
        this.offer = offer;
        this.waves = waves;
        this.timetables = timetables;
        this.clock = clock;
    }

    @Override
    public int seed() {
        int made = offerTo("CAN", "second", 2) + offerTo("CSX", "first", 1);
        waves.handle();
        return made;
    }

    private int offerTo(String city, String seatClass, int trains) {
        LocalDate tomorrow = LocalDate.now(clock).plusDays(1);
        return (int)
                timetables.connections("WUH", city, tomorrow).stream()
                        .filter(way -> way.run().offer(seatClass).isPresent())
                        .limit(trains)
                        .map(way -> offer.handle(terms(way, seatClass), "demo", "demo"))
                        .filter(OfferAwards.Outcome.Made.class::isInstance)
                        .count();
    }

    private AwardTerms terms(Connection way, String seatClass) {
        Run run = way.run();
        Call from = run.calls().get(way.fromCall());
        Call to = run.calls().get(way.toCall());
        LocalDate today = LocalDate.now(clock);
        return new AwardTerms(
                run.trainCode(),
                seatClass,
                from.stationCode(),
                to.stationCode(),
                today,
                today.plusDays(DAYS),
                100,
                2,
                2 * HOUR,
                WAVES);
    }
}
