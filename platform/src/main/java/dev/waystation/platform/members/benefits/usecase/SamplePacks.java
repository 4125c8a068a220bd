package dev.waystation.platform.members.benefits.usecase;

import dev.waystation.platform.members.benefits.SeedPacks;
import dev.waystation.platform.members.benefits.model.EnterprisePack;
import dev.waystation.platform.members.benefits.model.Period;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The packs of the sample world. */
@Service
class SamplePacks implements SeedPacks {

    private final AssignSeats seats;
    private final Clock clock;

    SamplePacks(AssignSeats seats, Clock clock) {
        this.seats = seats;
        this.clock = clock;
    }

    @Override
    public void seed(long accountId, String buyer, List<Long> people) {
        LocalDate today = LocalDate.now(clock);
        buy(accountId, buyer, "parking", 5, 1, Period.TERM, today.minusDays(120));
        long lounge = buy(accountId, buyer, "lounge", 2 * people.size(), 2, Period.MONTH, today);
        for (long person : people) {
            byte[] name = ("sample seat " + person).getBytes(StandardCharsets.UTF_8);
            seats.assign(lounge, person, UUID.nameUUIDFromBytes(name), "Waystation");
        }
    }

    private long buy(
            long accountId,
            String buyer,
            String benefit,
            int count,
            int quota,
            Period period,
            LocalDate from) {
        EnterprisePack wanted =
                new EnterprisePack(
                        0,
                        accountId,
                        buyer,
                        benefit,
                        count,
                        0,
                        quota,
                        period,
                        from,
                        from.plusDays(90));
        return seats.buy(wanted) instanceof AssignSeats.Outcome.Done(EnterprisePack bought)
                ? bought.id()
                : 0;
    }
}
