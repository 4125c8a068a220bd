package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.platform.engagement.audience.model.Cause;
import dev.waystation.platform.engagement.audience.store.MergedStore;
import dev.waystation.platform.foundation.wiring.VenueZone;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets two members count as one person, or as two again. The one who stays is looked at with the
 * deeds, points, consents and hand-set tags of both; whoever moves does so because of the merge, by
 * which no journey starts. Parting gives each back what was theirs, since when it was.
 */
@Service
public class CarryMembers {

    private final MergedStore merged;
    private final HoldMembers hold;
    private final RefreshMembers refresh;
    private final AudienceSets sets;
    private final Clock clock;

    CarryMembers(
            MergedStore merged,
            HoldMembers hold,
            RefreshMembers refresh,
            AudienceSets sets,
            Clock clock) {
        this.merged = merged;
        this.hold = hold;
        this.refresh = refresh;
        this.sets = sets;
        this.clock = clock;
    }

    @Transactional
    public void merge(long member, long into) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, VenueZone.DEFAULT);
        if (hold.handle(new TreeMap<>(Map.of(member, today, into, today))).containsKey(member)) {
            return; // heard twice
        }
        merged.merge(member, into, now);
        sets.removeAfterCommit(member);
        refresh.handle(new RefreshMembers.Command(Map.of(into, Cause.MERGE)));
    }

    @Transactional
    public void part(long member, long into) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, VenueZone.DEFAULT);
        Long stays = hold.handle(new TreeMap<>(Map.of(member, today))).get(member);
        if (stays == null || stays != into) {
            return;
        }
        List<Long> alone = merged.part(member, into, now);
        refresh.handle(new RefreshMembers.Command(Map.of(member, Cause.MERGE, into, Cause.MERGE)));
        merged.forget(alone);
    }
}
