package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.condition.Condition;
import dev.waystation.condition.Problem;
import dev.waystation.platform.engagement.audience.facts.TagRuleSet;
import dev.waystation.platform.engagement.audience.model.Cause;
import dev.waystation.platform.engagement.audience.store.SegmentStore;
import dev.waystation.platform.engagement.audience.store.TagHistory;
import dev.waystation.platform.engagement.audience.store.TagStore;
import dev.waystation.platform.engagement.audience.usecase.CarriedConditions.Carried;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.facts.FactLog;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives a tag a rule, or another one. The rule becomes the next version, everybody is looked at
 * again in the same transaction, and who carries the tag from then on is found by facts and days.
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
        record InForce(int version) implements Outcome {}

        record SetByHand() implements Outcome {}

        record NotCarried(List<Problem> reasons) implements Outcome {}
    }

    private final SegmentStore rules;
    private final TagStore tags;
    private final TagHistory history;
    private final ReadConditions read;
    private final LookAtEverybody everybody;
    private final FactLog facts;

    SetTagRule(
            SegmentStore rules,
            TagStore tags,
            TagHistory history,
            ReadConditions read,
            LookAtEverybody everybody,
            FactLog facts) {
        this.rules = rules;
        this.tags = tags;
        this.history = history;
        this.read = read;
        this.everybody = everybody;
        this.facts = facts;
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
            if (history.rules(code).isEmpty()) {
                // a ready-made rule leaves its first version to those who carry the tag by it
                history.keepRule(code, "system", "ready-made", everybody.now());
            }
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
        Instant now = everybody.now();
        String reason = command.reason().strip();
        history.keepRule(code, command.by(), reason, now);
        everybody.because(known.isPresent() ? Cause.EDIT : Cause.PUBLISHED);
        int version = history.rules(code).getFirst().version();
        facts.append(new TagRuleSet(code, version, command.by(), reason, now));
        return new Outcome.InForce(version);
    }
}
