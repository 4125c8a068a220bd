package dev.waystation.platform.members.benefits.usecase;

import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Phrases;
import dev.waystation.platform.foundation.edge.Reason;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.benefits.model.Priced;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Says why a coupon counts and another does not. */
@Component
class CouponWords {

    private final Phrases phrases;

    CouponWords(Phrases phrases) {
        this.phrases = phrases;
    }

    Explanation of(Priced priced, List<PriceCart.Missing> missing) {
        List<Reason> reasons = new ArrayList<>();
        for (Priced.Applied applied : priced.applied()) {
            Map<String, Object> values = new HashMap<>();
            values.put("name", applied.offer().name().zh());
            values.put("nameEn", applied.offer().name().en());
            values.put("amount", yuan(applied.minor()));
            reasons.add(
                    new Reason(
                            "COUPON_APPLIED",
                            true,
                            phrases.say("COUPON_APPLIED", values),
                            Map.of("amount", yuan(applied.minor()))));
        }
        for (Priced.Skipped skipped : priced.skipped()) {
            reasons.add(reason(skipped.offer().name(), skipped.code().name(), skipped.values()));
        }
        missing.forEach(each ->
                reasons.add(reason(Said.same(each.ref()), each.code().name(), each.values())));
        Map<String, Object> sum =
                Map.of(
                        "amount", yuan(priced.discountMinor()),
                        "pay", yuan(priced.originalMinor() - priced.discountMinor()),
                        "count", priced.applied().size());
        return new Explanation(phrases.say("COUPONS_TAKE_OFF", sum), reasons);
    }

    Said say(String code, Map<String, ?> values) {
        return phrases.say(code, values);
    }

    private Reason reason(Said name, String code, Map<String, Object> values) {
        Said text = phrases.say(code, values);
        // Only what the sentence says: the rest is for programs, in the answer beside it.
        Map<String, Object> said = new HashMap<>(values);
        said.values()
                .removeIf(value ->
                        !text.zh().contains(String.valueOf(value))
                                || !text.en().contains(String.valueOf(value)));
        return new Reason(
                code,
                false,
                new Said(name.zh() + "：" + text.zh(), name.en() + ": " + text.en()),
                said);
    }

    static String yuan(long minor) {
        return BigDecimal.valueOf(minor, 2).toPlainString();
    }
}
