package dev.waystation.platform.insight.analytics.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.foundation.edge.Said;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimelineSentencesTest {

    private static final TimelineSentences.Names NAMES =
            (key, value) ->
                    switch (key + "/" + value) {
                        case "fromStation/TIP" -> Optional.of(new Said("太原南", "Taiyuan South"));
                        case "segmentId/7" -> Optional.of(new Said("认证学生", "Verified students"));
                        default -> Optional.empty();
                    };

    @Test
    void aLineSaysNamesWhereAFactHoldsCodes() {
        Map<String, Object> trip =
                Map.of("fromStation", "TIP", "toStation", "XXX", "seatClass", "first");
        Said said = TimelineSentences.detail("trip_completed", trip, NAMES);
        assertThat(said)
                .isEqualTo(new Said("太原南 → XXX · 一等座", "Taiyuan South → XXX · First class"));
    }

    @Test
    void amountsAndDaysAreWrittenAsPeopleWriteThem() {
        Map<String, Object> credited =
                Map.of("amount", 7823, "currency", "points", "expiresOn", "2027-11-30");
        assertThat(TimelineSentences.title("points_credited", credited, NAMES).en())
                .isEqualTo("Points credited +7,823");
        assertThat(TimelineSentences.detail("points_credited", credited, NAMES).zh())
                .endsWith("，有效至 2027年11月30日");
        assertThat(TimelineSentences.detail("points_credited", credited, NAMES).en())
                .endsWith(", valid until 30 Nov 2027");
        assertThat(
                        TimelineSentences.detail(
                                        "ticket_issued",
                                        Map.of("seatClass", "first", "fareMinor", 155_000),
                                        NAMES)
                                .en())
                .isEqualTo("First class · ¥1,550.00");
    }

    @Test
    void aSegmentIsCalledByItsNameAndACauseOnlyProgramsKnowIsLeftOut() {
        Map<String, Object> entered = Map.of("segmentId", 7, "cause", "SomethingInternal");
        assertThat(TimelineSentences.title("segment_entered", entered, NAMES).zh())
                .isEqualTo("进入人群“认证学生”");
        assertThat(TimelineSentences.detail("segment_entered", entered, NAMES).en()).isEmpty();
    }

    @Test
    void aValueThatAnOldFactDidNotCarryLeavesNoDanglingDot() {
        Said said = TimelineSentences.detail("checked_in", Map.of("gate", "A8"), NAMES);
        assertThat(said.zh()).isEqualTo("A8");
    }
}
