package dev.waystation.condition;

import dev.waystation.condition.Condition.All;
import dev.waystation.condition.Condition.Any;
import dev.waystation.condition.Condition.Did;
import dev.waystation.condition.Condition.Field;
import dev.waystation.condition.Condition.Not;
import dev.waystation.condition.Condition.Occurred;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Compiles a condition to set algebra, or says which leaves sets can't carry. */
public final class SetFace {

    private final Attributes attributes;
    private final Evaluator evaluator = Evaluator.declared();
    private final List<Problem> refusals = new ArrayList<>();

    private SetFace(Attributes attributes) {
        this.attributes = attributes;
    }

    /** The plan, or every reason against it. The condition must fit the catalogue. */
    public static Face<SetPlan> compile(Condition condition, Attributes attributes) {
        SetFace face = new SetFace(attributes);
        SetPlan plan = face.node(condition);
        return face.refusals.isEmpty()
                ? new Face.Carried<>(plan)
                : new Face.Refused<>(face.refusals);
    }

    private SetPlan node(Condition condition) {
        return switch (condition) {
            case All all ->
                    all.parts().isEmpty()
                            ? new SetPlan.Everyone(all.at())
                            : new SetPlan.And(all.at(), nodes(all.parts()));
            case Any any ->
                    any.parts().isEmpty()
                            ? new SetPlan.Everyone(any.at())
                            : new SetPlan.Or(any.at(), nodes(any.parts()));
            case Not not -> new SetPlan.Not(not.at(), node(not.part()));
            case Did did -> did(did);
            case Occurred it -> occurred(it);
            case Field field -> field(field);
        };
    }

    private List<SetPlan> nodes(List<Condition> parts) {
        return parts.stream().map(this::node).toList();
    }

    private SetPlan did(Did did) {
        SetPlan times = shared(did, times(did, did.atLeast()));
        return did.negated() ? new SetPlan.Not(did.at(), times) : times;
    }

    private SetPlan occurred(Occurred it) {
        String at = it.at();
        Named named = named(it.event(), it.where());
        SetPlan ever = times(it.ever(), 1);
        SetPlan within = times(it.within(), 1);
        SetPlan before = new SetPlan.Before(at, named.event(), it.days(), named.where());
        return switch (it.which()) {
            case FIRST ->
                    it.lately()
                            ? new SetPlan.And(at, List.of(ever, new SetPlan.Not(at, before)))
                            : before;
            case LAST ->
                    it.lately()
                            ? within
                            : new SetPlan.And(at, List.of(ever, new SetPlan.Not(at, within)));
        };
    }

    private static SetPlan shared(Did did, SetPlan.Times times) {
        return did.share() == 0
                ? times
                : new SetPlan.Share(did.at(), times, did.event(), did.share());
    }

    private SetPlan.Times times(Did did, int atLeast) {
        Named named = named(did.event(), did.where());
        return new SetPlan.Times(did.at(), named.event(), atLeast, did.withinDays(), named.where());
    }

    /** Under which name the sets know the event, and what is left to ask of each occurrence. */
    private record Named(String event, @Nullable Condition where) {}

    /** Sets are kept per event, and per event with one exact text of one of its properties. */
    private static Named named(String event, @Nullable Condition where) {
        return where instanceof Field field && exactText(field.check()) instanceof String text
                ? new Named(SetPlan.Times.having(event, field.path(), text), null)
                : new Named(event, where);
    }

    private static @Nullable Object exactText(Check check) {
        return switch (check) {
            case Check.Same same -> same.value();
            case Check.Compare compare when compare.comparison() == Comparison.EQUAL ->
                    compare.value();
            case Check.OneOf one
                    when one.values().size() == 1 && !one.negated() && !one.ignoringCase() ->
                    one.values().getFirst();
            default -> null;
        };
    }

    private SetPlan field(Field field) {
        String at = field.at();
        String name = field.path();
        Attribute attribute = attributes.all().get(attributes.column(name));
        return switch (field.check()) {
            case Check.Exists exists -> {
                SetPlan present = new SetPlan.Present(at, name);
                yield exists.wanted() ? present : new SetPlan.Not(at, present);
            }
            case Check.Same same -> equal(at, attribute, same.value());
            case Check.Compare compare -> compare(at, attribute, compare);
            case Check.OneOf oneOf when attribute.kind() == Kind.WHOLE -> {
                List<SetPlan> parts =
                        oneOf.values().stream().map(v -> equal(at, attribute, v)).toList();
                SetPlan among = new SetPlan.Or(at, parts);
                yield oneOf.negated() ? new SetPlan.Not(at, among) : among;
            }
            case Check.OneOf oneOf -> {
                Check positive = new Check.OneOf(oneOf.values(), false, oneOf.ignoringCase());
                SetPlan shared = new SetPlan.Valued(at, name, passes(positive));
                yield oneOf.negated() ? new SetPlan.Not(at, shared) : shared;
            }
            case Check.HasAll all -> hasAll(at, name, all);
            case Check.AnyElement any -> {
                Condition element = any.element();
                yield new SetPlan.Valued(at, name, value -> evaluator.test(element, path -> value));
            }
            case Check.Matches matches -> new SetPlan.Valued(at, name, passes(matches));
            case Check.Version version -> version(at, name, version);
            default -> {
                refusals.add(
                        Complaint.NOT_CARRIED.at(
                                at,
                                Operators.written(field.check()),
                                new Phrase(
                                        "位图不能数一个会员有几个值",
                                        "bitmaps don't count how many values a member has"),
                                new Phrase("改用 $in 或 $all", "use $in or $all")));
                yield new SetPlan.Everyone(at);
            }
        };
    }

    /** An absent version counts as 0, so the members without one join when 0 would pass. */
    private SetPlan version(String at, String name, Check.Version version) {
        SetPlan known = new SetPlan.Valued(at, name, passes(version));
        return evaluator.check(version, null)
                ? new SetPlan.Or(
                        at, List.of(known, new SetPlan.Not(at, new SetPlan.Present(at, name))))
                : known;
    }

    private SetPlan hasAll(String at, String name, Check.HasAll all) {
        if (all.values().isEmpty()) {
            return new SetPlan.Everyone(at);
        }
        List<SetPlan> parts = new ArrayList<>();
        for (Object value : all.values()) {
            Check one = new Check.OneOf(List.of(value), false, all.ignoringCase());
            parts.add(new SetPlan.Valued(at, name, passes(one)));
        }
        return new SetPlan.And(at, parts);
    }

    private Predicate<String> passes(Check check) {
        return value -> evaluator.check(check, value);
    }

    private static SetPlan equal(String at, Attribute attribute, @Nullable Object value) {
        return switch (value) {
            case Boolean flag -> new SetPlan.Flagged(at, attribute.name(), flag);
            case Number number ->
                    new SetPlan.Between(
                            at, attribute.name(), number.longValue(), number.longValue());
            case null, default ->
                    new SetPlan.Valued(
                            at, attribute.name(), Set.of(String.valueOf(value))::contains);
        };
    }

    private static SetPlan compare(String at, Attribute attribute, Check.Compare compare) {
        if (compare.comparison() == Comparison.NOT_EQUAL) {
            return new SetPlan.Not(at, equal(at, attribute, compare.value()));
        }
        if (compare.comparison() == Comparison.EQUAL) {
            return equal(at, attribute, compare.value());
        }
        Range range = Range.of(compare);
        return new SetPlan.Between(at, attribute.name(), range.least(), range.most());
    }
}
