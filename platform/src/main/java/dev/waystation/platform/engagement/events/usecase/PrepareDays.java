package dev.waystation.platform.engagement.events.usecase;

import dev.waystation.platform.engagement.events.model.EventTime;
import dev.waystation.platform.engagement.events.store.DayStore;
import dev.waystation.platform.engagement.events.store.QuarantineStore;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Partitions for the days to come; neither events nor quarantine past their retention. */
@Service
public class PrepareDays {

    private static final int KEPT_MONTHS = 13;
    private static final Duration QUARANTINE = Duration.ofDays(90);

    private final DayStore days;
    private final QuarantineStore quarantine;

    PrepareDays(DayStore days, QuarantineStore quarantine) {
        this.days = days;
        this.quarantine = quarantine;
    }

    @Transactional
    public void handle(Instant now) {
        LocalDate today = EventTime.day(now);
        days.ensure(Set.of(today, today.plusDays(1), today.plusDays(2)));
        days.dropBefore(today.minusMonths(KEPT_MONTHS));
        quarantine.removeBefore(now.minus(QUARANTINE));
    }
}
