package dev.waystation.platform.members.loyalty.web;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.members.loyalty.model.Decision;
import dev.waystation.platform.members.loyalty.model.EarningEvent;
import dev.waystation.platform.members.loyalty.model.EarningWhy;
import dev.waystation.platform.members.loyalty.usecase.PreviewEarning;
import dev.waystation.platform.members.loyalty.usecase.RecordEarning;
import dev.waystation.platform.members.loyalty.usecase.ShareTrip;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What members did: reported by tills and devices, tried out by staff, shared by members. */
@RestController
class EarningPages {

    private final RecordEarning record;
    private final PreviewEarning preview;
    private final ShareTrip share;
    private final Clock clock;

    EarningPages(RecordEarning record, PreviewEarning preview, ShareTrip share, Clock clock) {
        this.record = record;
        this.preview = preview;
        this.share = share;
        this.clock = clock;
    }

    /** A position is compared and forgotten. */
    record ShareRequest(
            String programme, String what, double latitude, double longitude, int accuracyMetres) {}

    @PostMapping("/v1/earning-events")
    @Permission("earnings.report")
    @ResponseStatus(HttpStatus.CREATED)
    EarningJson.Answer report(@RequestBody EarningJson.Report body) {
        EarningEvent event = body.event(clock.instant());
        Malformed.require(event.memberId() > 0, "member", null, "give the member's id");
        Malformed.require(
                !event.at().isAfter(clock.instant()), "at", event.at(), "report what has happened");
        return record.handle(List.of(event)).stream()
                .findFirst()
                .map(this::answer)
                .orElseThrow(() ->
                        Refusal.of(
                                "EVENT_WAS_REPORTED_BEFORE",
                                HttpStatus.CONFLICT,
                                Map.of("reference", event.reference())));
    }

    @PostMapping("/v1/earning-events:preview")
    @Permission("rules.read")
    EarningJson.Answer preview(@RequestBody EarningJson.Trial body) {
        PreviewEarning.Preview tried =
                preview.handle(
                        body.event().event(clock.instant()),
                        body.earner() == null ? Map.of() : body.earner(),
                        body.draft());
        return EarningJson.of(tried.decision(), tried.why());
    }

    @PostMapping("/v1/me/shares")
    @Permission(Permission.MEMBER)
    @ResponseStatus(HttpStatus.CREATED)
    EarningJson.Answer share(@RequestBody ShareRequest body, Caller caller) {
        return share.handle(
                        Earner.id(caller),
                        body.programme(),
                        body.what(),
                        new ShareTrip.Position(
                                body.latitude(), body.longitude(), body.accuracyMetres()))
                .map(this::answer)
                .orElseThrow(() ->
                        Refusal.of(
                                "EVENT_WAS_REPORTED_BEFORE",
                                HttpStatus.CONFLICT,
                                Map.of("reference", body.what())));
    }

    private EarningJson.Answer answer(RecordEarning.Recorded recorded) {
        Explanation why = EarningWhy.of(recorded.decision(), Decision.POINTS, clock.getZone());
        return EarningJson.of(recorded.decision(), why);
    }
}
