package dev.waystation.platform.engagement.events.usecase;

import dev.waystation.platform.engagement.events.model.EventTime;
import dev.waystation.platform.engagement.events.store.DayStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Partitions for the days to come; none past their retention. */
@Service
public class PrepareDays {

    private static final int KEPT_MONTHS = 13;

    private final DayStore days;

    PrepareDays(DayStore days) {
        this.days = days;
    }

    @Transactional
    public void handle(Instant now) {
        LocalDate today = EventTime.day(now);
        days.ensure(Set.of(today, today.plusDays(1), today.plusDays(2)));
        days.dropBefore(today.minusMonths(KEPT_MONTHS));
    }
}
