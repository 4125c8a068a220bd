package dev.waystation.platform.engagement.journey.web;

import dev.waystation.platform.engagement.journey.model.JourneyLimits;
import dev.waystation.platform.engagement.journey.model.JourneyRefusal;
import dev.waystation.platform.engagement.journey.model.KeptOut;
import dev.waystation.platform.engagement.journey.usecase.AdmitMembers;
import dev.waystation.platform.engagement.journey.usecase.PublishJourney;
import dev.waystation.platform.engagement.journey.usecase.ShowApproval;
import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who comes into journeys: lists, caps across journeys, and a second person's word. */
@RestController
class JourneyGateController {

    private static final int SHOWN = 200;

    private final AdmitMembers admit;
    private final PublishJourney publish;
    private final ShowApproval approval;

    JourneyGateController(AdmitMembers admit, PublishJourney publish, ShowApproval approval) {
        this.approval = approval;
        this.admit = admit;
        this.publish = publish;
    }

    /** Whom, and under which name of the list. */
    record Admission(List<String> members, String by) {}

    /** How many of those named entered; the re-entry rule and caps kept the others out. */
    record Admitted(int entered, int named) {}

    /** A member a cap kept out. */
    record KeptOutView(String member, String reason, Instant at) {}

    @PostMapping("/v1/campaign-journeys/{id}:enter")
    @Permission("journeys.write")
    Admitted enter(@PathVariable String id, @RequestBody Admission body, Caller caller) {
        List<Long> members =
                body.members().stream().map(member -> PublicId.decode("mbr", member)).toList();
        var command =
                new AdmitMembers.Command(
                        PublicId.decode("jrn", id), members, body.by(), caller.key());
        return switch (admit.handle(command)) {
            case AdmitMembers.Outcome.Admitted in -> new Admitted(in.entered(), members.size());
            case AdmitMembers.Outcome.Refused no ->
                    throw Refusal.of(no.code(), HttpStatus.CONFLICT);
        };
    }

    @GetMapping("/v1/campaign-journeys/{id}/kept-out")
    @Permission("journeys.read")
    Page<KeptOutView> keptOut(@PathVariable String id) {
        return Page.last(
                admit.keptOut(PublicId.decode("jrn", id), SHOWN).stream()
                        .map(JourneyGateController::view)
                        .toList());
    }

    private static KeptOutView view(KeptOut out) {
        return new KeptOutView(PublicId.encode("mbr", out.memberId()), out.reason(), out.at());
    }

    @PostMapping("/v1/campaign-journeys/{id}:approve")
    @Permission("journeys.write")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void approve(@PathVariable String id, Caller caller) {
        if (publish.approve(PublicId.decode("jrn", id), caller.key())
                instanceof PublishJourney.Outcome.Refused no) {
            throw Refusal.of(no.code(), HttpStatus.NOT_FOUND);
        }
    }

    /** What a launch comes to, whether it needs a second person, and who agreed so far. */
    @GetMapping("/v1/campaign-journeys/{id}/approval")
    @Permission("journeys.read")
    ShowApproval.Approval approval(@PathVariable String id, Caller caller) {
        return approval.handle(PublicId.decode("jrn", id), caller.key())
                .orElseThrow(
                        () -> Refusal.of(JourneyRefusal.UNKNOWN_JOURNEY, HttpStatus.NOT_FOUND));
    }

    @GetMapping("/v1/journey-limits")
    @Permission("journeys.read")
    JourneyLimits limits() {
        return admit.limits();
    }

    @PutMapping("/v1/journey-limits")
    @Permission("rules.publish")
    JourneyLimits replaceLimits(@RequestBody JourneyLimits body, Caller caller) {
        return admit.limit(body, caller.key());
    }
}
