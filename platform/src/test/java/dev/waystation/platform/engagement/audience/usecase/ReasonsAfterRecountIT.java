package dev.waystation.platform.engagement.audience.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.engagement.audience.MemberTag;
import dev.waystation.platform.engagement.audience.Segments;
import dev.waystation.platform.engagement.audience.Tags;
import dev.waystation.platform.engagement.audience.model.Told;
import dev.waystation.testkit.Draw;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A recount of everybody writes no reasons; whoever looks at one member is told them all the same.
 */
@PlatformIT
class ReasonsAfterRecountIT {

    private static final long FIRST = 735_000_000L;
    private static final int COUNT = 40;
    private static final Set<String> RUNGS =
            Set.of("points_100", "points_500", "points_1000", "points_2000");

    @Autowired FillAudience fill;
    @Autowired LoadMembers load;
    @Autowired Tags tags;
    @Autowired Segments segments;
    @Autowired TransactionTemplate transaction;

    @BeforeEach
    void recount() {
        Draw draw = new Draw(35);
        var today = load.today();
        transaction.executeWithoutResult(status -> {
            fill.readyMade();
            fill.load(
                    StormyAudience.members(draw, FIRST, COUNT, today).stream(),
                    StormyAudience.deeds(draw, FIRST, COUNT, today).stream());
        });
    }

    @Test
    void tagsAndSegmentsSayWhatTheRuleSawNow() {
        int told = 0;
        for (long member = FIRST; member < FIRST + COUNT; member++) {
            for (MemberTag tag : tags.ofMember(member)) {
                assertThat(tag.why()).isNotEqualTo(Told.SET_IN_BULK);
                assertThat(tag.why().reasons()).as(tag.code()).isNotEmpty();
                told++;
            }
            for (var in : segments.ofMember(member)) {
                assertThat(in.why().sentence().zh()).contains("现在符合");
                assertThat(in.why().reasons()).isNotEmpty();
                told++;
            }
        }
        assertThat(told).isGreaterThan(COUNT);
    }

    @Test
    void aLadderOfTagsFoldsUnderItsHighestRung() {
        for (long member = FIRST; member < FIRST + COUNT; member++) {
            List<String> open =
                    tags.ofMember(member).stream()
                            .filter(tag -> RUNGS.contains(tag.code()) && tag.impliedBy() == null)
                            .map(MemberTag::code)
                            .toList();
            assertThat(open).hasSizeLessThan(2);
        }
    }
}
