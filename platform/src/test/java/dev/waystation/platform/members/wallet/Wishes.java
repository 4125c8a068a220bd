package dev.waystation.platform.members.wallet;

import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Said;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Commands of one member whom no other test uses. */
record Wishes(long memberId) {

    private static final AtomicLong NEXT = new AtomicLong(900_000_000);
    static final Explanation WHY = Explanation.of(new Said("测试入账", "credited by a test"));

    static Wishes ofSomebody() {
        return new Wishes(NEXT.incrementAndGet());
    }

    PointsCommand.Credit credit(long amount, LocalDate lastDay) {
        return new PointsCommand.Credit(
                UUID.randomUUID(), memberId, Points.POINTS, amount, lastDay, WHY, "travel");
    }

    PointsCommand.Spend spend(long amount) {
        return new PointsCommand.Spend(
                UUID.randomUUID(), memberId, Points.POINTS, amount, "upgrade");
    }
}
