package dev.waystation.platform.members.passes.usecase;

import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Reason;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.passes.model.Pass;
import dev.waystation.platform.members.passes.model.PassProduct;
import dev.waystation.platform.members.passes.model.Pause;
import dev.waystation.platform.members.passes.model.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Why a pass ends when it ends. */
final class PassWords {

    private PassWords() {}

    static Explanation why(Pass pass, PassProduct product, List<Pause> pauses) {
        List<Reason> reasons = new ArrayList<>();
        reasons.add(activation(product));
        reasons.add(
                new Reason(
                        "TERM",
                        true,
                        new Said(
                                "期限 %d 个月".formatted(product.term().months()),
                                "A term of %d months".formatted(product.term().months())),
                        Map.of("months", product.term().months())));
        for (Pause pause : pauses) {
            reasons.add(
                    new Reason(
                            "PAUSE",
                            pause.addedDays() > 0,
                            new Said(
                                    "%s:%s 至 %s 休停,顺延 %d 天"
                                            .formatted(
                                                    pause.cause().zh(),
                                                    pause.days().from(),
                                                    pause.days().until(),
                                                    pause.addedDays()),
                                    "%s: rests from %s to %s, %d days added"
                                            .formatted(
                                                    pause.cause().en(),
                                                    pause.days().from(),
                                                    pause.days().until(),
                                                    pause.addedDays())),
                            Map.of("days", pause.addedDays())));
        }
        return new Explanation(sentence(pass), reasons);
    }

    private static Said sentence(Pass pass) {
        Span span = pass.span();
        return span == null
                ? new Said("首次入园之日起算", "Its days begin with the first visit")
                : new Said(
                        "有效期 %s 至 %s".formatted(span.from(), span.until()),
                        "Valid from %s to %s".formatted(span.from(), span.until()));
    }

    private static Reason activation(PassProduct product) {
        Said text =
                switch (product.term().activation()) {
                    case NOW -> new Said("付款当日起算", "Begins on the day of payment");
                    case NEXT_DAY -> new Said("付款次日起算", "Begins the day after payment");
                    case FIRST_USE -> new Said("首次入园之日起算", "Begins with the first visit");
                    case FIXED ->
                            new Said(
                                    "固定起始日 %s,晚购从付款日起算".formatted(product.term().fixedFrom()),
                                    "Begins on %s; bought later, on the day of payment"
                                            .formatted(product.term().fixedFrom()));
                };
        return new Reason("ACTIVATION", true, text, Map.of());
    }
}
