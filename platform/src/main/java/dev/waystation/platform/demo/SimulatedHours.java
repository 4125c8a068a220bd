package dev.waystation.platform.demo;

import dev.waystation.platform.foundation.jobs.TimerWheel;
import dev.waystation.platform.foundation.wiring.WorldClock;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.selling.booking.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.SplittableRandom;
import org.springframework.stereotype.Component;

/**
 * Plays simulated hours in steps of ten minutes: the clock moves, due timers run, customers buy,
 * travellers board. Everything goes through the doors real people use; the log brings the rest to
 * every screen.
 */
@Component
class SimulatedHours {

    private static final Duration STEP = Duration.ofMinutes(10);
    private static final int STEPS_AN_HOUR = 6;

    /** How busy each hour of the day is, out of a hundred. */
    private static final int[] BUSY = {
        1, 0, 0, 0, 0, 1, 3, 5, 7, 7, 6, 6, 5, 5, 6, 6, 6, 7, 7, 8, 7, 4, 2, 1
    };

    private final WorldClock clock;
    private final TimerWheel timers;
    private final Members members;
    private final Customers customers;
    private final Travellers travellers;
    private final Visitors visitors;

    SimulatedHours(
            WorldClock clock,
            TimerWheel timers,
            Members members,
            Customers customers,
            Travellers travellers,
            Visitors visitors) {
        this.clock = clock;
        this.timers = timers;
        this.members = members;
        this.customers = customers;
        this.travellers = travellers;
        this.visitors = visitors;
    }

    record Result(
            int ticketsSold,
            int travellersBoarded,
            int purchasesWithoutTicket,
            int parkPlacesSold,
            Instant until) {}

    /** Hears how many of all steps are done, and says whether to go on. */
    interface Watch {
        boolean goOn(int done, int steps);
    }

    Result play(int hours, Watch watch) {
        int steps = hours * STEPS_AN_HOUR;
        SplittableRandom chance = new SplittableRandom(clock.instant().getEpochSecond());
        int sold = 0;
        int boarded = 0;
        int lost = 0;
        int places = 0;
        for (int step = 0; step < steps && watch.goOn(step, steps); step++) {
            clock.advance(STEP);
            timers.runDue();
            for (int wish = wishes(clock.instant(), chance); wish > 0; wish--) {
                int tickets = expect(customers.buy(clock.instant(), zone(), chance));
                sold += tickets;
                lost += tickets == 0 ? 1 : 0;
                // One party books the park for every second one that takes a train.
                places += chance.nextBoolean() ? visitors.book(clock.instant(), zone(), chance) : 0;
            }
            sold += expect(customers.answer(clock.instant(), zone(), chance));
            boarded += travellers.board(clock.instant());
        }
        return new Result(sold, boarded, lost, places, clock.instant());
    }

    private int expect(List<Ticket> bought) {
        bought.forEach(travellers::expect);
        return bought.size();
    }

    /** On an ordinary day three members in a hundred buy. */
    private int wishes(Instant now, SplittableRandom chance) {
        double day = members.count() * 0.03 * Seasons.demand(now.atZone(zone()).toLocalDate());
        double mean = day * BUSY[now.atZone(zone()).getHour()] / 100 / STEPS_AN_HOUR;
        return (int) (mean + chance.nextDouble());
    }

    private ZoneId zone() {
        return clock.getZone();
    }
}
