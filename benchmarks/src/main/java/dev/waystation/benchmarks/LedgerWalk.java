package dev.waystation.benchmarks;

import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.wallet.Note;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.PointsCommand;
import dev.waystation.platform.members.wallet.PostOutcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** Seeded commands of every kind for a handful of members, right ones and wrong ones. */
final class LedgerWalk {

    private static final Explanation WHY = Explanation.of(new Said("走查", "walked"));
    private static final long FIRST = 6_000_000_000L;

    private final SplittableRandom random;
    private final LocalDate today;
    private final List<PointsCommand> spends = new ArrayList<>();
    private final List<PointsCommand> earns = new ArrayList<>();
    private final List<PointsCommand> holds = new ArrayList<>();
    private final List<PointsCommand> reversals = new ArrayList<>();

    LedgerWalk(long seed, LocalDate today) {
        this.random = new SplittableRandom(seed);
        this.today = today;
    }

    /** Posts so many commands and says how many of them passed. */
    long run(Points points, int steps) {
        long passed = 0;
        for (int done = 0; done < steps; done += 50) {
            List<PointsCommand> commands = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                commands.add(next());
            }
            List<PostOutcome> outcomes = points.postAll(commands);
            for (int i = 0; i < outcomes.size(); i++) {
                if (outcomes.get(i) instanceof PostOutcome.Posted) {
                    passed++;
                    remember(commands.get(i));
                }
            }
        }
        return passed;
    }

    private PointsCommand next() {
        long member = FIRST + random.nextInt(20);
        String currency = random.nextInt(3) == 0 ? "qualifying" : "points";
        UUID id = new UUID(random.nextLong(), random.nextLong());
        long n = random.nextInt(1, 400);
        LocalDate day = today.plusDays(random.nextInt(90));
        return switch (random.nextInt(14)) {
            case 0, 1, 2 -> new PointsCommand.Credit(id, member, currency, n, day, WHY, "travel");
            case 3, 4 -> new PointsCommand.Spend(id, member, currency, n, "upgrade");
            case 5 ->
                    new PointsCommand.Hold(
                            id, member, currency, n, Instant.parse("2035-01-01T00:00:00Z"), "bid");
            case 6 -> about(holds, id, n, 0);
            case 7 -> about(holds, id, n, 1);
            case 8 -> about(spends, id, n, 2);
            case 9 -> about(earns, id, n, 3);
            case 10 -> about(reversals, id, n, 4);
            case 11 ->
                    new PointsCommand.Promise(
                            id, member, currency, n, null, WHY, "travel", Note.NONE);
            case 12 -> new PointsCommand.Deduct(id, member, currency, n, WHY, "fix", Note.NONE);
            default ->
                    new PointsCommand.MoveLastDay(
                            id, member, currency, day, day.plusDays(30), "moved", Note.NONE);
        };
    }

    private PointsCommand about(List<PointsCommand> of, UUID id, long n, int what) {
        if (of.isEmpty()) {
            return new PointsCommand.Credit(id, FIRST, "points", n, today, WHY, "travel");
        }
        PointsCommand about = of.get(random.nextInt(of.size()));
        long member = about.memberId();
        String currency = about.currency();
        UUID past = about.reference();
        return switch (what) {
            case 0 -> new PointsCommand.Capture(id, member, currency, past, n, "bid");
            case 1 -> new PointsCommand.Release(id, member, currency, past, "bid");
            case 2 -> new PointsCommand.GiveBack(id, member, currency, past, n, "refund");
            case 3 ->
                    about instanceof PointsCommand.Promise && random.nextBoolean()
                            ? new PointsCommand.Activate(id, member, currency, past, "boarded")
                            : new PointsCommand.TakeBack(id, member, currency, past, n, "refund");
            default -> new PointsCommand.Restore(id, member, currency, past, "reopened");
        };
    }

    private void remember(PointsCommand command) {
        switch (command) {
            case PointsCommand.Spend spend -> spends.add(spend);
            case PointsCommand.Capture capture -> spends.add(capture);
            case PointsCommand.Credit credit -> earns.add(credit);
            case PointsCommand.Promise promise -> earns.add(promise);
            case PointsCommand.Hold hold -> holds.add(hold);
            case PointsCommand.TakeBack back -> reversals.add(back);
            default -> {
                // Nothing is done about the others.
            }
        }
    }
}
