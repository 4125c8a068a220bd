package dev.waystation.audience;

import dev.waystation.condition.SetPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.roaringbitmap.RoaringBitmap;

/**
 * How members part among a few plans: of every combination, how many are in exactly those. All is
 * counted on one state of the sets, so the regions add up to what is in any of them.
 */
public final class Regions {

    /** More would make more regions than anybody reads. */
    public static final int MOST = 4;

    private Regions() {}

    /**
     * The members of every combination that has any, by its bits: bit 0 stands for the first plan.
     */
    public static Map<Integer, Integer> of(MemberSets sets, List<SetPlan> plans, long today) {
        if (plans.isEmpty() || plans.size() > MOST) {
            throw new IllegalArgumentException(
                    "Compare 1 to %d plans, not %d".formatted(MOST, plans.size()));
        }
        return sets.read(() -> {
            List<RoaringBitmap> each = new ArrayList<>();
            plans.forEach(plan -> each.add(Selection.of(sets, plan, today).set()));
            Map<Integer, Integer> regions = new TreeMap<>();
            for (int bits = 1; bits < (1 << each.size()); bits++) {
                int members = only(sets, each, bits).getCardinality();
                if (members > 0) {
                    regions.put(bits, members);
                }
            }
            return regions;
        });
    }

    private static RoaringBitmap only(MemberSets sets, List<RoaringBitmap> each, int bits) {
        RoaringBitmap in = sets.everyone();
        for (int i = 0; i < each.size(); i++) {
            if (((bits >> i) & 1) == 1) {
                in.and(each.get(i));
            } else {
                in.andNot(each.get(i));
            }
        }
        return in;
    }
}
