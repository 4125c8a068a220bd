package dev.waystation.platform.engagement.journey.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.engagement.audience.facts.SegmentEntered;
import dev.waystation.platform.engagement.journey.model.HeardFact;
import dev.waystation.platform.engagement.journey.model.Trigger;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.facts.RecordedFact;
import dev.waystation.testkit.Capability;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A journey that begins when somebody enters one segment, named by the id people see. */
@PlatformIT
class SegmentTriggerIT {

    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    private static final Trigger INTO_FIVE =
            new Trigger("SegmentEntered", Map.of("segment", PublicId.encode("seg", 5)));

    @Autowired MemberFacts facts;

    private HeardFact entered(long segment, String cause) {
        SegmentEntered fact = new SegmentEntered(segment, 7, cause, NOW);
        return facts.heard(new RecordedFact(1, fact, NOW));
    }

    @Test
    void letsInWhoEntersThatSegmentAndNobodyElse() {
        assertThat(INTO_FIVE.lets(entered(5, "TripCompleted"))).isTrue();
        assertThat(INTO_FIVE.lets(entered(6, "TripCompleted"))).isFalse();
        assertThat(facts.components("SegmentEntered")).containsKey("segment");
    }

    @Test
    void doesNotLetInThoseWhomPublishingTheSegmentFoundInIt() {
        assertThat(INTO_FIVE.lets(entered(5, "published"))).isFalse();
    }

    @Test
    @Capability("SEG-12")
    void letsInThoseWhomAnEditOrAMergeMovedOnlyWhenTheCauseIsAsked() {
        for (String cause : List.of("edit", "merge", "backfill")) {
            Trigger asking = new Trigger(INTO_FIVE.fact(), with(INTO_FIVE.when(), "cause", cause));
            assertThat(INTO_FIVE.lets(entered(5, cause))).isFalse();
            assertThat(asking.lets(entered(5, cause))).isTrue();
        }
    }

    private static Map<String, Object> with(Map<String, Object> when, String key, Object value) {
        Map<String, Object> more = new HashMap<>(when);
        more.put(key, value);
        return more;
    }
}
