package dev.waystation.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** Seeded commands of every kind, on days that move on. */
final class RandomWalk {

    final Account account = new Account();
    private final SplittableRandom random;
    private final List<UUID> holds = new ArrayList<>();
    private final List<Outlay> outlays = new ArrayList<>();
    int today = 1_000;

    RandomWalk(long seed) {
        random = new SplittableRandom(seed);
    }

    Decision step(Account on) {
        if (random.nextInt(12) == 0) {
            today += random.nextInt(4);
        }
        long amount = random.nextInt(-1, 400);
        return switch (random.nextInt(9)) {
            case 0, 1 -> on.credit(amount, key(), today);
            case 2 -> remember(on.spend(amount, today));
            case 3 -> on.hold(hold(random.nextInt(3) > 0), amount, today);
            case 4 -> remember(on.capture(hold(false), amount));
            case 5 -> on.release(hold(false));
            case 6 -> on.expireFirstLapsed(today);
            case 7 ->
                    outlays.isEmpty()
                            ? on.spend(amount, today)
                            : on.giveBack(
                                    outlays.get(random.nextInt(outlays.size())),
                                    amount,
                                    today,
                                    random.nextBoolean()
                                            ? new Lapsed.Forfeit()
                                            : new Lapsed.UsableUntil(today + 5));
            default ->
                    on.takeBack(
                            key(),
                            amount,
                            today,
                            random.nextBoolean()
                                    ? new TakeBack.WithinBalance()
                                    : new TakeBack.DebtUpTo(500));
        };
    }

    private LotKey key() {
        return new LotKey(
                today + random.nextInt(-1, 30),
                random.nextBoolean() ? "railway" : "park",
                random.nextBoolean() ? "travel" : "visit");
    }

    private UUID hold(boolean fresh) {
        if (fresh || holds.isEmpty()) {
            holds.add(new UUID(random.nextLong(), random.nextLong()));
        }
        return holds.get(random.nextInt(Math.max(0, holds.size() - 6), holds.size()));
    }

    private Decision remember(Decision decision) {
        if (decision instanceof Decision.Posted(Entry entry)) {
            outlays.add(new Outlay(entry.allocations(), new long[entry.allocations().size()]));
        }
        return decision;
    }
}
