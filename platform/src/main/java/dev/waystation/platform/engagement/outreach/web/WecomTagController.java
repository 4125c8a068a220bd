package dev.waystation.platform.engagement.outreach.web;

import dev.waystation.platform.engagement.outreach.OutreachRefusal;
import dev.waystation.platform.engagement.outreach.model.TagMatch;
import dev.waystation.platform.engagement.outreach.usecase.MatchTags;
import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.foundation.edge.Said;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tags here and in WeCom over HTTP. */
@RestController
class WecomTagController {

    private final MatchTags tags;

    WecomTagController(MatchTags tags) {
        this.tags = tags;
    }

    /**
     * One of our tags.
     *
     * @param theirs what it is called in WeCom; null when it is not there
     * @param customers how many have it there
     * @param waiting how many changes WeCom is still to be told of
     */
    record MatchedTag(
            String tag,
            Said name,
            boolean byHand,
            boolean matched,
            @Nullable String corpTag,
            @Nullable String theirs,
            @Nullable String group,
            long customers,
            long waiting,
            @Nullable String problem) {}

    /** A tag of WeCom. */
    record WecomTag(String id, String name, String group) {}

    /** Where both sides changed a tag, or a rule decides, and which one counts. */
    record TagDifference(
            @Nullable String member,
            String tag,
            boolean ours,
            boolean theirs,
            String outcome,
            Instant at) {}

    /** Both sides. */
    record WecomTags(
            boolean connected,
            List<MatchedTag> ours,
            List<WecomTag> theirs,
            List<TagDifference> differences) {}

    /** Which tag of WeCom it is; none to have it made there. */
    record WecomTagChoice(@Nullable String corpTag) {}

    @GetMapping("/v1/wecom-tags")
    @Permission("segments.read")
    WecomTags wecomTags() {
        MatchTags.Sides sides = tags.show();
        return new WecomTags(
                sides.connected(),
                sides.ours().stream().map(WecomTagController::matched).toList(),
                sides.theirs().stream()
                        .map(each -> new WecomTag(each.id(), each.name(), each.group()))
                        .toList(),
                sides.differences().stream()
                        .map(each -> {
                            Long member = each.memberId();
                            return new TagDifference(
                                    member == null ? null : PublicId.encode("mbr", member),
                                    each.tag(),
                                    each.ours(),
                                    each.theirs(),
                                    each.outcome(),
                                    each.at());
                        })
                        .toList());
    }

    private static MatchedTag matched(MatchTags.Ours ours) {
        TagMatch match = ours.match();
        return match == null
                ? new MatchedTag(
                        ours.tag(), ours.name(), ours.byHand(), false, null, null, null, 0, 0, null)
                : new MatchedTag(
                        ours.tag(),
                        ours.name(),
                        ours.byHand(),
                        true,
                        match.corpTag(),
                        match.theirs(),
                        match.group(),
                        match.customers(),
                        match.waiting(),
                        match.problem());
    }

    @PutMapping("/v1/wecom-tags/{tag}")
    @Permission("segments.write")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void matchWecomTag(@PathVariable String tag, @RequestBody WecomTagChoice body, Caller caller) {
        refuse(tags.match(tag, body.corpTag(), caller.key()));
    }

    @DeleteMapping("/v1/wecom-tags/{tag}")
    @Permission("segments.write")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void partWecomTag(@PathVariable String tag) {
        refuse(tags.part(tag));
    }

    private static void refuse(Optional<OutreachRefusal> refused) {
        refused.ifPresent(code -> {
            throw Refusal.of(code, HttpStatus.CONFLICT);
        });
    }
}
