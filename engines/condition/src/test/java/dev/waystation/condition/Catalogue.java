package dev.waystation.condition;

import java.util.List;

/** A small catalogue of members for the tests of this engine. */
final class Catalogue {

    static final Attributes MEMBERS =
            new Attributes(
                    List.of(
                            Attribute.of("age", Kind.WHOLE, "年龄", "age")
                                    .in("岁", "years")
                                    .saying("$gte", "年满 {v} 岁", "who are {v} or older"),
                            Attribute.of("city", Kind.TEXT, "所在城市", "home city")
                                    .oneOf(
                                            List.of(
                                                    value("WUH", "武汉", "Wuhan"),
                                                    value("CAN", "广州", "Guangzhou"),
                                                    value("BJP", "北京", "Beijing"))),
                            Attribute.of("points", Kind.WHOLE, "积分", "points"),
                            Attribute.of("student", Kind.FLAG, "认证学生", "verified student")
                                    .saying("true", "已认证学生", "who are verified students"),
                            Attribute.of("tags", Kind.TEXTS, "标签", "tags")
                                    .saying("$in", "有标签{v}", "tagged {v}"),
                            Attribute.of("version", Kind.TEXT, "应用版本", "app version")),
                    List.of(
                            new Happening(
                                    "trip.completed",
                                    new Phrase("乘车", "travelled"),
                                    new Phrase("次", "times"),
                                    List.of(
                                            Attribute.of("seatClass", Kind.TEXT, "席别", "class"),
                                            Attribute.of("amount", Kind.WHOLE, "票价", "fare"),
                                            Attribute.of(
                                                    "position", Kind.PLACE, "位置", "position"))),
                            new Happening(
                                    "park.visited",
                                    new Phrase("入园", "visited the park"),
                                    new Phrase("次", "times"),
                                    List.of())));

    private Catalogue() {}

    private static Attribute.Value value(String code, String zh, String en) {
        return new Attribute.Value(code, new Phrase(zh, en));
    }
}
