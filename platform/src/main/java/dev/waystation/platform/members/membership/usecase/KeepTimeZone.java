package dev.waystation.platform.members.membership.usecase;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.members.membership.MemberZones;
import dev.waystation.platform.members.membership.store.ZoneStore;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The zone a member lives in, given by his app or by himself. */
@Service
public class KeepTimeZone implements MemberZones {

    private final ZoneStore zones;
    private final Clock clock;

    KeepTimeZone(ZoneStore zones, Clock clock) {
        this.zones = zones;
        this.clock = clock;
    }

    /** An empty name takes the zone away; then it is the venue's. */
    @Transactional
    public void handle(long memberId, String name) {
        if (name.isBlank()) {
            zones.drop(memberId);
        } else {
            zones.keep(memberId, read(name.strip()), clock.instant());
        }
    }

    private static ZoneId read(String name) {
        // an offset says nothing of summer time, and abbreviations mean several places
        Malformed.require(
                ZoneId.getAvailableZoneIds().contains(name) && name.contains("/"),
                "zone",
                name,
                "name a place, such as Asia/Shanghai or Europe/Berlin");
        return ZoneId.of(name);
    }

    @Transactional(readOnly = true)
    public Optional<ZoneId> of(long memberId) {
        return Optional.ofNullable(zones.of(List.of(memberId)).get(memberId));
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, ZoneId> of(Collection<Long> memberIds) {
        return zones.of(memberIds);
    }
}
