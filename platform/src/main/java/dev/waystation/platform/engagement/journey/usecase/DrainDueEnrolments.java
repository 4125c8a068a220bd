package dev.waystation.platform.engagement.journey.usecase;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.stereotype.Service;

/**
 * Moves on everybody whose time has come. Two batches are under way at once: while the database
 * writes one, the next is decided; claims skip what the other holds.
 */
@Service
public class DrainDueEnrolments {

    private static final int AT_ONCE = 2;

    private final AdvanceDueEnrolments advance;

    DrainDueEnrolments(AdvanceDueEnrolments advance) {
        this.advance = advance;
    }

    /** Answers when nobody is due any more, with how many were moved. */
    public long handle(Instant now) {
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> shares = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                shares.add(workers.submit(() -> share(now)));
            }
            long moved = 0;
            for (Future<Long> each : shares) {
                moved += each.get();
            }
            return moved;
        } catch (ExecutionException broken) {
            throw new IllegalStateException("Journeys do not advance", broken.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private long share(Instant now) {
        long moved = 0;
        for (int batch = advance.handle(now); batch > 0; batch = advance.handle(now)) {
            moved += batch;
        }
        return moved;
    }
}
