package dev.waystation.platform.engagement.messaging.usecase;

import dev.waystation.platform.engagement.messaging.ChannelAdapter;
import dev.waystation.platform.engagement.messaging.LaneLimits;
import dev.waystation.platform.engagement.messaging.model.SendingLane;
import dev.waystation.platform.engagement.messaging.store.DueRows;
import dev.waystation.platform.engagement.messaging.store.DueRows.Stream;
import dev.waystation.platform.engagement.messaging.store.ReceiptRows;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Empties the outbox of what is due, every account of a vendor in a lane of its own: one that is
 * dead or slow holds up nobody but its own messages.
 */
@Service
public class DeliverDueMessages {

    private static final Logger LOG = LoggerFactory.getLogger(DeliverDueMessages.class);

    /** A call that has not come back for so long never will: its process is gone. */
    private static final Duration LOST = Duration.ofMinutes(10);

    private final DueRows due;
    private final ReceiptRows receipts;
    private final SendingLanes lanes;
    private final SendStream rounds;
    private final Set<String> running = ConcurrentHashMap.newKeySet();

    DeliverDueMessages(DueRows due, ReceiptRows receipts, SendingLanes lanes, SendStream rounds) {
        this.due = due;
        this.receipts = receipts;
        this.lanes = lanes;
        this.rounds = rounds;
    }

    /**
     * Delivers a batch of every stream; answers how many were due, so that one knows when to stop.
     */
    public int handle(Instant now) {
        List<Future<Integer>> begun = new ArrayList<>();
        for (Stream stream : due.due(now)) {
            start(stream, now, rounds::send).ifPresent(begun::add);
        }
        return begun.stream().mapToInt(SendStream::outcome).sum();
    }

    /**
     * Lets every lane run until nothing is left for it, and waits that long for them; one that
     * takes longer goes on by itself, and nobody waits for it.
     */
    public void run(Instant now, Duration patience) {
        List<Future<Integer>> runs = new ArrayList<>();
        for (Stream stream : due.due(now)) {
            start(stream, now, this::empty).ifPresent(runs::add);
        }
        for (Future<Integer> run : runs) {
            try {
                run.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException slow) {
                LOG.debug("A lane takes its time", slow);
            } catch (ExecutionException broken) {
                LOG.error("A lane broke off", broken.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** One run per account at a time; what stays in the house needs no thread of its own. */
    private Optional<Future<Integer>> start(Stream stream, Instant now, Round round) {
        List<ChannelAdapter> accounts = lanes.serving(stream.channel(), stream.purpose());
        ChannelAdapter account = accounts.isEmpty() ? null : lanes.first(accounts, now);
        String key =
                account == null || account.limits().equals(LaneLimits.IN_HOUSE)
                        ? stream.channel() + "/" + stream.purpose()
                        : account.account();
        if (!running.add(key)) {
            return Optional.empty();
        }
        SendingLane lane = account == null ? null : lanes.lane(account);
        var task =
                new FutureTask<>(() -> {
                    try {
                        return round.run(stream, lane, now);
                    } finally {
                        running.remove(key);
                    }
                });
        if (lane == null || lane.limits().equals(LaneLimits.IN_HOUSE)) {
            task.run();
        } else {
            Thread.ofVirtual().name("lane " + key).start(task);
        }
        return Optional.of(task);
    }

    private int empty(Stream stream, @Nullable SendingLane lane, Instant now) {
        int all = 0;
        int last = rounds.send(stream, lane, now);
        while (last > 0) {
            all += last;
            last = rounds.send(stream, lane, now);
        }
        return all;
    }

    private interface Round {
        int run(Stream stream, @Nullable SendingLane lane, Instant now);
    }

    /** Says of calls that never came back that nobody knows. */
    @Transactional
    public int giveUpLost(Instant now) {
        return receipts.giveUpSending(now.minus(LOST));
    }
}
