package dev.waystation.release;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may buy what, in which order it opens. The limits after a set of batches depend on the plan,
 * the capacity and that set alone, so replaying a day gives the same openings.
 *
 * @param origin name and version, shown in explanations
 * @param buckets in order of rank, dearest first
 */
public record ReleasePlan(
        String origin, List<Bucket> buckets, List<Cap> caps, List<Batch> batches) {

    public ReleasePlan {
        buckets = List.copyOf(buckets);
        caps = List.copyOf(caps);
        batches = List.copyOf(batches);
    }

    /** Codes of the batches that are due. Batches once applied stay so, whatever sales do. */
    public Set<String> due(
            Instant now,
            Instant departure,
            ZoneId zone,
            double soldShare,
            Collection<String> applied) {
        Set<String> due = new HashSet<>(applied);
        for (Batch batch : batches) {
            if (batch.trigger().isDue(now, departure, zone, soldShare)) {
                due.add(batch.code());
            }
        }
        return due;
    }

    /** The next batch that time alone will open. */
    public Optional<Batch> next(Instant departure, ZoneId zone, Collection<String> applied) {
        return batches.stream()
                .filter(batch -> !applied.contains(batch.code()))
                .filter(batch -> batch.trigger().dueAt(departure, zone).isPresent())
                .min(
                        Comparator.comparing(batch ->
                                batch.trigger().dueAt(departure, zone).orElse(Instant.MAX)));
    }

    /** The limits when exactly these batches have been applied, in the order of the plan. */
    public LimitSet limits(
            Collection<String> applied, int seatCount, @Nullable Instant nextOpening) {
        int[] opened = new int[buckets.size()];
        int unreleased = seatCount;
        for (Batch batch : batches) {
            if (applied.contains(batch.code())) {
                for (Step step : batch.steps()) {
                    unreleased = take(step, opened, unreleased, seatCount);
                }
            }
        }
        List<Integer> amounts = new ArrayList<>(Arrays.stream(opened).boxed().toList());
        return new LimitSet(origin, buckets, amounts, caps, nextOpening);
    }

    private int take(Step step, int[] opened, int unreleased, int seatCount) {
        int to = index(step.to());
        int from = step.from() == null ? -1 : index(step.from());
        int source = from < 0 ? Math.max(0, unreleased) : opened[from];
        int seats = step.amount().of(source, seatCount);
        opened[to] += seats;
        if (from < 0) {
            // A bucket on some legs only takes no more from the others than they have.
            return unreleased - seats;
        }
        opened[from] -= Math.min(seats, opened[from]);
        return unreleased;
    }

    int index(String code) {
        for (int b = 0; b < buckets.size(); b++) {
            if (buckets.get(b).code().equals(code)) {
                return b;
            }
        }
        throw new IllegalArgumentException("plan " + origin + " has no bucket " + code);
    }

    boolean has(String code) {
        return buckets.stream().anyMatch(bucket -> bucket.code().equals(code));
    }
}
