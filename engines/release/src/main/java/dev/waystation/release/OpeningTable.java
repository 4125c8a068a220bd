package dev.waystation.release;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a plan will show in the coming days if nothing more is sold: one row per batch. */
public record OpeningTable(List<Row> rows) {

    /**
     * @param at when the batch opens; null when sales decide
     * @param counts seats each asked-for product could buy after it, in the order asked
     */
    public record Row(String batch, @Nullable Instant at, List<Integer> counts) {}

    /**
     * @param from a quota state with the sales so far; it is left as it is
     * @param applied batches already applied
     */
    public static OpeningTable of(
            ReleasePlan plan,
            Quotas from,
            int seatCount,
            Instant departure,
            ZoneId zone,
            Collection<String> applied,
            List<Product> products) {
        List<Row> rows = new ArrayList<>();
        TreeSet<String> open = new TreeSet<>(applied);
        for (Batch batch : plan.batches()) {
            if (open.add(batch.code())) {
                Quotas then = from.copy();
                then.apply(plan.limits(open, seatCount, null));
                Optional<Instant> at = batch.trigger().dueAt(departure, zone);
                rows.add(
                        new Row(
                                batch.code(),
                                at.orElse(null),
                                products.stream().map(then::allowance).toList()));
            }
        }
        return new OpeningTable(List.copyOf(rows));
    }
}
