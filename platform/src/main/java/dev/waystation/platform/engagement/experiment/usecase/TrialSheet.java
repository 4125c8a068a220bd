package dev.waystation.platform.engagement.experiment.usecase;

import dev.waystation.platform.engagement.experiment.model.Design;
import dev.waystation.platform.engagement.experiment.model.Judgement;
import dev.waystation.platform.engagement.experiment.usecase.ReportTrial.ArmView;
import dev.waystation.platform.engagement.experiment.usecase.ReportTrial.Measured;
import dev.waystation.platform.engagement.experiment.usecase.ReportTrial.TrialView;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The result of a trial as a file: first exactly who and what was counted, so that somebody else
 * can count again, then the figures. No lift stands in it while none may be shown.
 */
public final class TrialSheet {

    private TrialSheet() {}

    public static String csv(TrialView trial) {
        Design design = trial.design();
        StringBuilder out = new StringBuilder("filter,value\n");
        filter(out, "experiment", trial.key());
        filter(out, "phase", trial.phase());
        filter(out, "seen_from", String.valueOf(trial.beganAt()));
        filter(out, "counted_until", trial.until());
        filter(out, "arms", arms(design.arms()));
        filter(out, "coverage", design.coverage());
        filter(out, "look_back_days", ReportTrial.LOOK_BACK_DAYS);
        filter(out, "left_out", "members who saw more than one arm");
        filter(out, "decided_by", design.decides());
        filter(out, "planned_members", design.plannedUnits());
        Judgement.@Nullable Told told = trial.told();
        filter(out, "verdict", told == null ? "DRAFT" : told.verdict());
        out.append("\narm,metric,members,value,lift,low,high,p_corrected,definition\n");
        for (ArmView arm : trial.arms()) {
            for (Measured one : arm.measured()) {
                out.append(
                                "%s,%s,%d,%s,"
                                        .formatted(
                                                arm.key(), one.metric(), one.units(), one.value()))
                        .append(lift(told, arm.key(), one))
                        .append(",\"" + one.metric().definition().en() + "\"\n");
            }
        }
        return out.toString();
    }

    private static void filter(StringBuilder out, String name, Object value) {
        out.append(name).append(",\"").append(value).append("\"\n");
    }

    private static String arms(List<Design.Arm> arms) {
        return arms.stream()
                .map(arm -> arm.key() + " " + arm.weight())
                .collect(Collectors.joining("; "));
    }

    private static String lift(Judgement.@Nullable Told told, String arm, Measured one) {
        if (told == null) {
            return ",,,";
        }
        return told.comparisons().stream()
                .filter(c -> c.arm().equals(arm) && c.metric() == one.metric())
                .map(c ->
                        String.format(
                                Locale.ROOT,
                                "%.6f,%.6f,%.6f,%.6f",
                                c.lift().lift(),
                                c.lift().low(),
                                c.lift().high(),
                                c.correctedP()))
                .findFirst()
                .orElse(",,,");
    }
}
