package dev.waystation.platform.engagement.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.engagement.outreach.model.TagSides;
import dev.waystation.platform.engagement.outreach.model.TagSides.Verdict;
import dev.waystation.testkit.Capability;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which side counts when both changed a tag. */
class TagSidesTest {

    private static final Instant LOOK = Instant.parse("2027-02-01T02:00:00Z");

    private static Verdict verdict(
            boolean theirs, @Nullable Boolean pending, @Nullable Instant oursAt, boolean byHand) {
        return new TagSides("c", 1L, "t", theirs, LOOK, pending, oursAt).verdict(byHand);
    }

    @Test
    @Capability("TAG-06")
    void theNewerChangeCountsAndATieIsOurs() {
        assertThat(verdict(false, null, null, true)).isEqualTo(Verdict.THEIRS_ALONE);
        assertThat(verdict(false, true, LOOK.minusMillis(1), true)).isEqualTo(Verdict.THEIRS_NEWER);
        assertThat(verdict(false, true, LOOK, true)).isEqualTo(Verdict.OURS);
        assertThat(verdict(false, true, LOOK.plusMillis(1), true)).isEqualTo(Verdict.OURS);
        assertThat(verdict(true, true, LOOK, true)).isEqualTo(Verdict.AGREED);
        assertThat(verdict(true, null, null, false)).isEqualTo(Verdict.RULE);
        assertThat(verdict(true, false, LOOK, false)).isEqualTo(Verdict.RULE);
        assertThat(verdict(true, true, LOOK, false)).isEqualTo(Verdict.AGREED);
    }
}
