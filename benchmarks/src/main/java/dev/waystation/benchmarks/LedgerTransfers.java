package dev.waystation.benchmarks;

import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.wallet.PointsCommand;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * The bank: members who move amounts between two accounts of theirs and back. Whoever reads all
 * accounts at one instant always finds the same total. Every command follows from its number, so a
 * repetition is the same command.
 */
final class LedgerTransfers {

    static final long FIRST = 7_000_000_000L;
    static final int OPENING = 10_000;
    static final int CLIENTS = 6;
    static final int OWN_MEMBERS = 12;
    static final int SHARED_MEMBERS = 4;

    private static final Explanation WHY = Explanation.of(new Said("转账", "moved"));

    private LedgerTransfers() {}

    /** What one command moves: positive from points to eco points. */
    record Move(long member, long amount) {}

    static long members(int slots) {
        return (long) slots * OWN_MEMBERS + SHARED_MEMBERS;
    }

    static Move move(int slot, int client, int number) {
        // The way back moves what the way there moved, so that nobody runs out.
        SplittableRandom random =
                new SplittableRandom(31L * (1_000_003L * slot + client) + number / 2);
        long member =
                random.nextInt(20) == 0
                        ? random.nextInt(SHARED_MEMBERS)
                        : SHARED_MEMBERS + (long) slot * OWN_MEMBERS + random.nextInt(OWN_MEMBERS);
        long amount = random.nextInt(1, 100);
        return new Move(FIRST + member, number % 2 == 0 ? amount : -amount);
    }

    static UUID reference(int slot, int client, int number, String leg) {
        String name = "move %d %d %d %s".formatted(slot, client, number, leg);
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    static PointsCommand command(int slot, int client, int number) {
        Move move = move(slot, client, number);
        String from = move.amount() > 0 ? "points" : "eco";
        String to = move.amount() > 0 ? "eco" : "points";
        long amount = Math.abs(move.amount());
        return new PointsCommand.Together(
                List.of(
                        new PointsCommand.Spend(
                                reference(slot, client, number, "out"),
                                move.member(),
                                from,
                                amount,
                                "move"),
                        credit(reference(slot, client, number, "in"), move.member(), to, amount)));
    }

    static PointsCommand credit(UUID reference, long member, String currency, long amount) {
        return new PointsCommand.Credit(
                reference, member, currency, amount, LocalDate.of(2035, 12, 31), WHY, "move");
    }
}
