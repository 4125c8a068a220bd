package dev.waystation.platform.selling.release.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Cursor;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.edge.Versions;
import dev.waystation.platform.selling.catalogue.RunId;
import dev.waystation.platform.selling.release.model.PlanSketch;
import dev.waystation.platform.selling.release.usecase.DraftReleasePlan;
import dev.waystation.platform.selling.release.usecase.ListReleasePlans;
import dev.waystation.platform.selling.release.usecase.PlanCard;
import dev.waystation.platform.selling.release.usecase.PreviewReleasePlan;
import dev.waystation.platform.selling.release.usecase.PublishReleasePlan;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/release-plans")
class ReleaseController {

    record Draft(
            @Nullable String trainCode,
            @JsonProperty("class") @Nullable String seatClass,
            @Nullable Said name,
            @Nullable List<PlanSketch.Bucket> buckets,
            @Nullable List<PlanSketch.Cap> caps,
            @Nullable List<PlanSketch.Batch> batches) {

        PlanSketch sketch() {
            Malformed.require(buckets != null, "buckets", null, "give at least one bucket");
            Malformed.require(batches != null, "batches", null, "give at least one batch");
            return new PlanSketch(
                    name == null ? new Said("放票方案", "Release plan") : name,
                    buckets == null ? List.of() : buckets,
                    caps == null ? List.of() : caps,
                    batches == null ? List.of() : batches);
        }
    }

    private final DraftReleasePlan draft;
    private final PreviewReleasePlan preview;
    private final PublishReleasePlan publish;
    private final ListReleasePlans list;

    ReleaseController(
            DraftReleasePlan draft,
            PreviewReleasePlan preview,
            PublishReleasePlan publish,
            ListReleasePlans list) {
        this.draft = draft;
        this.preview = preview;
        this.publish = publish;
        this.list = list;
    }

    @GetMapping
    @Permission("release.read")
    Page<PlanCard> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int size = Cursor.limit(limit);
        long before = Cursor.parse(cursor, 1).map(found -> found.number(0)).orElse(Long.MAX_VALUE);
        return Page.cut(list.handle(before, size + 1), size, plan -> Cursor.after(plan.id()))
                .map(PlanCard::of);
    }

    @GetMapping("/{id}")
    @Permission("release.read")
    ResponseEntity<PlanCard> show(@PathVariable String id) {
        return tagged(HttpStatus.OK, find(id));
    }

    @PostMapping
    @Permission("release.plan")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<PlanCard> draft(@RequestBody Draft body, Caller caller) {
        String train = body.trainCode() == null ? "" : body.trainCode();
        String seatClass = body.seatClass() == null ? "" : body.seatClass();
        return switch (draft.handle(
                new DraftReleasePlan.Command(train, seatClass, body.sketch(), name(caller)))) {
            case DraftReleasePlan.Outcome.Drafted drafted ->
                    tagged(HttpStatus.CREATED, PlanCard.of(drafted.plan()));
            case DraftReleasePlan.Outcome.Refused refused ->
                    throw Refusal.of(refused.code(), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @PostMapping("/{id}:preview")
    @Permission("release.plan")
    PreviewReleasePlan.Preview preview(
            @PathVariable String id, @RequestParam(required = false) @Nullable String run) {
        RunId asked = run == null ? null : new RunId(PublicId.decode("run", run));
        return preview.handle(PublicId.decode("pln", id), asked)
                .orElseThrow(() -> Refusal.notFound(id));
    }

    @PostMapping("/{id}:publish")
    @Permission("release.publish")
    ResponseEntity<PlanCard> publish(
            @PathVariable String id,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        Versions.requireIfGiven(ifMatch, tag(find(id)));
        return switch (publish.handle(
                new PublishReleasePlan.Command(PublicId.decode("pln", id), name(caller)))) {
            case PublishReleasePlan.Outcome.Published published ->
                    tagged(HttpStatus.OK, PlanCard.of(published.plan()));
            case PublishReleasePlan.Outcome.Refused refused ->
                    throw Refusal.of(
                                    refused.code(),
                                    switch (refused.code()) {
                                        case UNKNOWN_PLAN -> HttpStatus.NOT_FOUND;
                                        case PLAN_IS_NOT_A_DRAFT -> HttpStatus.CONFLICT;
                                        case UNKNOWN_TRAIN,
                                                TRAIN_HAS_NO_SUCH_CLASS,
                                                PLAN_DOES_NOT_FIT ->
                                                HttpStatus.UNPROCESSABLE_CONTENT;
                                    })
                            .because(refused.why());
        };
    }

    private PlanCard find(String id) {
        return list.one(PublicId.decode("pln", id)).orElseThrow(() -> Refusal.notFound(id));
    }

    private ResponseEntity<PlanCard> tagged(HttpStatus status, PlanCard plan) {
        return ResponseEntity.status(status).header(HttpHeaders.ETAG, tag(plan)).body(plan);
    }

    /** With the plan in force, against which a draft was looked at. */
    private String tag(PlanCard plan) {
        return Versions.tagOf(plan.version(), plan.state(), list.inForceBeside(plan));
    }

    private static String name(Caller caller) {
        return caller instanceof Caller.Staff staff ? staff.name() : caller.key();
    }
}
