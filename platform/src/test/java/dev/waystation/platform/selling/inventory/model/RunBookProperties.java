package dev.waystation.platform.selling.inventory.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.testkit.Capability;
import dev.waystation.testkit.Seeded;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RunBookProperties {

    private static final int CALLS = 7;
    private static final int SEATS = 12;

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
                        book.decide(SeatStorm.command(draw, layout, refs), journal::add);
                        assertThat(book.countsAreExact()).isTrue();
                        assertNoOverlap(book);
                    }
                    RunBook replayed = new RunBook(layout);
                    journal.forEach(replayed::replay);
                    assertThat(replayed.digest()).isEqualTo(book.digest());
                    assertThat(replayed.sequence()).isEqualTo(journal.size());
                });
    }

    @Test
    void aSnapshotAtAnyLineAndTheLinesAfterItGiveTheStateOfAFullReplay() {
        Seeded.runs(
                150,
                draw -> {
                    RunLayout layout = SmallTrain.layout(1, CALLS, SEATS);
                    RunBook book = new RunBook(layout);
                    List<Decision> journal = new ArrayList<>();
                    List<UUID> refs = new ArrayList<>();
                    List<RunState> states = new ArrayList<>(List.of(book.state()));
                    for (int i = 0; i < 100; i++) {
                        book.decide(SeatStorm.command(draw, layout, refs), journal::add);
                        states.add(book.state());
                    }
                    RunState cut = draw.oneOf(states);
                    RunBook restored = RunBook.from(layout, cut);
                    journal.stream()
                            .filter(decision -> decision.sequence() > cut.sequence())
                            .forEach(restored::replay);
                    assertThat(restored.digest()).isEqualTo(book.digest());
                    assertThat(restored.countsAreExact()).isTrue();
                    // they also go on in the same way
                    SeatCommand next = SeatStorm.command(draw, layout, refs);
                    assertThat(restored.decide(next, decision -> {}))
                            .isEqualTo(book.decide(next, decision -> {}));
                    assertThat(restored.digest()).isEqualTo(book.digest());
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
