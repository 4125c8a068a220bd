package dev.waystation.condition;

import org.jspecify.annotations.Nullable;

/**
 * Every problem a condition can have, with its wording and remedy in both languages. {@code {0}}
 * and {@code {1}} stand for what is named; a {@link Phrase} is named in the language of the text.
 */
enum Complaint {
    NOT_AN_OBJECT(
            "这里应为一个条件对象",
            "a condition object is expected here",
            "写成 {\"属性\": 值}",
            "write {\"attribute\": value}"),
    TOO_DEEP(
            "条件嵌套超过 {0} 层",
            "nested deeper than {0} levels",
            "把内层条件拆成单独的人群",
            "move the inner part to a segment of its own"),
    NOT_A_LIST("这里应为一个列表", "a list is expected here", "用方括号括起来：[…]", "put it in brackets: […]"),
    NO_EVENT(
            "没有写明是哪种行为",
            "the event is not named",
            "加上 \"event\"，例如 \"trip.completed\"",
            "add \"event\", for example \"trip.completed\""),
    NOT_A_COUNT(
            "应为 1 到 100000 的整数",
            "a whole number from 1 to 100000 is expected",
            "例如 90",
            "write for example 90"),
    NOT_A_SHARE(
            "应为 1 到 100 的整数（百分比）",
            "a whole number of percent from 1 to 100 is expected",
            "例如 60",
            "write for example 60"),
    ONE_WINDOW(
            "首次、最近一次要写一个时间范围",
            "first and last need one stretch of time",
            "写 withinDays 或 beforeDays 其中一个，例如 30",
            "give withinDays or beforeDays, one of them, for example 30"),
    WRONG_OPERAND("这个运算不能用该值", "the operator can't use this value", "改为{0}", "use {0}"),
    UNKNOWN_OPERATOR(
            "没有这个运算：{0}",
            "there is no operator {0}", "从构建器里选择一个运算", "pick an operator the builder offers"),
    BROKEN_PATTERN(
            "正则表达式写法有误",
            "the regular expression can't be read",
            "检查括号与转义",
            "check its brackets and escapes"),
    UNKNOWN_ATTRIBUTE("没有属性“{0}”", "there is no attribute {0}", "是否想写 {1}", "did you mean {1}"),
    UNKNOWN_EVENT("没有行为“{0}”", "there is no event {0}", "是否想写 {1}", "did you mean {1}"),
    OPERATOR_DOES_NOT_FIT(
            "“{0}”不能用该运算", "{0} can't be tested like this", "可用：{1}", "use one of {1}"),
    VALUE_DOES_NOT_FIT("“{0}”的值不合适", "the value does not fit {0}", "{1}", "{1}"),
    NOT_CARRIED("{0}", "{0}", "{1}", "{1}");

    private final String zh;
    private final String en;
    private final String remedyZh;
    private final String remedyEn;

    Complaint(String zh, String en, String remedyZh, String remedyEn) {
        this.zh = zh;
        this.en = en;
        this.remedyZh = remedyZh;
        this.remedyEn = remedyEn;
    }

    /** This complaint about a value at a place. */
    Problem at(String at, @Nullable Object value, Object... named) {
        return new Problem(
                name(),
                at,
                String.valueOf(value),
                fill(new Phrase(zh, en), named),
                fill(new Phrase(remedyZh, remedyEn), named));
    }

    private static Phrase fill(Phrase wording, Object... named) {
        Phrase filled = wording;
        for (int i = 0; i < named.length; i++) {
            Phrase name = named[i] instanceof Phrase phrase ? phrase : Phrase.same(named[i]);
            filled = filled.with(String.valueOf(i), name);
        }
        return filled;
    }
}
