package dev.waystation.platform.engagement.audience.web;

import dev.waystation.platform.engagement.audience.AttributeUse.Place;
import dev.waystation.platform.engagement.audience.model.ComputedTrait;
import dev.waystation.platform.engagement.audience.usecase.ChangeTrait;
import dev.waystation.platform.engagement.audience.usecase.DefineTrait;
import dev.waystation.platform.engagement.audience.usecase.ListTraits;
import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.jobs.JobView;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Traits that follow from what members did. */
@RestController
@RequestMapping("/v1")
class TraitController {

    private final DefineTrait define;
    private final ChangeTrait change;
    private final ListTraits list;

    TraitController(DefineTrait define, ChangeTrait change, ListTraits list) {
        this.change = change;
        this.define = define;
        this.list = list;
    }

    /** A trait to be; scores have a half-life and levels, sources of other traits weigh nothing. */
    record TraitDraft(
            String code,
            Said name,
            String function,
            List<SourceDraft> sources,
            @Nullable String property,
            @Nullable Integer withinDays,
            @Nullable Integer halfLifeDays,
            @Nullable List<ComputedTrait.Level> levels) {}

    /** Which occurrences count. */
    record SourceDraft(
            String event, @Nullable Integer weight, @Nullable Map<String, Object> where) {}

    /** The job works it out for those whom no event brings by. */
    record TraitDefined(String code, String attribute, JobView job) {}

    @GetMapping("/traits")
    @Permission({"segments.read", "members.read"})
    Page<ListTraits.View> computedTraits() {
        return Page.last(list.list());
    }

    @PostMapping("/traits")
    @Permission("segments.write")
    @ResponseStatus(HttpStatus.CREATED)
    TraitDefined defineTrait(@RequestBody TraitDraft body, Caller caller) {
        ComputedTrait trait = trait(body.code(), body);
        return switch (define.handle(new DefineTrait.Command(trait, caller.key()))) {
            case DefineTrait.Outcome.Defined(JobView job) ->
                    new TraitDefined(trait.code(), trait.attribute(), job);
            case DefineTrait.Outcome.Taken _ -> throw taken(body.code());
        };
    }

    /** Window, weights, levels and names may change; what it answers stays while it is used. */
    @PutMapping("/traits/{code}")
    @Permission("segments.write")
    TraitDefined changeTrait(
            @PathVariable String code, @RequestBody TraitDraft body, Caller caller) {
        ComputedTrait trait = trait(code, body);
        return answer(trait, change.change(new DefineTrait.Command(trait, caller.key())));
    }

    /** Everywhere it is asked for; a trait in use can't be removed. */
    @GetMapping("/traits/{code}/uses")
    @Permission("segments.read")
    Page<Place> usesOfTrait(@PathVariable String code) {
        return Page.last(change.uses(code).orElseThrow(() -> Refusal.notFound(code)));
    }

    @DeleteMapping("/traits/{code}")
    @Permission("segments.write")
    JobView removeTrait(@PathVariable String code) {
        return done(code, change.remove(code));
    }

    private static TraitDefined answer(ComputedTrait trait, ChangeTrait.Outcome outcome) {
        return new TraitDefined(trait.code(), trait.attribute(), done(trait.code(), outcome));
    }

    private static JobView done(String code, ChangeTrait.Outcome outcome) {
        return switch (outcome) {
            case ChangeTrait.Outcome.Done(JobView job) -> job;
            case ChangeTrait.Outcome.Unknown _ -> throw Refusal.notFound(code);
            case ChangeTrait.Outcome.Taken _ -> throw taken(code);
            case ChangeTrait.Outcome.InUse(List<Place> places) ->
                    throw FieldController.inUse(code, places);
        };
    }

    private static RuntimeException taken(String code) {
        return Refusal.of("TRAIT_TAKEN", HttpStatus.CONFLICT, Map.of("code", code));
    }

    private static ComputedTrait trait(String code, TraitDraft body) {
        return new ComputedTrait(
                code,
                body.name(),
                function(body.function()),
                body.sources().stream().map(TraitController::source).toList(),
                body.property(),
                or(body.withinDays(), 0),
                or(body.halfLifeDays(), 0),
                body.levels() == null ? List.of() : body.levels());
    }

    /** What the traits of a member come to today, and when time alone changes each. */
    @GetMapping("/members/{id}/traits")
    @Permission("members.read")
    Page<ListTraits.Value> traitsOf(@PathVariable String id) {
        return Page.last(
                list.of(PublicId.decode("mbr", id)).orElseThrow(() -> Refusal.notFound(id)));
    }

    private static ComputedTrait.Source source(SourceDraft draft) {
        return new ComputedTrait.Source(draft.event(), or(draft.weight(), 1), draft.where());
    }

    private static int or(@Nullable Integer given, int otherwise) {
        return given == null ? otherwise : given;
    }

    private static ComputedTrait.Function function(String word) {
        for (ComputedTrait.Function each : ComputedTrait.Function.values()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(word)) {
                return each;
            }
        }
        throw new Malformed(
                "function", word, "say first, last, count, sum, distinct, most or score");
    }
}
