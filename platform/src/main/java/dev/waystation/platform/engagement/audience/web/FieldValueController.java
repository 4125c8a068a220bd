package dev.waystation.platform.engagement.audience.web;

import dev.waystation.platform.engagement.audience.usecase.SayField;
import dev.waystation.platform.engagement.audience.usecase.ShowFields;
import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What staff write into a member's fields, and look up in them. */
@RestController
class FieldValueController {

    private final SayField say;
    private final ShowFields show;

    FieldValueController(SayField say, ShowFields show) {
        this.say = say;
        this.show = show;
    }

    /** Null takes back what staff had written; weaker sources count again. */
    record FieldWord(@Nullable String value) {}

    /** Why somebody looks. */
    record FieldReason(String reason) {}

    /** The value in clear, for one look. */
    record FieldInClear(String code, String value) {}

    @PutMapping("/v1/members/{id}/fields/{code}")
    @Permission("segments.write")
    Page<ShowFields.Value> writeField(
            @PathVariable String id,
            @PathVariable String code,
            @RequestBody FieldWord body,
            Caller caller) {
        long member = PublicId.decode("mbr", id);
        return switch (say.handle(new SayField.Command(member, code, body.value(), caller.key()))) {
            case SayField.Outcome.Written _ -> Page.last(show.of(member));
            case SayField.Outcome.Unknown _ -> throw Refusal.notFound(code);
            case SayField.Outcome.NotForStaff _ ->
                    throw Refusal.of(
                            "FIELD_NOT_FOR_STAFF", HttpStatus.CONFLICT, Map.of("code", code));
        };
    }

    @PostMapping("/v1/members/{id}/fields/{code}:reveal")
    @Permission("members.reveal")
    FieldInClear revealFieldValue(
            @PathVariable String id,
            @PathVariable String code,
            @RequestBody FieldReason body,
            Caller caller) {
        if (!(caller instanceof Caller.Staff staff)) {
            // programs have no eyes: a reveal needs a person who answers for it
            throw new Malformed("caller", caller.key(), "sign in as staff");
        }
        return new FieldInClear(
                code,
                show.reveal(staff.id(), PublicId.decode("mbr", id), code, body.reason())
                        .orElseThrow(() -> Refusal.notFound(code)));
    }
}
