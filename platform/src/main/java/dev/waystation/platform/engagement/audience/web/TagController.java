package dev.waystation.platform.engagement.audience.web;

import dev.waystation.platform.engagement.audience.model.TagChoice;
import dev.waystation.platform.engagement.audience.model.TagKind;
import dev.waystation.platform.engagement.audience.usecase.DefineTag;
import dev.waystation.platform.engagement.audience.usecase.KeepTagGroups;
import dev.waystation.platform.engagement.audience.usecase.TagMembers;
import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.foundation.edge.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tags set by hand over HTTP. */
@RestController
class TagController {

    private final DefineTag define;
    private final TagMembers tag;
    private final KeepTagGroups groups;

    TagController(DefineTag define, TagMembers tag, KeepTagGroups groups) {
        this.groups = groups;
        this.define = define;
        this.tag = tag;
    }

    /** A new tag. */
    record TagDraft(
            String code,
            Said name,
            String group,
            @Nullable String kind,
            @Nullable List<TagChoice> choices) {}

    /** A group of tags. */
    record TagGroup(String code, Said name) {}

    /** On whom, and what for. */
    record Tagging(
            @Nullable List<String> members,
            @Nullable String segment,
            @Nullable String value,
            String reason) {}

    /** How many members were looked at. */
    record Tagged(long members) {}

    @PostMapping("/v1/tags")
    @Permission("segments.write")
    @ResponseStatus(HttpStatus.CREATED)
    TagDraft define(@RequestBody TagDraft body) {
        return switch (define.handle(
                new DefineTag.Command(
                        body.code(),
                        body.name(),
                        body.group(),
                        body.kind() == null ? TagKind.FLAG : TagKind.of(body.kind()),
                        body.choices() == null ? List.of() : body.choices()))) {
            case DefineTag.Outcome.Defined _ -> body;
            case DefineTag.Outcome.CodeTaken _ ->
                    throw Refusal.of(
                            "TAG_CODE_TAKEN", HttpStatus.CONFLICT, Map.of("code", body.code()));
            case DefineTag.Outcome.UnknownGroup _ ->
                    throw Refusal.of(
                            "TAG_GROUP_UNKNOWN",
                            HttpStatus.CONFLICT,
                            Map.of("group", body.group()));
        };
    }

    /** The groups tags are shown in. */
    @GetMapping("/v1/tag-groups")
    @Permission({"segments.read", "members.read"})
    Page<TagGroup> groups() {
        List<TagGroup> all = new ArrayList<>();
        groups.all().forEach((code, name) -> all.add(new TagGroup(code, name)));
        return Page.last(all);
    }

    /** A new group. */
    @PostMapping("/v1/tag-groups")
    @Permission("segments.write")
    @ResponseStatus(HttpStatus.CREATED)
    TagGroup addGroup(@RequestBody TagGroup body) {
        if (!groups.add(body.code(), body.name())) {
            throw Refusal.of(
                    "TAG_GROUP_TAKEN", HttpStatus.CONFLICT, Map.of("name", body.name().zh()));
        }
        return body;
    }

    @PostMapping("/v1/tags/{code}:add")
    @Permission("segments.write")
    Tagged add(@PathVariable String code, @RequestBody Tagging body, Caller caller) {
        return change(code, true, body, caller);
    }

    @PostMapping("/v1/tags/{code}:remove")
    @Permission("segments.write")
    Tagged remove(@PathVariable String code, @RequestBody Tagging body, Caller caller) {
        return change(code, false, body, caller);
    }

    private Tagged change(String code, boolean adds, Tagging body, Caller caller) {
        String segment = body.segment();
        List<String> named = body.members() == null ? List.of() : body.members();
        TagMembers.Command command =
                new TagMembers.Command(
                        code,
                        adds,
                        body.value(),
                        named.stream().map(id -> PublicId.decode("mbr", id)).toList(),
                        segment == null ? null : PublicId.decode("seg", segment),
                        caller.key(),
                        body.reason());
        return switch (tag.handle(command)) {
            case TagMembers.Outcome.Done done -> new Tagged(done.members());
            case TagMembers.Outcome.Unknown _ -> throw Refusal.notFound(code);
            case TagMembers.Outcome.FollowsItsRule _ ->
                    throw Refusal.of(
                            "TAG_FOLLOWS_ITS_RULE", HttpStatus.CONFLICT, Map.of("code", code));
        };
    }
}
