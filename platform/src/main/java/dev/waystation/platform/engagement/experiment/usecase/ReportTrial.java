package dev.waystation.platform.engagement.experiment.usecase;

import dev.waystation.platform.engagement.experiment.model.Design;
import dev.waystation.platform.engagement.experiment.model.Judgement;
import dev.waystation.platform.engagement.experiment.model.Metric;
import dev.waystation.platform.engagement.experiment.store.ResultRows;
import dev.waystation.platform.engagement.experiment.store.TrialRow;
import dev.waystation.platform.engagement.experiment.store.TrialRows;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.statistics.Moments;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Trials as screens show them: arms with figures, health, and what may be said. */
@Service
public class ReportTrial {

    /** Days before the first exposure whose spending explains part of what comes after. */
    static final int LOOK_BACK_DAYS = 14;

    /** One arm with what was counted. */
    public record ArmView(
            String key, Said name, double weight, long units, long buyers, double revenueMinor) {}

    /** One trial; the verdict is absent for a draft. */
    public record TrialView(
            String key,
            Said name,
            String state,
            int phase,
            Design design,
            @Nullable Instant beganAt,
            List<ArmView> arms,
            Judgement.@Nullable Told told) {}

    private final TrialRows trials;
    private final ResultRows results;
    private final Clock clock;

    ReportTrial(TrialRows trials, ResultRows results, Clock clock) {
        this.trials = trials;
        this.results = results;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<TrialView> one(String key) {
        return trials.one(key).map(this::view);
    }

    @Transactional(readOnly = true)
    public List<TrialView> all() {
        return trials.all().stream().map(this::view).toList();
    }

    private TrialView view(TrialRow row) {
        Design design = row.design();
        Instant until = row.stoppedAt() == null ? clock.instant() : row.stoppedAt();
        Map<Integer, Map<Metric, Moments>> sums =
                results.sums(row.key(), row.phase(), LOOK_BACK_DAYS, until.plusSeconds(1));
        List<Judgement.Counted> counted = new ArrayList<>();
        List<ArmView> arms = new ArrayList<>();
        for (int i = 0; i < design.arms().size(); i++) {
            Map<Metric, Moments> of = sums.getOrDefault(i, Map.of());
            Moments revenue = of.getOrDefault(Metric.REVENUE, Moments.NONE);
            Moments bought = of.getOrDefault(Metric.CONVERSION, Moments.NONE);
            counted.add(new Judgement.Counted(revenue.units(), of));
            Design.Arm arm = design.arms().get(i);
            arms.add(
                    new ArmView(
                            arm.key(),
                            arm.name(),
                            arm.weight(),
                            revenue.units(),
                            Math.round(bought.sum()),
                            revenue.sum()));
        }
        Judgement judgement =
                new Judgement(design, counted, results.sawTwo(row.key(), row.phase()));
        return new TrialView(
                row.key(),
                row.name(),
                row.state(),
                row.phase(),
                design,
                row.beganAt(),
                arms,
                row.beganAt() == null ? null : judgement.told());
    }
}
