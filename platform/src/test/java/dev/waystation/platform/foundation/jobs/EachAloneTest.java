package dev.waystation.platform.foundation.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class EachAloneTest {

    private static final int PAGE = 3;

    private final List<Long> done = new ArrayList<>();

    /** Numbers 1 to 10 are due, all at one instant; only a step that succeeds ends being due. */
    private List<Turn<Long>> due(Turn<Long> after) {
        return LongStream.rangeClosed(1, 10)
                .filter(number -> number > after.key())
                .filter(number -> !done.contains(number))
                .limit(PAGE)
                .mapToObj(number -> new Turn<>(Instant.EPOCH, number))
                .toList();
    }

    private Consumer<Long> allBut(Long... broken) {
        return number -> {
            if (List.of(broken).contains(number)) {
                throw new IllegalStateException("number " + number);
            }
            done.add(number);
        };
    }

    @Test
    void whatFailsKeepsNobodyWaitingNotEvenAPageFull() {
        assertThatThrownBy(() ->
                        EachAlone.pages(Turn.firstNumber(), this::due, allBut(1L, 2L, 3L, 7L)))
                .hasMessage("number 1")
                .satisfies(told -> assertThat(told.getSuppressed()).hasSize(3));
        assertThat(done).containsExactly(4L, 5L, 6L, 8L, 9L, 10L);
        EachAlone.pages(Turn.firstNumber(), this::due, allBut());
        assertThat(done).as("the next round, mended").hasSize(10);
    }

    @Test
    void whatIsStillDueAfterItsTurnComesOnceARound() {
        List<Long> seen = new ArrayList<>();
        EachAlone.pages(Turn.firstNumber(), this::due, seen::add);
        assertThat(seen).hasSize(10).doesNotHaveDuplicates();
    }

    @Test
    void aListGoesOnToItsEndToo() {
        assertThatThrownBy(() -> EachAlone.handle(List.of(1L, 2L, 3L), allBut(1L, 2L)))
                .hasMessage("number 1");
        assertThat(done).containsExactly(3L);
    }

    /** The control: a plain loop ends at the first that fails. */
    @Test
    void aPlainLoopWouldKeepTheOthersWaiting() {
        assertThatThrownBy(() -> List.of(1L, 2L, 3L).forEach(allBut(1L))).hasMessage("number 1");
        assertThat(done).isEmpty();
    }
}
