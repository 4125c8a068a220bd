package dev.waystation.platform.engagement.audience.web;

import dev.waystation.platform.engagement.audience.AttributeUse.Place;
import dev.waystation.platform.engagement.audience.model.MemberField;
import dev.waystation.platform.engagement.audience.model.TagChoice;
import dev.waystation.platform.engagement.audience.usecase.KeepFields;
import dev.waystation.platform.engagement.audience.usecase.ShowFields;
import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.foundation.edge.Said;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The fields operators keep about members. */
@RestController
class FieldController {

    private final KeepFields keep;
    private final ShowFields show;

    FieldController(KeepFields keep, ShowFields show) {
        this.keep = keep;
        this.show = show;
    }

    /** A field to be; kind and guard can't be changed later. */
    record FieldDraft(
            String code,
            Said name,
            String kind,
            @Nullable List<TagChoice> choices,
            String guarded,
            List<String> sources,
            String merge) {}

    @GetMapping("/v1/fields")
    @Permission({"segments.read", "members.read"})
    Page<ShowFields.View> memberFields() {
        return Page.last(show.all());
    }

    @PostMapping("/v1/fields")
    @Permission("segments.write")
    @ResponseStatus(HttpStatus.CREATED)
    Page<ShowFields.View> defineField(@RequestBody FieldDraft body, Caller caller) {
        return answer(keep.define(command(body.code(), body, caller)), body.code());
    }

    @PutMapping("/v1/fields/{code}")
    @Permission("segments.write")
    Page<ShowFields.View> changeField(
            @PathVariable String code, @RequestBody FieldDraft body, Caller caller) {
        return answer(keep.change(command(code, body, caller)), code);
    }

    /** Everywhere it is asked for; a field in use can't be removed. */
    @GetMapping("/v1/fields/{code}/uses")
    @Permission("segments.read")
    Page<Place> usesOfField(@PathVariable String code) {
        return Page.last(keep.uses(code).orElseThrow(() -> Refusal.notFound(code)));
    }

    @DeleteMapping("/v1/fields/{code}")
    @Permission("segments.write")
    Page<ShowFields.View> removeField(@PathVariable String code) {
        return answer(keep.remove(code), code);
    }

    private Page<ShowFields.View> answer(KeepFields.Outcome outcome, String code) {
        return switch (outcome) {
            case KeepFields.Outcome.Kept _ -> Page.last(show.all());
            case KeepFields.Outcome.Unknown _ -> throw Refusal.notFound(code);
            case KeepFields.Outcome.Taken _ ->
                    throw Refusal.of("FIELD_TAKEN", HttpStatus.CONFLICT, Map.of("code", code));
            case KeepFields.Outcome.OtherKind _ ->
                    throw Refusal.of(
                            "FIELD_KEEPS_ITS_KIND", HttpStatus.CONFLICT, Map.of("code", code));
            case KeepFields.Outcome.InUse(List<Place> places) -> throw inUse(code, places);
        };
    }

    /** Names the places, so that whoever wants it gone knows where to begin. */
    static RuntimeException inUse(String code, List<Place> places) {
        return Refusal.of(
                "ATTRIBUTE_IN_USE",
                HttpStatus.CONFLICT,
                Map.of(
                        "code",
                        code,
                        "zh",
                        places.stream()
                                .map(each -> each.name().zh())
                                .collect(Collectors.joining("、")),
                        "en",
                        places.stream()
                                .map(each -> each.name().en())
                                .collect(Collectors.joining(", "))));
    }

    private static KeepFields.Command command(String code, FieldDraft body, Caller caller) {
        List<TagChoice> choices = body.choices();
        return new KeepFields.Command(
                new MemberField(
                        code,
                        body.name(),
                        MemberField.of(MemberField.Kind.class, "kind", body.kind()),
                        choices == null ? List.of() : choices,
                        MemberField.of(MemberField.Guarded.class, "guarded", body.guarded()),
                        body.sources().stream()
                                .map(word ->
                                        MemberField.of(MemberField.Source.class, "sources", word))
                                .toList(),
                        MemberField.of(MemberField.Merge.class, "merge", body.merge())),
                caller.key());
    }
}
