package dev.waystation.platform.insight.prediction.usecase;

import dev.waystation.platform.engagement.audience.VisitHistories;
import dev.waystation.platform.engagement.audience.VisitHistories.Extent;
import dev.waystation.platform.engagement.audience.VisitHistories.History;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Members as they stood on a day, page by page. */
@Component
class ReadHistories {

    static final int PAGE = 1_000;

    /** More than these teach nothing more; which ones are left out follows from their numbers. */
    private static final long MOST = 100_000;

    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final VisitHistories histories;

    ReadHistories(VisitHistories histories) {
        this.histories = histories;
    }

    Extent extent(LocalDate day, LocalDate later) {
        return histories.extent(day, later);
    }

    List<History> page(LocalDate day, long after) {
        return histories.page(day, day, after, PAGE);
    }

    /** All of them, or an even part of very many, with what came until the later day. */
    List<History> sample(LocalDate day, LocalDate later, Consumer<Integer> read) {
        long every = Math.max(1, Math.ceilDiv(extent(day, later).members(), MOST));
        List<History> kept = new ArrayList<>();
        long after = Long.MIN_VALUE;
        List<History> page;
        do {
            page = histories.page(day, later, after, PAGE);
            for (History each : page) {
                after = each.memberId();
                if (Long.remainderUnsigned((each.memberId() * SPREAD) >>> 17, every) == 0) {
                    kept.add(each);
                }
            }
            read.accept(page.size());
        } while (page.size() == PAGE);
        return kept;
    }
}
