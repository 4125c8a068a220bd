package dev.waystation.release;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a plan will show in the coming days if nothing more is sold: one row for what is open
 * already, one per batch to come.
 */
public record OpeningTable(List<Row> rows) {

    /**
     * @param batch null for what is open already
     * @param at when the batch opens; null when sales decide, or when it is open already
     * @param counts seats each asked-for product could buy after it, in the order asked
     */
    public record Row(@Nullable String batch, @Nullable Instant at, List<Integer> counts) {}

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
        rows.add(new Row(null, null, counts(plan, from, seatCount, open, products)));
        for (Batch batch : plan.batches()) {
            if (open.add(batch.code())) {
                rows.add(
                        new Row(
                                batch.code(),
                                batch.trigger().dueAt(departure, zone).orElse(null),
                                counts(plan, from, seatCount, open, products)));
            }
        }
        return new OpeningTable(List.copyOf(rows));
    }

    private static List<Integer> counts(
            ReleasePlan plan,
            Quotas from,
            int seatCount,
            Collection<String> open,
            List<Product> products) {
        Quotas then = from.copy();
        then.apply(plan.limits(open, seatCount, null));
        return products.stream().map(then::allowance).toList();
    }
}
