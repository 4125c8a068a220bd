package dev.waystation.platform.engagement.experiment.usecase;

import dev.waystation.platform.engagement.experiment.Assigned;
import dev.waystation.platform.engagement.experiment.Experiments;
import dev.waystation.platform.engagement.experiment.model.Holdout;
import dev.waystation.platform.engagement.experiment.store.ResultRows;
import dev.waystation.platform.engagement.experiment.store.TrialRow;
import dev.waystation.platform.engagement.experiment.store.TrialRows;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.statistics.Assignment;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Deals arms by hash; the moment of asking is the moment of seeing, for every arm alike. */
@Service
public class AssignArm implements Experiments {

    private static final int TEN_THOUSAND = 10_000;

    private final TrialRows trials;
    private final ResultRows results;
    private final Clock clock;
    private final Holdout holdout;

    AssignArm(
            TrialRows trials,
            ResultRows results,
            Clock clock,
            @Value("${waystation.experiments.holdout:0.02}") double holdout) {
        this.trials = trials;
        this.results = results;
        this.clock = clock;
        this.holdout = new Holdout(holdout);
    }

    @Override
    @Transactional
    public Assigned assign(String trialKey, long memberId) {
        Optional<TrialRow> found = trials.one(trialKey);
        if (found.isEmpty()) {
            return new Assigned(
                    "control", false, "UNKNOWN_TRIAL", new Said("没有这个实验", "no such trial"));
        }
        TrialRow row = found.get();
        String control = row.design().arms().getFirst().key();
        String unit = PublicId.encode("mbr", memberId);
        if (holdout.holds(unit)) {
            return new Assigned(
                    control,
                    false,
                    "HOLDOUT",
                    new Said("属于全局对照，不参加任何实验", "held out of every trial"));
        }
        Assignment dealt =
                Assignment.of(
                        row.design().trial(row.key(), row.phase(), row.isRunning()),
                        Assignment.Who.unit(unit));
        if (dealt.takesPart()) {
            results.expose(
                    List.of(
                            new ResultRows.Exposure(
                                    row.key(),
                                    row.phase(),
                                    memberId,
                                    dealt.variation(),
                                    clock.instant())));
        }
        return new Assigned(
                row.design().arms().get(dealt.variation()).key(),
                dealt.takesPart(),
                dealt.reason().name(),
                dealt.takesPart()
                        ? new Said("按会员编号的哈希分组", "dealt by the hash of the member's number")
                        : new Said("不在实验范围内", "outside the trial"));
    }

    @Override
    public boolean isDealtAs(String trialKey, List<Share> shares) {
        return trials.one(trialKey)
                .map(TrialRow::design)
                .filter(design -> design.coverage() == 1 && design.layer() == null)
                .map(design ->
                        design.arms().stream()
                                .map(arm ->
                                        new Share(
                                                arm.key(),
                                                (int) Math.round(arm.weight() * TEN_THOUSAND)))
                                .toList())
                .filter(shares::equals)
                .isPresent();
    }

    @Override
    @Transactional
    public void saw(List<Sight> sights) {
        Map<String, Optional<TrialRow>> known = new HashMap<>();
        List<ResultRows.Exposure> seen = new ArrayList<>();
        for (Sight sight : sights) {
            known.computeIfAbsent(sight.trialKey(), trials::one)
                    .filter(TrialRow::isRunning)
                    .filter(_ -> !holdout.holds(PublicId.encode("mbr", sight.memberId())))
                    .ifPresent(row ->
                            seen.add(
                                    new ResultRows.Exposure(
                                            row.key(),
                                            row.phase(),
                                            sight.memberId(),
                                            row.design().indexOf(sight.arm()),
                                            sight.at())));
        }
        results.expose(seen);
    }
}
