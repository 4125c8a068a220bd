package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.audience.Selection;
import dev.waystation.condition.SetPlan;
import dev.waystation.platform.engagement.audience.model.Vocabulary;
import dev.waystation.platform.foundation.edge.Said;
import java.util.List;
import java.util.function.Predicate;

/** Who of the selected can be reached by marketing, and what keeps the others away. */
final class Reach {

    private static final List<String> CHANNELS = List.of("sms", "wechat", "email", "inbox");

    private Reach() {}

    /** Matched, never consented, withdrew, no address for what they consented to, reachable. */
    static List<CountSegment.Step> waterfall(Selection selection) {
        SetPlan consented = any("consents");
        SetPlan withdrew = any(Vocabulary.REFUSED);
        SetPlan silent = new SetPlan.Not("", consented);
        SetPlan reachable = new SetPlan.Or("", CHANNELS.stream().map(Reach::on).toList());
        int matched = selection.count();
        int reached = selection.countWith(reachable);
        int optedOut = selection.countWith(new SetPlan.And("", List.of(silent, withdrew)));
        int noConsent = selection.countWith(silent) - optedOut;
        return List.of(
                step("matched", "选中", "Selected", matched),
                step("NO_CONSENT", "未同意营销", "No consent to marketing", -noConsent),
                step("OPTED_OUT", "已退订", "Opted out", -optedOut),
                step(
                        "NO_ADDRESS",
                        "没有可用地址",
                        "No usable address",
                        -(matched - noConsent - optedOut - reached)),
                step("reachable", "可以送达", "Can be reached", reached));
    }

    private static CountSegment.Step step(String code, String zh, String en, int count) {
        return new CountSegment.Step(code, new Said(zh, en), count);
    }

    private static SetPlan any(String attribute) {
        return new SetPlan.Valued("", attribute, CHANNELS::contains);
    }

    private static SetPlan on(String channel) {
        Predicate<String> same = channel::equals;
        return new SetPlan.And(
                "",
                List.of(
                        new SetPlan.Valued("", "consents", same),
                        new SetPlan.Valued("", Vocabulary.REACHABLE, same)));
    }
}
