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
    private final List<UUID> promises = new ArrayList<>();
    private final List<Outlay> outlays = new ArrayList<>();
    private final List<Earned> earned = new ArrayList<>();
    private final List<Reversed> reversals = new ArrayList<>();
    private final List<List<Allocation>> expiries = new ArrayList<>();
    int today = 1_000;

    RandomWalk(long seed) {
        random = new SplittableRandom(seed);
    }

    Decision step(Account on) {
        if (random.nextInt(12) == 0) {
            today += random.nextInt(4);
        }
        long amount = random.nextInt(-1, 400);
        return switch (random.nextInt(16)) {
            case 0, 1 -> credit(on, amount);
            case 2 -> remember(on.spend(amount, today));
            case 3 -> on.hold(fresh(holds, 3), amount, today);
            case 4 -> remember(on.capture(fresh(holds, 0), amount));
            case 5 -> on.release(fresh(holds, 0));
            case 6 -> expire(on);
            case 7 ->
                    outlays.isEmpty()
                            ? on.spend(amount, today)
                            : on.giveBack(one(outlays), amount, today, lapsed());
            case 8 -> on.promise(fresh(promises, 3), amount);
            case 9 -> on.activate(fresh(promises, 0), key(), today);
            case 10 -> on.cancel(fresh(promises, 0), amount);
            case 11 -> on.deduct(amount, today);
            case 12 -> on.writeOff(amount);
            case 13 ->
                    on.moveLastDay(today + random.nextInt(30), today + random.nextInt(40), today);
            case 14 ->
                    expiries.isEmpty()
                            ? expire(on)
                            : on.reinstate(expiries.removeLast(), today + random.nextInt(9), today);
            default -> takeBackOrRestore(on, amount);
        };
    }

    private Decision credit(Account on, long amount) {
        LotKey key = key();
        Decision decision = on.credit(amount, key, today);
        if (decision instanceof Decision.Posted) {
            earned.add(new Earned(key, amount, 0));
        }
        return decision;
    }

    private Decision expire(Account on) {
        Decision decision = on.expireFirstLapsed(today);
        if (decision instanceof Decision.Posted(Entry entry)) {
            expiries.add(entry.allocations());
        }
        return decision;
    }

    private Decision takeBackOrRestore(Account on, long amount) {
        if (!reversals.isEmpty() && random.nextBoolean()) {
            return on.restore(reversals.removeLast(), today, lapsed());
        }
        Earned from = earned.isEmpty() ? new Earned(key(), 100, 0) : one(earned);
        TakeBack mode =
                switch (random.nextInt(3)) {
                    case 0 -> new TakeBack.PendingOnly();
                    case 1 -> new TakeBack.WithinBalance();
                    default -> new TakeBack.DebtUpTo(500);
                };
        Decision decision = on.takeBack(from, amount, today, mode);
        if (decision instanceof Decision.Posted(Entry entry)) {
            reversals.add(
                    new Reversed(from.into(), entry.allocations(), -entry.change(Place.DEBT)));
        }
        return decision;
    }

    private Lapsed lapsed() {
        return random.nextBoolean() ? new Lapsed.Forfeit() : new Lapsed.UsableUntil(today + 5);
    }

    private LotKey key() {
        return new LotKey(
                today + random.nextInt(-1, 30),
                random.nextBoolean() ? "railway" : "park",
                random.nextBoolean() ? "travel" : "visit");
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private UUID fresh(List<UUID> known, int often) {
        if (known.isEmpty() || random.nextInt(often + 1) > 0) {
            known.add(new UUID(random.nextLong(), random.nextLong()));
        }
        return known.get(random.nextInt(Math.max(0, known.size() - 6), known.size()));
    }

    private Decision remember(Decision decision) {
        if (decision instanceof Decision.Posted(Entry entry)) {
            outlays.add(new Outlay(entry.allocations(), new long[entry.allocations().size()]));
        }
        return decision;
    }
}
