package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.platform.engagement.audience.store.CoverStore;
import dev.waystation.platform.engagement.audience.store.TagStore;
import dev.waystation.platform.foundation.wiring.VenueZone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notes how many members carry each tag today. The last note of a day is what its trend shows. */
@Service
public class CoverTags {

    /** How many days a trend shows. */
    static final int DAYS = 14;

    private static final int KEPT_DAYS = 400;

    private final CoverStore covers;
    private final TagStore tags;
    private final AudienceSets sets;

    CoverTags(CoverStore covers, TagStore tags, AudienceSets sets) {
        this.covers = covers;
        this.tags = tags;
        this.sets = sets;
    }

    @Transactional
    public void handle(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, VenueZone.DEFAULT);
        if (covers.isEmpty()) {
            covers.fillFrom(today.minusDays(DAYS - 1), today.minusDays(1), VenueZone.DEFAULT, now);
        }
        Map<String, Integer> carried = sets.tagged();
        Map<String, Integer> counts = new HashMap<>();
        tags.all().forEach(tag -> counts.put(tag.code(), carried.getOrDefault(tag.code(), 0)));
        covers.keep(counts, today, now);
        covers.forgetBefore(today.minusDays(KEPT_DAYS));
    }
}
