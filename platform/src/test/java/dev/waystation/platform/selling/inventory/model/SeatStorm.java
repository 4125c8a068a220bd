package dev.waystation.platform.selling.inventory.model;

import static dev.waystation.platform.selling.inventory.model.SmallTrain.NOW;

import dev.waystation.platform.selling.inventory.SeatLabel;
import dev.waystation.release.Bucket;
import dev.waystation.release.LimitSet;
import dev.waystation.release.Selector;
import dev.waystation.testkit.Draw;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Commands in no sensible order, as a bad day would bring them. */
public final class SeatStorm {

    private static final int CALLS = 7;
    private static final int SEATS = 12;

    private SeatStorm() {}

    public static RunLayout layout(long run) {
        return SmallTrain.layout(run, CALLS, SEATS);
    }

    public static SeatCommand command(Draw draw, RunLayout layout, List<UUID> refs) {
        Instant now = NOW.plusSeconds(draw.between(0, 1200));
        UUID known =
                refs.isEmpty() || draw.chance(5)
                        ? new UUID(draw.between(0L, 1L << 60), 1)
                        : draw.oneOf(refs);
        return switch (draw.between(0, 10)) {
            case 0, 1, 2, 3, 4 -> hold(draw, layout, refs, now);
            case 5, 6 -> new SeatCommand.Confirm(layout, known, now);
            case 7 -> new SeatCommand.Release(layout, known, "cancelled", now);
            case 8 -> new SeatCommand.Expire(layout, known, now);
            case 9 -> {
                SeatLabel seat = new SeatLabel("01", "S" + draw.between(0, SEATS - 1));
                yield new SeatCommand.ReleaseSeat(layout, known, seat, "returned", now);
            }
            default ->
                    new SeatCommand.Limit(
                            layout, "second", "step " + draw.between(1, 9), limits(draw), now);
        };
    }

    private static SeatCommand hold(Draw draw, RunLayout layout, List<UUID> refs, Instant now) {
        UUID ref = draw.chance(90) || refs.isEmpty() ? fresh(draw, refs) : draw.oneOf(refs);
        int from = draw.between(0, CALLS - 2);
        int to = draw.between(from + 1, CALLS - 1);
        List<String> groups = draw.listOf(1, 4, one -> one.oneOf("general", "student", "senior"));
        return new SeatCommand.Hold(layout, SmallTrain.wish(layout, ref, from, to, groups), now);
    }

    private static UUID fresh(Draw draw, List<UUID> refs) {
        UUID ref = new UUID(draw.between(0L, 1L << 60), refs.size());
        refs.add(ref);
        return ref;
    }

    private static LimitSet limits(Draw draw) {
        return draw.chance(40)
                ? LimitSet.everything(SEATS)
                : new LimitSet(
                        "drawn",
                        List.of(
                                Bucket.nested("through", Selector.trips("through")),
                                Bucket.nested("everyone", Selector.trips("any")),
                                Bucket.beside("student", Selector.group("student"))),
                        List.of(draw.between(0, 4), draw.between(0, 4), draw.between(0, 4)),
                        List.of(),
                        NOW);
    }
}
