package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.condition.Condition;
import dev.waystation.condition.Problem;
import dev.waystation.platform.engagement.audience.model.Cause;
import dev.waystation.platform.engagement.audience.store.SegmentStore;
import dev.waystation.platform.engagement.audience.store.TagStore;
import dev.waystation.platform.engagement.audience.usecase.CarriedConditions.Carried;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.jobs.JobView;
import dev.waystation.platform.foundation.jobs.Jobs;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives a tag a rule, or another one. The rule becomes the next version and decides from then on
 * whatever facts and days bring; everybody else is looked at by a job that starts with it.
 */
@Service
public class SetTagRule {

    /** A tag's name and group where it is new, the rule, and who sets it what for. */
    public record Command(
            DefineTag.Command tag, Map<String, Object> condition, String by, String reason) {
        public Command {
            Malformed.require(
                    reason.strip().length() >= 4,
                    "reason",
                    reason,
                    "say why, in at least 4 characters");
        }
    }

    /** What became of it. */
    public sealed interface Outcome {
        record InForce(int version, JobView job) implements Outcome {}

        record SetByHand() implements Outcome {}

        record NotCarried(List<Problem> reasons) implements Outcome {}
    }

    private final SegmentStore rules;
    private final TagStore tags;
    private final ReadConditions read;
    private final KeepTagRule keep;
    private final Jobs jobs;

    SetTagRule(
            SegmentStore rules, TagStore tags, ReadConditions read, KeepTagRule keep, Jobs jobs) {
        this.rules = rules;
        this.tags = tags;
        this.read = read;
        this.keep = keep;
        this.jobs = jobs;
    }

    @Transactional
    public Outcome handle(Command command) {
        rules.lockRules();
        String code = command.tag().code();
        Optional<TagStore.Tag> known = tags.find(code);
        if (known.filter(tag -> tag.condition() == null).isPresent()) {
            return new Outcome.SetByHand();
        }
        Condition condition = read.parse(command.condition());
        // tags are decided in one pass: one that asks for another would depend on the order
        Malformed.require(
                !read.asks(condition, "tags") && !read.asks(condition, "segments"),
                "condition",
                "tags",
                "ask for attributes and behaviour; a segment may ask for tags");
        if (read.carried(condition) instanceof Carried.No(List<Problem> reasons)) {
            return new Outcome.NotCarried(reasons);
        }
        if (known.isPresent()) {
            keep.readyMade(code);
            tags.setRule(code, command.condition());
        } else {
            tags.define(
                    new TagStore.Tag(
                            code,
                            command.tag().name(),
                            command.tag().group(),
                            command.condition()));
            read.forget();
        }
        int version = keep.handle(code, command.by(), command.reason().strip());
        String cause = known.isPresent() ? Cause.EDIT : Cause.PUBLISHED;
        return new Outcome.InForce(
                version, jobs.submit(LookAtEverybody.KIND, new LookAtEverybody.Parameters(cause)));
    }
}
