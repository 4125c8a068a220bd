package dev.waystation.audience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.testkit.Capability;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What two hundred tags take, and that counting one reads the sets and no member. */
class TagSetsSizeTest {

    private static final int MEMBERS = 200_000;
    private static final int TAGS = 200;
    private static final double[] SHARES = {0.5, 0.2, 0.1, 0.05, 0.01, 0.001};

    /** The members are spread at random, which is the worst case for compression. */
    @Test
    @Capability("TAG-04")
    void twoHundredTagsOnTenMillionMembersFitIntoFiveHundredMegabytes() {
        SplittableRandom draw = new SplittableRandom(7);
        MemberSets sets = new MemberSets(Map.of());
        Map<String, Integer> carried = new HashMap<>();
        for (long member = 0; member < MEMBERS; member++) {
            List<String> tags = new ArrayList<>();
            for (int tag = 0; tag < TAGS; tag++) {
                if (draw.nextDouble() < SHARES[tag % SHARES.length]) {
                    tags.add("tag" + tag);
                    carried.merge("tag" + tag, 1, Integer::sum);
                }
            }
            sets.put(new MemberValues(member, Map.of(), Map.of(), Map.of("tags", tags), Map.of()));
        }
        sets.optimize();

        // sets grow by blocks of 65,536 members, so what this many take is a fiftieth
        assertThat(sets.bytes() * (10_000_000 / MEMBERS)).isLessThan(500_000_000L);
        assertThat(sets.counts("tags")).isEqualTo(carried);
        assertThat(bytesPerMemberAndTag(sets))
                .as("a count reads these bytes at most: 10 million members take a few hundred KB")
                .isLessThan(0.15);
    }

    private static double bytesPerMemberAndTag(MemberSets sets) {
        return (double) sets.bytes() / MEMBERS / TAGS;
    }
}
