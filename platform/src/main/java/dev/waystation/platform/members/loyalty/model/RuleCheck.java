package dev.waystation.platform.members.loyalty.model;

import dev.waystation.condition.Condition;
import dev.waystation.condition.MalformedCondition;
import dev.waystation.condition.TypeCheck;
import dev.waystation.platform.foundation.edge.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a rule as written: understood with its sentence, or every field that cannot be meant. */
public final class RuleCheck {

    /** What is wrong with a field, and what would be right. */
    public record Fault(String field, String value, Said text, Said remedy) {}

    /** Understood: the parts and the sentence; or not: the faults. */
    public record Reading(
            @Nullable Condition condition,
            @Nullable Effect effect,
            @Nullable Said sentence,
            List<Fault> faults) {}

    private RuleCheck() {}

    public static Reading read(RuleSketch sketch, Programme programme) {
        List<Fault> faults = new ArrayList<>();
        if (!sketch.code().matches("[a-z0-9][a-z0-9-]{1,39}")) {
            faults.add(
                    fault(
                            "code",
                            sketch.code(),
                            "规则代号不合格式",
                            "用 2 到 40 个小写字母、数字和连字符",
                            "the code has the wrong form",
                            "use 2 to 40 small letters, digits and hyphens"));
        }
        if (sketch.name().zh().isBlank() || sketch.name().en().isBlank()) {
            faults.add(
                    fault(
                            "name",
                            sketch.name().zh(),
                            "名称不全",
                            "中英文名称都要写",
                            "a name is missing",
                            "give it in Chinese and in English"));
        }
        if (!EarningWords.TRIGGERS.containsKey(sketch.trigger())) {
            faults.add(
                    fault(
                            "trigger",
                            sketch.trigger(),
                            "没有这种事件",
                            "用其中之一：" + EarningWords.TRIGGERS.keySet(),
                            "there is no such event",
                            "use one of " + EarningWords.TRIGGERS.keySet()));
        }
        List<String> groups = programme.groups().stream().map(Programme.Group::code).toList();
        if (!groups.contains(sketch.group())) {
            faults.add(
                    fault(
                            "group",
                            sketch.group(),
                            "没有这个加分组",
                            "用其中之一：" + groups,
                            "there is no such bonus group",
                            "use one of " + groups));
        }
        for (int i = 0; i < sketch.limits().size(); i++) {
            if (sketch.limits().get(i).most() <= 0) {
                faults.add(
                        fault(
                                "limits." + i + ".most",
                                Long.toString(sketch.limits().get(i).most()),
                                "上限要大于 0",
                                "写一个正整数，或去掉这条上限",
                                "a limit is above 0",
                                "give a positive number or remove the limit"));
            }
        }
        Optional<Effect> effect = Effect.read(sketch.effect());
        if (effect.isEmpty()) {
            faults.add(
                    fault(
                            "effect",
                            sketch.effect().toString(),
                            "看不懂给分方式",
                            "例如 {\"perYuan\": 5}、{\"times\": 2}、{\"fixed\": 100}",
                            "the effect cannot be meant",
                            "for example {\"perYuan\": 5}, {\"times\": 2} or {\"fixed\": 100}"));
        }
        Condition condition = condition(sketch, programme, faults);
        Said sentence =
                condition == null || effect.isEmpty()
                        ? null
                        : EarningRule.sentence(sketch, condition, effect.get(), programme.words());
        return new Reading(condition, effect.orElse(null), sentence, List.copyOf(faults));
    }

    private static @Nullable Condition condition(
            RuleSketch sketch, Programme programme, List<Fault> faults) {
        try {
            return TypeCheck.parse(sketch.condition(), programme.words());
        } catch (MalformedCondition refused) {
            refused.problems()
                    .forEach(problem ->
                            faults.add(
                                    new Fault(
                                            problem.at().isEmpty()
                                                    ? "condition"
                                                    : "condition." + problem.at(),
                                            problem.value(),
                                            new Said(problem.text().zh(), problem.text().en()),
                                            new Said(
                                                    problem.remedy().zh(),
                                                    problem.remedy().en()))));
            return null;
        }
    }

    private static Fault fault(
            String field, String value, String zh, String doZh, String en, String doEn) {
        return new Fault(field, value, new Said(zh, en), new Said(doZh, doEn));
    }
}
