package dev.waystation.lane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.testkit.Draw;
import dev.waystation.testkit.Seeded;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class LaneProperties {

    /** Commits fail, or happen and then seem to fail, or meet another writer, as drawn. */
    private static final class ShakyDesk implements Desk<Integer, Integer> {

        private final Draw draw;
        private final List<Integer> journal = new ArrayList<>();
        private final List<Integer> decided = new ArrayList<>();
        private final Set<Integer> known = new HashSet<>();

        ShakyDesk(Draw draw) {
            this.draw = draw;
        }

        @Override
        public Integer decide(Integer command) {
            if (known.add(command)) {
                decided.add(command);
            }
            return command;
        }

        @Override
        public void commit() {
            switch (draw.between(0, 9)) {
                case 0 -> throw new IllegalStateException("lost before the store heard of it");
                case 1 -> {
                    journal.addAll(decided);
                    throw new IllegalStateException("lost after the store had it");
                }
                case 2 -> throw new LaneFenced("another writer", new IllegalStateException());
                default -> journal.addAll(decided);
            }
            decided.clear();
        }

        @Override
        public void rollback(Throwable cause) {
            decided.clear();
            known.clear();
            known.addAll(journal);
        }
    }

    @Test
    void everyAcknowledgedCommandIsInTheJournalOnceAndUnknownOnesMayBeRepeated() {
        Seeded.runs(
                40,
                draw -> {
                    ShakyDesk desk = new ShakyDesk(draw.fork());
                    Set<Integer> acknowledged = new HashSet<>();
                    LaneSettings settings =
                            LaneSettings.named("p").withLargestBatch(draw.between(1, 16));
                    int commands = draw.between(1, 200);
                    try (Lane<Integer, Integer> lane = Lane.open(settings, desk)) {
                        List<Integer> open = new ArrayList<>();
                        for (int i = 0; i < commands; i++) {
                            open.add(i);
                        }
                        while (!open.isEmpty()) {
                            open = submitAll(lane, open, acknowledged);
                        }
                    }
                    assertThat(desk.journal).doesNotHaveDuplicates().hasSize(commands);
                    assertThat(acknowledged).hasSize(commands);
                });
    }

    @Test
    void keepsTheOrderOfSubmission() {
        Seeded.runs(
                20,
                draw -> {
                    CountingDesk desk = new CountingDesk();
                    List<String> sent = draw.listOf(1, 500, d -> "c" + d.between(0, 99));
                    LaneSettings settings =
                            LaneSettings.named("p").withLargestBatch(draw.between(1, 64));
                    try (Lane<String, Integer> lane = Lane.open(settings, desk)) {
                        List<CompletableFuture<Integer>> answers = new ArrayList<>();
                        sent.forEach(command -> answers.add(lane.submit(command)));
                        for (int i = 0; i < answers.size(); i++) {
                            assertThat(answers.get(i).join()).isEqualTo(i + 1);
                        }
                    }
                    assertThat(desk.journal).isEqualTo(sent);
                });
    }

    /** What has to be sent again. */
    private static List<Integer> submitAll(
            Lane<Integer, Integer> lane, List<Integer> commands, Set<Integer> acknowledged) {
        List<CompletableFuture<Integer>> answers = new ArrayList<>();
        commands.forEach(command -> answers.add(lane.submit(command)));
        List<Integer> again = new ArrayList<>();
        for (int i = 0; i < commands.size(); i++) {
            try {
                acknowledged.add(answers.get(i).join());
            } catch (CompletionException unknown) {
                again.add(commands.get(i));
            }
        }
        return again;
    }
}
