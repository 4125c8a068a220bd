package dev.waystation.platform.engagement.journey.web;

import dev.waystation.platform.engagement.journey.model.Content;
import dev.waystation.platform.engagement.journey.model.GraphDraft;
import dev.waystation.platform.engagement.journey.model.JourneyRefusal;
import dev.waystation.platform.engagement.journey.model.ReEntry;
import dev.waystation.platform.engagement.journey.model.Trigger;
import dev.waystation.platform.engagement.journey.usecase.DraftJourney;
import dev.waystation.platform.engagement.journey.usecase.ListEnrolments;
import dev.waystation.platform.engagement.journey.usecase.ListEnrolments.EnrolmentView;
import dev.waystation.platform.engagement.journey.usecase.PublishJourney;
import dev.waystation.platform.engagement.journey.usecase.ShowJourneys;
import dev.waystation.platform.engagement.journey.usecase.ShowJourneys.JourneyView;
import dev.waystation.platform.engagement.journey.usecase.StopJourney;
import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Cursor;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.foundation.edge.RefusalProblem;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.edge.Versions;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Journeys over HTTP. */
@RestController
class JourneyController {

    private final ShowJourneys show;
    private final DraftJourney draft;
    private final PublishJourney publish;
    private final StopJourney stop;
    private final ListEnrolments enrolments;

    JourneyController(
            ShowJourneys show,
            DraftJourney draft,
            PublishJourney publish,
            StopJourney stop,
            ListEnrolments enrolments) {
        this.show = show;
        this.draft = draft;
        this.publish = publish;
        this.stop = stop;
        this.enrolments = enrolments;
    }

    /** What the canvas saves. */
    record JourneyDraft(
            String code,
            Said name,
            Trigger trigger,
            @Nullable ReEntry reEntry,
            GraphDraft graph,
            @Nullable Integer priority) {

        DraftJourney.Command command() {
            ReEntry rule = reEntry == null ? ReEntry.ONCE : reEntry;
            return new DraftJourney.Command(
                    code, name, new Content(trigger, rule, graph, priority));
        }
    }

    @GetMapping("/v1/campaign-journeys")
    @Permission("journeys.read")
    Page<JourneyView> journeys() {
        return Page.last(show.all());
    }

    @GetMapping("/v1/campaign-journeys/{id}")
    @Permission("journeys.read")
    ResponseEntity<JourneyView> journey(@PathVariable String id) {
        return tagged(view(PublicId.decode("jrn", id)));
    }

    @PostMapping("/v1/campaign-journeys")
    @Permission("journeys.write")
    @ResponseStatus(HttpStatus.CREATED)
    JourneyView draft(@RequestBody JourneyDraft body) {
        return answer(draft.handle(body.command()));
    }

    @PutMapping("/v1/campaign-journeys/{id}")
    @Permission("journeys.write")
    ResponseEntity<JourneyView> redraw(
            @PathVariable String id,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JourneyDraft body) {
        require(id, ifMatch);
        return tagged(answer(draft.redraw(PublicId.decode("jrn", id), body.command())));
    }

    @PostMapping("/v1/campaign-journeys/{id}:publish")
    @Permission("journeys.write")
    ResponseEntity<JourneyView> publish(
            @PathVariable String id,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        return changed(id, ifMatch, journey -> publish.handle(journey, caller.key()));
    }

    @PostMapping("/v1/campaign-journeys/{id}:pause")
    @Permission("journeys.write")
    ResponseEntity<JourneyView> pause(
            @PathVariable String id,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false)
                    @Nullable String ifMatch) {
        return changed(id, ifMatch, publish::pause);
    }

    @PostMapping("/v1/campaign-journeys/{id}:resume")
    @Permission("journeys.write")
    ResponseEntity<JourneyView> resume(
            @PathVariable String id,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false)
                    @Nullable String ifMatch) {
        return changed(id, ifMatch, publish::resume);
    }

    @PostMapping("/v1/campaign-journeys/{id}:stop")
    @Permission("journeys.write")
    ResponseEntity<JourneyView> stop(
            @PathVariable String id,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        return changed(id, ifMatch, journey -> stop.handle(journey, caller.key()));
    }

    @GetMapping("/v1/campaign-journeys/{id}/enrolments")
    @Permission("journeys.read")
    Page<EnrolmentView> enrolments(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String member,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return enrolments.handle(
                PublicId.decode("jrn", id),
                member == null ? null : PublicId.decode("mbr", member),
                Cursor.parse(cursor, 2),
                Cursor.limit(limit));
    }

    /** What everybody does who changes a journey's state from what the screen shows. */
    private ResponseEntity<JourneyView> changed(
            String id, @Nullable String ifMatch, LongFunction<PublishJourney.Outcome> change) {
        require(id, ifMatch);
        return tagged(answer(change.apply(PublicId.decode("jrn", id))));
    }

    private void require(String id, @Nullable String ifMatch) {
        Versions.requireIfGiven(ifMatch, tag(view(PublicId.decode("jrn", id))));
    }

    private static ResponseEntity<JourneyView> tagged(JourneyView journey) {
        return ResponseEntity.ok().header(HttpHeaders.ETAG, tag(journey)).body(journey);
    }

    /** The figures beside it change all the time and are nobody's edit. */
    private static String tag(JourneyView journey) {
        return Versions.tagOf(
                journey.version(),
                journey.state(),
                journey.name(),
                journey.trigger(),
                journey.reEntry(),
                journey.graph(),
                String.valueOf(journey.priority()));
    }

    private JourneyView view(long journeyId) {
        return show.one(journeyId)
                .orElseThrow(() -> refusal(JourneyRefusal.UNKNOWN_JOURNEY, List.of()));
    }

    private JourneyView answer(DraftJourney.Outcome outcome) {
        return switch (outcome) {
            case DraftJourney.Outcome.Kept kept -> view(kept.journeyId());
            case DraftJourney.Outcome.Refused refused -> throw refusal(refused.code(), List.of());
        };
    }

    private JourneyView answer(PublishJourney.Outcome outcome) {
        return switch (outcome) {
            case PublishJourney.Outcome.Done done -> view(done.journeyId());
            case PublishJourney.Outcome.Refused refused ->
                    throw refusal(refused.code(), refused.problems());
        };
    }

    private static RefusalProblem refusal(JourneyRefusal code, List<?> problems) {
        HttpStatus status =
                switch (code) {
                    case UNKNOWN_JOURNEY -> HttpStatus.NOT_FOUND;
                    case JOURNEY_CODE_IS_TAKEN,
                            JOURNEY_IS_NOT_PUBLISHED,
                            JOURNEY_IS_NOT_PAUSED,
                            JOURNEY_NEEDS_APPROVAL,
                            JOURNEY_LETS_NOBODY_IN,
                            LIST_NEEDS_APPROVAL ->
                            HttpStatus.CONFLICT;
                    case JOURNEY_HAS_PROBLEMS -> HttpStatus.UNPROCESSABLE_CONTENT;
                };
        return Refusal.of(code, status, Map.of("count", problems.size(), "problems", problems));
    }
}
