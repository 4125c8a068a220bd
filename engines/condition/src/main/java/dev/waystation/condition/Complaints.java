package dev.waystation.condition;

import org.jspecify.annotations.Nullable;

/** The wording of every problem, in one place so that both languages stay complete. */
final class Complaints {

    private Complaints() {}

    private static Problem problem(
            String code, String at, @Nullable Object value, Phrase text, Phrase remedy) {
        return new Problem(code, at, String.valueOf(value), text, remedy);
    }

    static Problem notAnObject(String at, @Nullable Object value) {
        return problem(
                "NOT_AN_OBJECT",
                at,
                value,
                new Phrase("这里应为一个条件对象", "a condition object is expected here"),
                new Phrase("写成 {\"属性\": 值}", "write {\"attribute\": value}"));
    }

    static Problem tooDeep(String at, int deepest) {
        return problem(
                "TOO_DEEP",
                at,
                deepest,
                new Phrase("条件嵌套超过 " + deepest + " 层", "nested deeper than " + deepest + " levels"),
                new Phrase("把内层条件拆成单独的人群", "move the inner part to a segment of its own"));
    }

    static Problem notAList(String at, @Nullable Object value) {
        return problem(
                "NOT_A_LIST",
                at,
                value,
                new Phrase("这里应为一个列表", "a list is expected here"),
                new Phrase("用方括号括起来：[…]", "put it in brackets: […]"));
    }

    static Problem noEvent(String at, @Nullable Object value) {
        return problem(
                "NO_EVENT",
                at + ".event",
                value,
                new Phrase("没有写明是哪种行为", "the event is not named"),
                new Phrase(
                        "加上 \"event\"，例如 \"trip.completed\"",
                        "add \"event\", for example \"trip.completed\""));
    }

    static Problem notACount(String at, @Nullable Object value) {
        return problem(
                "NOT_A_COUNT",
                at,
                value,
                new Phrase("应为 1 到 100000 的整数", "a whole number from 1 to 100000 is expected"),
                new Phrase("例如 90", "write for example 90"));
    }

    static Problem wrongOperand(String at, @Nullable Object value, String zh, String en) {
        return problem(
                "WRONG_OPERAND",
                at,
                value,
                new Phrase("这个运算不能用该值", "the operator can't use this value"),
                new Phrase("改为" + zh, "use " + en));
    }

    static Problem unknownOperator(String at, String operator) {
        return problem(
                "UNKNOWN_OPERATOR",
                at,
                operator,
                new Phrase("没有这个运算：" + operator, "there is no operator " + operator),
                new Phrase("从构建器里选择一个运算", "pick an operator the builder offers"));
    }

    static Problem brokenPattern(String at, String pattern) {
        return problem(
                "BROKEN_PATTERN",
                at,
                pattern,
                new Phrase("正则表达式写法有误", "the regular expression can't be read"),
                new Phrase("检查括号与转义", "check its brackets and escapes"));
    }

    static Problem unknownAttribute(String at, String name, String nearest) {
        return problem(
                "UNKNOWN_ATTRIBUTE",
                at,
                name,
                new Phrase("没有属性“" + name + "”", "there is no attribute " + name),
                new Phrase("是否想写 " + nearest, "did you mean " + nearest));
    }

    static Problem unknownEvent(String at, String name, String nearest) {
        return problem(
                "UNKNOWN_EVENT",
                at,
                name,
                new Phrase("没有行为“" + name + "”", "there is no event " + name),
                new Phrase("是否想写 " + nearest, "did you mean " + nearest));
    }

    static Problem operatorDoesNotFit(String at, Attribute attribute, String operator) {
        return problem(
                "OPERATOR_DOES_NOT_FIT",
                at,
                operator,
                new Phrase(
                        "“" + attribute.label().zh() + "”不能用 " + operator,
                        attribute.name() + " can't be tested with " + operator),
                new Phrase(
                        "可用：" + attribute.kind().operators(),
                        "use one of " + attribute.kind().operators()));
    }

    static Problem valueDoesNotFit(String at, Attribute attribute, @Nullable Object value) {
        return problem(
                "VALUE_DOES_NOT_FIT",
                at,
                value,
                new Phrase(
                        "“" + attribute.label().zh() + "”的值应为" + attribute.kind().label().zh(),
                        attribute.name() + " takes " + attribute.kind().label().en()),
                attribute.values().isEmpty()
                        ? new Phrase(
                                "例如 " + attribute.kind().example(),
                                "write for example " + attribute.kind().example())
                        : new Phrase(
                                "可选值：" + attribute.codes(), "use one of " + attribute.codes()));
    }

    static Problem notCarried(String at, String value, Phrase text, Phrase remedy) {
        return problem("NOT_CARRIED", at, value, text, remedy);
    }
}
