package dev.waystation.platform.members.passes.model;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Said;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a pass costs, opens and allows.
 *
 * @param pointsPerYuan what a yuan costs in points; 0 where points are not taken
 */
public record PassProduct(
        long id,
        String code,
        Said name,
        long priceMinor,
        int pointsPerYuan,
        Term term,
        Entry entry,
        Care care,
        boolean open) {

    /**
     * When its days run.
     *
     * @param renewDays how long before the end it can be renewed
     * @param graceDays how long after the end a renewal still joins it
     */
    public record Term(
            Activation activation,
            @Nullable LocalDate fixedFrom,
            int months,
            int renewDays,
            int graceDays) {
        public Term {
            Malformed.require(months > 0 && months <= 60, "months", months, "give 1 to 60");
            Malformed.require(renewDays >= 0, "renewDays", renewDays, "give 0 or more");
            Malformed.require(graceDays >= 0, "graceDays", graceDays, "give 0 or more");
            Malformed.require(
                    (activation == Activation.FIXED) == (fixedFrom != null),
                    "fixedFrom",
                    fixedFrom,
                    "give a day for FIXED, and for nothing else");
        }
    }

    /** Which gates it opens, and how often. */
    public record Entry(
            Set<String> sites, int usesPerDay, int gapMinutes, Set<LocalDate> blackouts) {
        public Entry {
            sites = Set.copyOf(sites);
            blackouts = Set.copyOf(blackouts);
            Malformed.require(!sites.isEmpty(), "sites", sites, "name at least one site");
            Malformed.require(
                    usesPerDay > 0 && usesPerDay <= 99, "usesPerDay", usesPerDay, "give 1 to 99");
            Malformed.require(
                    gapMinutes >= 0 && gapMinutes < 1_440,
                    "gapMinutes",
                    gapMinutes,
                    "give less than a day");
            Malformed.require(
                    blackouts.size() <= 366,
                    "blackouts",
                    blackouts.size(),
                    "give at most 366 days");
        }
    }

    /** What happens beside the gate. */
    public record Care(boolean transferable, boolean extendsOnClosure, long replacementMinor) {
        public Care {
            Malformed.require(
                    replacementMinor >= 0, "replacementMinor", replacementMinor, "give 0 or more");
        }
    }

    public PassProduct {
        Malformed.require(
                code.matches("[A-Z0-9-]{2,40}"), "code", code, "use A-Z, digits and hyphens");
        Malformed.require(priceMinor > 0, "priceMinor", priceMinor, "give a positive price");
        Malformed.require(pointsPerYuan >= 0, "pointsPerYuan", pointsPerYuan, "give 0 or more");
    }

    /** What points are worth here, in minor units. */
    public long worth(long points) {
        return pointsPerYuan == 0 ? 0 : points * 100 / pointsPerYuan;
    }
}
