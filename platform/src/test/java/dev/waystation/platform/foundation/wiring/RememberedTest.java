package dev.waystation.platform.foundation.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class RememberedTest {

    private final Remembered<Integer> remembered = new Remembered<>();
    private final AtomicInteger table = new AtomicInteger(1);

    @Test
    void isReadOnceUntilSomebodyChangesIt() {
        assertThat(get()).isEqualTo(1);
        table.set(2);
        assertThat(get()).isEqualTo(1);
        remembered.forget();
        assertThat(get()).isEqualTo(2);
    }

    @Test
    void isReadAgainWhenItNoLongerHolds() {
        assertThat(get()).isEqualTo(1);
        table.set(2);
        assertThat(remembered.get(value -> value > 1, table::get)).isEqualTo(2);
    }

    @Test
    void whatWasReadBeforeAChangeIsNotKeptAfterIt() {
        int early =
                remembered.get(
                        value -> true,
                        () -> {
                            int before = table.get();
                            table.set(2);
                            remembered.forget();
                            return before;
                        });
        assertThat(early).isEqualTo(1);
        assertThat(get()).isEqualTo(2);
    }

    @Test
    void whatIsReadDuringATransactionIsReadAgainWhenItHasEnded() {
        TransactionSynchronizationManager.initSynchronization();
        try {
            remembered.forget();
            assertThat(get()).as("somebody else, who still sees what was").isEqualTo(1);
            table.set(2);
            TransactionSynchronizationManager.getSynchronizations()
                    .forEach(each ->
                            each.afterCompletion(TransactionSynchronization.STATUS_COMMITTED));
        } finally {
            TransactionSynchronizationManager.clearSynchronization();
        }
        assertThat(get()).isEqualTo(2);
    }

    private int get() {
        return remembered.get(value -> true, table::get);
    }
}
