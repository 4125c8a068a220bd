package dev.waystation.statistics;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;

/**
 * Which variation a unit gets, and why.
 *
 * @param variation 0, the control, for everybody who does not take part
 * @param takesPart whether the unit counts in the trial
 * @param byHash whether the hash decided; what was forced must not be analysed
 */
public record Assignment(int variation, boolean takesPart, boolean byHash, Reason reason) {

    /** What decided. */
    public enum Reason {
        ASSIGNED,
        TOO_FEW_VARIATIONS,
        TRIALS_ARE_OFF,
        FORCED_BY_ADDRESS,
        FORCED_FOR_UNIT,
        NOT_ACTIVE,
        NO_UNIT,
        OUTSIDE_ITS_LAYER,
        NOT_TARGETED,
        UNKNOWN_HASH,
        NOT_COVERED,
        FORCED_FOR_ALL,
        QUALITY_CHECK
    }

    /**
     * Who asks.
     *
     * @param attributes names of the unit by attribute
     * @param byAddress variations asked for in the address line, by trial
     * @param byUnit variations fixed for this unit, by trial
     * @param on whether trials run at all
     * @param check while quality is checked nobody is assigned by hash
     * @param targeted whether the trial's condition holds; asked at most once
     */
    public record Who(
            Map<String, String> attributes,
            Map<String, Integer> byAddress,
            Map<String, Integer> byUnit,
            boolean on,
            boolean check,
            BooleanSupplier targeted) {

        /** A unit that nothing is forced on, already known to be targeted. */
        public static Who unit(String id) {
            return new Who(Map.of("id", id), Map.of(), Map.of(), true, false, () -> true);
        }
    }

    /** The order of the checks is that of the published SDKs: the first one that fails decides. */
    public static Assignment of(Trial trial, Who who) {
        if (trial.variations() < 2) {
            return control(Reason.TOO_FEW_VARIATIONS);
        }
        if (!who.on()) {
            return control(Reason.TRIALS_ARE_OFF);
        }
        Integer asked = who.byAddress().get(trial.key());
        if (asked != null && asked >= 0 && asked < trial.variations()) {
            return forced(trial, asked, Reason.FORCED_BY_ADDRESS);
        }
        Integer fixed = who.byUnit().get(trial.key());
        if (fixed != null) {
            return forced(trial, fixed, Reason.FORCED_FOR_UNIT);
        }
        if (!trial.active()) {
            return control(Reason.NOT_ACTIVE);
        }
        String unit = who.attributes().getOrDefault(trial.unitAttribute(), "");
        if (unit.isEmpty()) {
            return control(Reason.NO_UNIT);
        }
        if (!isInside(trial, unit, who)) {
            return control(Reason.OUTSIDE_ITS_LAYER);
        }
        if (!who.targeted().getAsBoolean()) {
            return control(Reason.NOT_TARGETED);
        }
        OptionalDouble point = Bucketing.point(trial.seed(), unit, trial.hashVersion());
        if (point.isEmpty()) {
            return control(Reason.UNKNOWN_HASH);
        }
        int chosen = Bucketing.choose(point.getAsDouble(), trial.effectiveRanges());
        if (chosen < 0) {
            return control(Reason.NOT_COVERED);
        }
        Integer forAll = trial.forced();
        if (forAll != null) {
            return forced(trial, forAll, Reason.FORCED_FOR_ALL);
        }
        return who.check()
                ? control(Reason.QUALITY_CHECK)
                : new Assignment(chosen, true, true, Reason.ASSIGNED);
    }

    private static boolean isInside(Trial trial, String unit, Who who) {
        List<Trial.Filter> filters = trial.filters();
        if (!filters.isEmpty()) {
            return filters.stream().allMatch(filter -> passes(filter, who));
        }
        Trial.Layer layer = trial.layer();
        return layer == null || Bucketing.inLayer(unit, layer.name(), layer.part());
    }

    private static boolean passes(Trial.Filter filter, Who who) {
        String unit = who.attributes().getOrDefault(filter.unitAttribute(), "");
        OptionalDouble point = Bucketing.point(filter.seed(), unit, filter.hashVersion());
        return !unit.isEmpty()
                && point.isPresent()
                && Bucketing.choose(point.getAsDouble(), filter.ranges()) >= 0;
    }

    private static Assignment control(Reason reason) {
        return new Assignment(0, false, false, reason);
    }

    private static Assignment forced(Trial trial, int variation, Reason reason) {
        boolean exists = variation >= 0 && variation < trial.variations();
        return new Assignment(exists ? variation : 0, exists, false, reason);
    }
}
