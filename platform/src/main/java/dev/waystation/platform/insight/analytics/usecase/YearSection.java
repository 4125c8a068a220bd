package dev.waystation.platform.insight.analytics.usecase;

import dev.waystation.platform.foundation.wiring.VenueZone;
import dev.waystation.platform.insight.analytics.store.TimelineRows;
import dev.waystation.platform.members.membership.MemberSection;
import java.lang.reflect.Type;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** The last twelve months of travelling, on the member's page. */
@Component
class YearSection implements MemberSection {

    private final TimelineRows timeline;
    private final Clock clock;

    YearSection(TimelineRows timeline, Clock clock) {
        this.timeline = timeline;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "year";
    }

    @Override
    public Type shape() {
        return TimelineRows.Year.class;
    }

    @Override
    public Object of(long memberId) {
        return timeline.year(
                memberId, clock.instant().atZone(VenueZone.DEFAULT).minusYears(1).toInstant());
    }
}
