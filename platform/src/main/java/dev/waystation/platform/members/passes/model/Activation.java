package dev.waystation.platform.members.passes.model;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When the days of a pass begin to run. */
public enum Activation {
    NOW,
    NEXT_DAY,
    FIRST_USE,
    FIXED;

    /** The first day of a pass paid on a day; empty while nobody has used it. */
    public Optional<LocalDate> firstDay(LocalDate paid, @Nullable LocalDate fixed) {
        return switch (this) {
            case NOW -> Optional.of(paid);
            case NEXT_DAY -> Optional.of(paid.plusDays(1));
            case FIRST_USE -> Optional.empty();
            // Bought in mid-season, it runs from the purchase.
            case FIXED -> Optional.of(fixed == null || fixed.isBefore(paid) ? paid : fixed);
        };
    }
}
