package dev.waystation.platform.engagement.audience.web;

import dev.waystation.condition.Problem;
import dev.waystation.platform.engagement.audience.model.TagStretch;
import dev.waystation.platform.engagement.audience.usecase.DefineTag;
import dev.waystation.platform.engagement.audience.usecase.ListTags;
import dev.waystation.platform.engagement.audience.usecase.SetTagRule;
import dev.waystation.platform.engagement.audience.usecase.TellTags;
import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.jobs.JobView;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The rules of tags, their versions, and what set and ended the tags of a member. */
@RestController
@RequestMapping("/v1")
class TagRuleController {

    private final SetTagRule set;
    private final TellTags tell;
    private final ListTags list;

    TagRuleController(SetTagRule set, TellTags tell, ListTags list) {
        this.set = set;
        this.tell = tell;
        this.list = list;
    }

    /** A rule to be; name and group are needed where the tag is new. */
    record RuleDraft(
            @Nullable Said name,
            @Nullable String group,
            @Nullable Map<String, Object> condition,
            String reason) {}

    /** The version now in force; the job looks at those whom no fact brings by. */
    record RuleInForce(String code, int version, JobView job) {}

    @PostMapping("/tags/{code}:rule")
    @Permission("segments.write")
    RuleInForce rule(@PathVariable String code, @RequestBody RuleDraft body, Caller caller) {
        Map<String, Object> condition = body.condition();
        if (condition == null) {
            throw new Malformed("condition", null, "send a condition object");
        }
        DefineTag.Command tag =
                new DefineTag.Command(code, name(code, body.name()), group(code, body.group()));
        return switch (set.handle(
                new SetTagRule.Command(tag, condition, caller.key(), body.reason()))) {
            case SetTagRule.Outcome.InForce(int version, JobView job) ->
                    new RuleInForce(code, version, job);
            case SetTagRule.Outcome.SetByHand _ ->
                    throw Refusal.of(
                            "TAG_IS_SET_BY_HAND", HttpStatus.CONFLICT, Map.of("code", code));
            case SetTagRule.Outcome.NotCarried(List<Problem> reasons) ->
                    throw SegmentsController.notCarried(reasons.getFirst());
        };
    }

    /** Every rule the tag has had, the newest first. */
    @GetMapping("/tags/{code}/rules")
    @Permission("segments.read")
    Page<TellTags.RuleView> rules(@PathVariable String code) {
        return Page.last(tell.rules(code));
    }

    /** Each stretch a member carried a tag: what set it, what ended it, by which version. */
    @GetMapping("/members/{id}/tag-history")
    @Permission("members.read")
    Page<TagStretch> history(@PathVariable String id) {
        return Page.last(tell.history(PublicId.decode("mbr", id)));
    }

    private Said name(String code, @Nullable Said given) {
        return given != null
                ? given
                : list.find(code).map(ListTags.View::name).orElse(Said.same(""));
    }

    private String group(String code, @Nullable String given) {
        return given != null ? given : list.find(code).map(ListTags.View::group).orElse("other");
    }
}
