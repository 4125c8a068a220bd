package dev.waystation.platform.members.benefits.model;

import dev.waystation.condition.Attribute;
import dev.waystation.condition.Attributes;
import dev.waystation.condition.Kind;
import dev.waystation.platform.members.benefits.Cart;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the condition of a coupon may ask about. */
public final class CouponFacts {

    public static final Attributes CATALOGUE =
            new Attributes(
                    List.of(
                            Attribute.of(
                                    "amountMinor", Kind.WHOLE, "订单金额（分）", "order amount in fen"),
                            Attribute.of("lines", Kind.WHOLE, "件数", "number of items"),
                            Attribute.of("channel", Kind.TEXT, "渠道", "channel"),
                            Attribute.of("seatClass", Kind.TEXT, "席别", "seat class"),
                            Attribute.of("age", Kind.WHOLE, "年龄", "age"),
                            Attribute.of("senior", Kind.FLAG, "年满 60 岁", "60 or over"),
                            Attribute.of("student", Kind.FLAG, "认证学生", "verified student"),
                            Attribute.of("joinedDaysAgo", Kind.WHOLE, "入会天数", "days since joining"),
                            Attribute.of("birthMonth", Kind.WHOLE, "生日月份", "month of birth"),
                            Attribute.of("month", Kind.WHOLE, "月份", "month"),
                            Attribute.of(
                                    "weekday", Kind.WHOLE, "星期几（1 至 7）", "day of week, 1 to 7"),
                            Attribute.of("hour", Kind.WHOLE, "几点", "hour of day")),
                    List.of());

    private CouponFacts() {}

    /** The cart's own values and those the caller brought. */
    static Map<String, Object> of(Cart cart) {
        Map<String, Object> values = new HashMap<>(cart.facts());
        values.put("amountMinor", cart.minor());
        values.put("lines", (long) cart.lines().size());
        return values;
    }
}
