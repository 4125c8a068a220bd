package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.platform.engagement.audience.store.OverlapRows;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.PublicId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How two to four segments overlap: members of every combination, counted exactly. */
@Service
public class CompareSegments {

    private static final int MOST = 4;

    /** Members who are in exactly these of the compared segments. */
    public record Region(List<String> segments, long count) {}

    /** The regions, and for each segment how many are in it at all. */
    public record Overlap(Map<String, Long> sizes, List<Region> regions, long inAll, long inAny) {}

    private final OverlapRows rows;

    CompareSegments(OverlapRows rows) {
        this.rows = rows;
    }

    @Transactional(readOnly = true)
    public Overlap handle(List<Long> segmentIds) {
        List<Long> asked = segmentIds.stream().distinct().toList();
        Malformed.require(
                asked.size() >= 2 && asked.size() <= MOST,
                "ids",
                segmentIds,
                "name two to four segments");
        Map<String, Long> sizes = new TreeMap<>();
        asked.forEach(id -> sizes.put(PublicId.encode("seg", id), 0L));
        List<Region> regions = new ArrayList<>();
        long all = 0;
        long any = 0;
        for (OverlapRows.Combination one : rows.combinations(asked)) {
            List<String> names =
                    one.segmentIds().stream().map(id -> PublicId.encode("seg", id)).toList();
            names.forEach(name -> sizes.merge(name, one.count(), Long::sum));
            regions.add(new Region(names, one.count()));
            any += one.count();
            all += names.size() == asked.size() ? one.count() : 0;
        }
        return new Overlap(sizes, regions, all, any);
    }
}
