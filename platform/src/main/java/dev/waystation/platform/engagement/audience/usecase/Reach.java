package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.audience.Selection;
import dev.waystation.condition.SetPlan;
import dev.waystation.platform.engagement.audience.model.Vocabulary;
import dev.waystation.platform.foundation.edge.Said;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Who of the selected can be reached by marketing, and what keeps the others away: each bar is a
 * set, so that whoever is counted in it can be named.
 */
final class Reach {

    private record Bar(String code, Said label, int sign, SetPlan set) {}

    private static final int STAY = 1;
    private static final int ARE_LOST = -1;
    private static final List<String> CHANNELS = List.of("sms", "wechat", "email", "inbox");

    /** Matched, never consented, withdrew, no address for what they consented to, reachable. */
    private static final List<Bar> BARS = bars();

    private Reach() {}

    static List<CountSegment.Step> waterfall(Selection selection) {
        return BARS.stream().map(bar -> step(bar, selection.countWith(bar.set()))).toList();
    }

    private static CountSegment.Step step(Bar bar, int members) {
        return new CountSegment.Step(bar.code(), bar.label(), bar.sign() * members);
    }

    /** Those of a plan who are counted in a bar; empty where no bar has that code. */
    static Optional<SetPlan> behind(String code, SetPlan plan) {
        return BARS.stream()
                .filter(bar -> bar.code().equals(code))
                .findFirst()
                .map(bar -> and(plan, bar.set()));
    }

    private static List<Bar> bars() {
        SetPlan consented = any("consents");
        SetPlan withdrew = any(Vocabulary.REFUSED);
        SetPlan silent = not(consented);
        SetPlan reachable = new SetPlan.Or("", CHANNELS.stream().map(Reach::on).toList());
        return List.of(
                bar("matched", "选中", "Selected", STAY, new SetPlan.Everyone("")),
                bar(
                        "NO_CONSENT",
                        "未同意营销",
                        "No consent to marketing",
                        ARE_LOST,
                        and(silent, not(withdrew))),
                bar("OPTED_OUT", "已退订", "Opted out", ARE_LOST, and(silent, withdrew)),
                bar(
                        "NO_ADDRESS",
                        "没有可用地址",
                        "No usable address",
                        ARE_LOST,
                        and(consented, not(reachable))),
                bar("reachable", "可以送达", "Can be reached", STAY, reachable));
    }

    private static Bar bar(String code, String zh, String en, int sign, SetPlan set) {
        return new Bar(code, new Said(zh, en), sign, set);
    }

    private static SetPlan and(SetPlan one, SetPlan other) {
        return new SetPlan.And("", List.of(one, other));
    }

    private static SetPlan not(SetPlan plan) {
        return new SetPlan.Not("", plan);
    }

    private static SetPlan any(String attribute) {
        return new SetPlan.Valued("", attribute, CHANNELS::contains);
    }

    private static SetPlan on(String channel) {
        Predicate<String> same = channel::equals;
        return and(
                new SetPlan.Valued("", "consents", same),
                new SetPlan.Valued("", Vocabulary.REACHABLE, same));
    }
}
