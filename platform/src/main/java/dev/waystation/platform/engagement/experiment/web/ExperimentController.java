package dev.waystation.platform.engagement.experiment.web;

import dev.waystation.platform.engagement.experiment.Assigned;
import dev.waystation.platform.engagement.experiment.Experiments;
import dev.waystation.platform.engagement.experiment.model.Design;
import dev.waystation.platform.engagement.experiment.model.TrialRefusal;
import dev.waystation.platform.engagement.experiment.usecase.ChangeTrials;
import dev.waystation.platform.engagement.experiment.usecase.PlanTrial;
import dev.waystation.platform.engagement.experiment.usecase.ReportTrial;
import dev.waystation.platform.engagement.experiment.usecase.ReportTrial.TrialView;
import dev.waystation.platform.engagement.experiment.usecase.TrialSheet;
import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.foundation.edge.Said;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Trials over HTTP. */
@RestController
class ExperimentController {

    private final ChangeTrials change;
    private final ReportTrial report;
    private final PlanTrial plan;
    private final Experiments experiments;

    ExperimentController(
            ChangeTrials change, ReportTrial report, PlanTrial plan, Experiments experiments) {
        this.change = change;
        this.report = report;
        this.plan = plan;
        this.experiments = experiments;
    }

    /** A new trial. */
    record TrialDraft(String key, Said name, Design design) {}

    /** Whose arm is asked for; a member need not say. */
    record Unit(@Nullable String member) {}

    @GetMapping("/v1/experiments")
    @Permission("journeys.read")
    Page<TrialView> experiments() {
        return Page.last(report.all());
    }

    @GetMapping("/v1/experiments/{key}")
    @Permission("journeys.read")
    TrialView experiment(@PathVariable String key) {
        return report.one(key).orElseThrow(() -> refusal(TrialRefusal.UNKNOWN_TRIAL));
    }

    /** What was counted, of whom exactly, and what came of it. */
    @GetMapping(value = "/v1/experiments/{key}/results", produces = "text/csv;charset=UTF-8")
    @Permission("journeys.read")
    String results(@PathVariable String key) {
        return TrialSheet.csv(experiment(key));
    }

    @PostMapping("/v1/experiments")
    @Permission("journeys.write")
    @ResponseStatus(HttpStatus.CREATED)
    TrialView draft(@RequestBody TrialDraft body) {
        return answer(
                change.handle(new ChangeTrials.Command(body.key(), body.name(), body.design())));
    }

    @PutMapping("/v1/experiments/{key}")
    @Permission("journeys.write")
    TrialView redesign(@PathVariable String key, @RequestBody Design design) {
        return answer(change.redesign(key, design));
    }

    @PostMapping("/v1/experiments/{key}:start")
    @Permission("journeys.write")
    TrialView start(@PathVariable String key) {
        return answer(change.start(key));
    }

    @PostMapping("/v1/experiments/{key}:stop")
    @Permission("journeys.write")
    TrialView stop(@PathVariable String key) {
        return answer(change.stop(key));
    }

    @PostMapping("/v1/experiments/{key}:assign")
    @Permission({"journeys.write", Permission.MEMBER})
    Assigned assign(@PathVariable String key, @RequestBody Unit unit, Caller caller) {
        return experiments.assign(key, member(unit, caller));
    }

    @PostMapping("/v1/experiments:plan")
    @Permission("journeys.read")
    PlanTrial.Plan plan(@RequestBody PlanTrial.Command command) {
        return plan.handle(command);
    }

    private static long member(Unit unit, Caller caller) {
        if (caller instanceof Caller.Member member) {
            return member.memberId();
        }
        String asked = unit.member();
        if (asked == null) {
            throw new Malformed("member", null, "name a member, mbr_…");
        }
        return PublicId.decode("mbr", asked);
    }

    private TrialView answer(ChangeTrials.Outcome outcome) {
        return switch (outcome) {
            case ChangeTrials.Outcome.Done done -> experiment(done.key());
            case ChangeTrials.Outcome.Refused refused -> throw refusal(refused.code());
        };
    }

    private static RuntimeException refusal(TrialRefusal code) {
        return Refusal.of(
                code,
                switch (code) {
                    case UNKNOWN_TRIAL -> HttpStatus.NOT_FOUND;
                    case TRIAL_KEY_IS_TAKEN, TRIAL_IS_STOPPED -> HttpStatus.CONFLICT;
                });
    }
}
