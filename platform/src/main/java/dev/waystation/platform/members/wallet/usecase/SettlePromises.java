package dev.waystation.platform.members.wallet.usecase;

import dev.waystation.platform.members.wallet.PendingPoints;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.PointsCommand;
import dev.waystation.platform.members.wallet.PostOutcome;
import dev.waystation.platform.members.wallet.store.PendingReads;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;

/** Lets promises come true by order or by time, or not. One promise settles once. */
@Service
public class SettlePromises implements PendingPoints {

    private static final int BATCH = 500;

    private final PendingReads pending;
    private final Points points;
    private final Clock clock;

    SettlePromises(PendingReads pending, Points points, Clock clock) {
        this.pending = pending;
        this.points = points;
        this.clock = clock;
    }

    @Override
    public List<PostOutcome> activate(String order) {
        return points.postAll(
                pending.ofOrder(order).stream().map(SettlePromises::activation).toList());
    }

    @Override
    public List<PostOutcome> cancel(String order) {
        return points.postAll(
                pending.ofOrder(order).stream()
                        .map(each ->
                                new PointsCommand.Cancel(
                                        ExpirePoints.derived("cancel", each.promiseId()),
                                        each.account().memberId(),
                                        each.account().currency(),
                                        each.promiseId(),
                                        each.left(),
                                        "cancelled"))
                        .toList());
    }

    /** Promises whose time has come. */
    public int due() {
        Instant now = clock.instant();
        int settled = 0;
        List<PendingReads.Open> open = pending.due(now, BATCH);
        while (!open.isEmpty()) {
            List<PostOutcome> outcomes =
                    points.postAll(open.stream().map(SettlePromises::activation).toList());
            long fresh = outcomes.stream().filter(PostOutcome.Posted.class::isInstance).count();
            settled += Math.toIntExact(fresh);
            open = fresh == 0 ? List.of() : pending.due(now, BATCH);
        }
        return settled;
    }

    private static PointsCommand activation(PendingReads.Open each) {
        return new PointsCommand.Activate(
                ExpirePoints.derived("activate", each.promiseId()),
                each.account().memberId(),
                each.account().currency(),
                each.promiseId(),
                "came true");
    }
}
