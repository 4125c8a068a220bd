package dev.waystation.platform.engagement.experiment.usecase;

import dev.waystation.platform.engagement.experiment.model.Design;
import dev.waystation.platform.engagement.experiment.model.Judgement;
import dev.waystation.platform.engagement.experiment.model.Metric;
import dev.waystation.platform.engagement.experiment.model.NextStep;
import dev.waystation.platform.engagement.experiment.model.Worth;
import dev.waystation.platform.engagement.experiment.store.ResultRows;
import dev.waystation.platform.engagement.experiment.store.TrialRow;
import dev.waystation.platform.engagement.experiment.store.TrialRows;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.statistics.Moments;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
            String key,
            Said name,
            double weight,
            long units,
            long buyers,
            double revenueMinor,
            List<Measured> measured) {}

    /** A figure of an arm by a metric; absent while nobody counts for it. */
    public record Measured(Metric metric, long units, @Nullable Double value) {}

    /** What a metric is called and exactly what it means. */
    public record Defined(Metric metric, Said label, Said definition) {}

    /** One trial; the verdict is absent for a draft. */
    public record TrialView(
            String key,
            Said name,
            String state,
            int phase,
            Design design,
            @Nullable Instant beganAt,
            List<ArmView> arms,
            Judgement.@Nullable Told told,
            @Nullable NextStep next,
            List<Worth> worth,
            List<Defined> metrics,
            Instant until) {}

    private static final List<Defined> METRICS =
            Stream.of(Metric.values())
                    .map(one -> new Defined(one, one.label(), one.definition()))
                    .toList();

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
                            revenue.sum(),
                            Stream.of(Metric.values()).map(one -> measured(one, of)).toList()));
        }
        Judgement judgement =
                new Judgement(design, counted, results.sawTwo(row.key(), row.phase()));
        Judgement.Told told = row.beganAt() == null ? null : judgement.told();
        long units = counted.stream().mapToLong(Judgement.Counted::units).sum();
        NextStep next =
                told == null
                        ? null
                        : NextStep.of(
                                told,
                                design,
                                units,
                                Duration.between(row.beganAt(), until),
                                row.isRunning());
        return new TrialView(
                row.key(),
                row.name(),
                row.state(),
                row.phase(),
                design,
                row.beganAt(),
                arms,
                told,
                next,
                told == null || next == null ? List.of() : Worth.of(design, counted, told, next),
                METRICS,
                until);
    }

    private static Measured measured(Metric metric, Map<Metric, Moments> of) {
        Moments moments = of.getOrDefault(metric, Moments.NONE);
        double value =
                metric == Metric.REVENUE_PER_TICKET
                        ? moments.sum() / moments.other()
                        : moments.mean();
        return new Measured(metric, moments.units(), Double.isFinite(value) ? value : null);
    }
}
