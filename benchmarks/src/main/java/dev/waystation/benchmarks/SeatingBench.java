package dev.waystation.benchmarks;

import dev.waystation.seating.SaleOutcome;
import dev.waystation.seating.SeatLayout;
import dev.waystation.seating.TrainSeats;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/**
 * Sell and free commands on a train of 1,200 seats and 38 stops: the engine against scan and
 * recount, in turn, in one process, on the same commands. Both keep every origin-destination count
 * right after every command, and both must choose the same seats.
 */
public final class SeatingBench {

    private static final int CALLS = 38;
    private static final int SEATS = 1_200;
    private static final int WARM_COMMANDS = 20_000;
    private static final int COMMANDS = 200_000;
    private static final int OPPONENT_COMMANDS = 1_500;
    private static final int PAIRS = 7;
    private static final double FULL = 0.85;
    private static final double BAR = 20;
    private static final double BAR_BY_RUNS = 10;

    /** One command: a sale, or freeing {@code seat} on the same legs. {@code seat} -1: refused. */
    private record Command(boolean sale, int seat, int from, int to) {}

    private SeatingBench() {}

    public static void main(String[] args) {
        List<Command> filling = new ArrayList<>();
        List<Command> commands = new ArrayList<>();
        int audits = generate(filling, commands);
        List<Command> few = commands.subList(0, OPPONENT_COMMANDS);

        double[] ratio = new double[PAIRS];
        double[] ratioByRuns = new double[PAIRS];
        double[] rate = new double[PAIRS];
        double opponentRate = 0;
        for (int pair = -1; pair < PAIRS; pair++) {
            double ours = engineRate(filling, commands);
            double theirs = opponentRate(filling, few, false);
            double byRuns = opponentRate(filling, few, true);
            if (pair >= 0) {
                rate[pair] = ours;
                ratio[pair] = ours / theirs;
                ratioByRuns[pair] = ours / byRuns;
                opponentRate = theirs;
            }
        }
        Report report = new Report("seating");
        report.say(
                "%d seats, %d stops, around 85 %% full; %.0f %% sales, %.1f %% of commands refused"
                        .formatted(
                                SEATS,
                                CALLS,
                                share(commands, Command::sale),
                                share(commands, command -> command.seat() < 0)));
        report.say(
                "counters equal to a recount after each of %d commands, seats equal to the opponent's"
                        .formatted(audits));
        report.say(
                "rate: %.0f commands a second on one thread (opponent %.0f)"
                        .formatted(median(rate), opponentRate));
        report.say("ratio over %d pairs: %s".formatted(PAIRS, spread(ratio)));
        report.verdict("seating-byruns", median(ratioByRuns), BAR_BY_RUNS);
        report.verdict("seating", median(ratio), BAR);
        System.exit(report.write());
    }

    /** Draws the commands by running them once, untimed, with a recount after every single one. */
    private static int generate(List<Command> filling, List<Command> commands) {
        SplittableRandom random = new SplittableRandom(20_260_101);
        TrainSeats train = new TrainSeats(CALLS, SeatLayout.rowsOfFive(SEATS, 85));
        List<Command> live = new ArrayList<>();
        int audits = 0;
        int soldLegs = 0;
        for (int i = 0; i < WARM_COMMANDS + COMMANDS; i++) {
            Command command;
            int salesInAHundred = soldLegs < FULL * SEATS * (CALLS - 1) ? 65 : 35;
            if (live.isEmpty() || random.nextInt(100) < salesInAHundred) {
                int from = random.nextInt(CALLS - 1);
                int to = from + 1 + random.nextInt(CALLS - 1 - from);
                command = new Command(true, sell(train, from, to), from, to);
                if (command.seat() >= 0) {
                    live.add(command);
                    soldLegs += to - from;
                }
            } else {
                int at = random.nextInt(live.size());
                Command sold = live.set(at, live.getLast());
                live.removeLast();
                soldLegs -= sold.to() - sold.from();
                train.free(sold.seat(), sold.from(), sold.to());
                command = new Command(false, sold.seat(), sold.from(), sold.to());
            }
            (i < WARM_COMMANDS ? filling : commands).add(command);
            if (i < WARM_COMMANDS + OPPONENT_COMMANDS || i % 10 == 0) {
                require(train.countsAreExact(), "a counter differs from the recount");
                audits++;
            }
        }
        return audits;
    }

    private static double engineRate(List<Command> filling, List<Command> commands) {
        TrainSeats train = new TrainSeats(CALLS, SeatLayout.rowsOfFive(SEATS, 85));
        filling.forEach(command -> replay(train, command));
        long start = System.nanoTime();
        for (Command command : commands) {
            if (command.sale()) {
                require(
                        sell(train, command.from(), command.to()) == command.seat(),
                        "another seat than before");
            } else {
                train.free(command.seat(), command.from(), command.to());
            }
        }
        long took = System.nanoTime() - start;
        require(train.countsAreExact(), "a counter differs from the recount");
        return commands.size() * 1e9 / took;
    }

    private static double opponentRate(
            List<Command> filling, List<Command> commands, boolean byRuns) {
        TrainSeats truth = new TrainSeats(CALLS, SeatLayout.rowsOfFive(SEATS, 85));
        ScanAndRecount train = new ScanAndRecount(CALLS, SEATS, byRuns);
        filling.forEach(command -> replay(truth, command));
        for (int seat = 0; seat < SEATS; seat++) {
            for (int leg = 0; leg < CALLS - 1; leg++) {
                if (!truth.isFree(seat, leg, leg + 1)) {
                    train.take(seat, leg);
                }
            }
        }
        long start = System.nanoTime();
        for (Command command : commands) {
            if (command.sale()) {
                require(
                        train.sell(command.from(), command.to()) == command.seat(),
                        "the opponent sold another seat");
            } else {
                train.free(command.seat(), command.from(), command.to());
            }
        }
        long took = System.nanoTime() - start;
        commands.forEach(command -> replay(truth, command));
        require(
                Arrays.equals(train.counts(), truth.freeForAllPairs()),
                "the opponent's counts differ");
        return commands.size() * 1e9 / took;
    }

    private static void replay(TrainSeats train, Command command) {
        if (!command.sale()) {
            train.free(command.seat(), command.from(), command.to());
        } else if (command.seat() >= 0) {
            train.sellSeat(command.seat(), command.from(), command.to());
        }
    }

    private static int sell(TrainSeats train, int from, int to) {
        return train.sell(from, to) instanceof SaleOutcome.Sold sold ? sold.onlySeat() : -1;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }

    private static double share(List<Command> commands, Predicate<Command> which) {
        return 100.0 * commands.stream().filter(which).count() / commands.size();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static String spread(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return String.format(
                Locale.ROOT,
                "min %.0f, median %.0f, max %.0f",
                sorted[0],
                median(values),
                sorted[sorted.length - 1]);
    }
}
