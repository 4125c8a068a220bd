package dev.waystation.platform.selling.inventory.model;

import static dev.waystation.platform.selling.inventory.model.SmallTrain.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.selling.inventory.SeatLabel;
import dev.waystation.release.Bucket;
import dev.waystation.release.LimitSet;
import dev.waystation.release.Selector;
import dev.waystation.testkit.Capability;
import dev.waystation.testkit.Draw;
import dev.waystation.testkit.Seeded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RunBookProperties {

    private static final int CALLS = 7;
    private static final int SEATS = 12;

    private static SeatCommand command(Draw draw, RunLayout layout, List<UUID> refs) {
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

    @Test
    @Capability("S2")
    @Capability("S74")
    void afterAnyStormCountersEqualARecountAndTheJournalReplaysToTheSameState() {
        Seeded.runs(
                150,
                draw -> {
                    RunLayout layout = SmallTrain.layout(1, CALLS, SEATS);
                    RunBook book = new RunBook(layout);
                    List<Decision> journal = new ArrayList<>();
                    List<UUID> refs = new ArrayList<>();
                    for (int i = 0; i < 120; i++) {
                        book.decide(command(draw, layout, refs), journal::add);
                        assertThat(book.countsAreExact()).isTrue();
                        assertNoOverlap(book);
                    }
                    RunBook replayed = new RunBook(layout);
                    journal.forEach(replayed::replay);
                    assertThat(replayed.digest()).isEqualTo(book.digest());
                    assertThat(replayed.sequence()).isEqualTo(journal.size());
                });
    }

    private static void assertNoOverlap(RunBook book) {
        BitSet taken = new BitSet();
        for (Claim claim : book.claims()) {
            if (!claim.state().occupiesSeats()) {
                continue;
            }
            for (int seat : claim.seats()) {
                for (int leg = claim.fromCall(); leg < claim.toCall(); leg++) {
                    int cell = seat * CALLS + leg;
                    assertThat(taken.get(cell)).as("seat %d leg %d", seat, leg).isFalse();
                    taken.set(cell);
                }
            }
        }
    }
}
