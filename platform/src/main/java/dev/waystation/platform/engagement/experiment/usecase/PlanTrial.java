package dev.waystation.platform.engagement.experiment.usecase;

import dev.waystation.platform.engagement.experiment.model.Metric;
import dev.waystation.platform.engagement.experiment.store.ResultRows;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.statistics.Power;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How many members a trial needs and what it can find, from what members really spent. */
@Service
public class PlanTrial {

    private static final double ALPHA = 0.05;
    private static final int WINDOW_DAYS = 28;
    private static final int KNOWN_DAYS = 365;

    /** What change of which metric is to be found, how surely, with which share of members. */
    public record Command(Metric metric, double lift, double power, double coverage, int arms) {
        public Command {
            Malformed.require(lift > 0 && lift <= 10, "lift", lift, "give 0.05 for five per cent");
            Malformed.require(
                    power >= 0.5 && power < 1, "power", power, "give a chance of 0.5 to 0.99");
            Malformed.require(
                    coverage > 0 && coverage <= 1, "coverage", coverage, "give a share to 1");
            Malformed.require(arms >= 2 && arms <= 10, "arms", arms, "plan 2 to 10 arms");
        }
    }

    /**
     * The plan.
     *
     * @param unitsPerArm members each arm needs
     * @param members members there are in all arms at this coverage
     * @param detectableLift the smallest lift those members can show
     */
    public record Plan(
            long unitsPerArm,
            long members,
            double detectableLift,
            boolean feasible,
            int days,
            Said sentence) {}

    private final ResultRows results;
    private final Clock clock;

    PlanTrial(ResultRows results, Clock clock) {
        this.results = results;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Plan handle(Command command) {
        Instant now = clock.instant();
        ResultRows.History past =
                results.history(
                        now.minus(Duration.ofDays(KNOWN_DAYS)),
                        now.minus(Duration.ofDays(WINDOW_DAYS)),
                        now);
        double mean = command.metric() == Metric.CONVERSION ? past.share() : past.mean();
        double deviation =
                command.metric() == Metric.CONVERSION
                        ? Math.sqrt(past.share() * (1 - past.share()))
                        : past.deviation();
        long members = (long) (past.members() * command.coverage());
        if (mean <= 0 || deviation <= 0) {
            return new Plan(
                    0,
                    members,
                    0,
                    false,
                    WINDOW_DAYS,
                    new Said("历史数据不足，无法估算。", "There is too little history to plan from."));
        }
        double units = Power.unitsForMean(mean, deviation, command.lift(), ALPHA, command.power());
        double each = members / (double) command.arms();
        double least =
                each < 2 ? 0 : Power.detectableLift(mean, deviation, each, ALPHA, command.power());
        boolean feasible = units <= each;
        return new Plan(
                (long) Math.ceil(units),
                members,
                least,
                feasible,
                WINDOW_DAYS,
                new Said(
                        "每组需要 %d 人；现有会员 %d 天内最小可识别提升 %.1f%%。"
                                .formatted((long) Math.ceil(units), WINDOW_DAYS, 100 * least),
                        "Each arm needs %d members; in %d days today's members show a lift of %.1f%%."
                                .formatted((long) Math.ceil(units), WINDOW_DAYS, 100 * least)));
    }
}
