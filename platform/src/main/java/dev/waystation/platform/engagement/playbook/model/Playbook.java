package dev.waystation.platform.engagement.playbook.model;

import dev.waystation.platform.foundation.edge.Said;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tactic as the book has it. A text such as <code>{points}</code> stands for the value of that
 * parameter wherever it occurs.
 *
 * @param who a condition on members, who then enter as they come to meet it; else empty
 * @param trigger a fact and a condition on its values, where {@code who} is empty
 * @param again how often a member may enter: days between, 0 for once ever
 * @param unless what makes the message needless when it happens first
 * @param after how long after entering it goes on, such as PT2H
 * @param at the local time at which it goes on
 */
public record Playbook(
        String code,
        Group group,
        Said name,
        Card card,
        Map<String, Object> who,
        @Nullable Trigger trigger,
        int again,
        @Nullable Deed unless,
        @Nullable String after,
        @Nullable String at,
        @Nullable Gift gift,
        Message message,
        Deed goal,
        List<Parameter> parameters) {

    /** Where it stands in the gallery. */
    public enum Group {
        WELCOME,
        TRIP,
        LOYALTY,
        CARE,
        OFFER,
        WIN_BACK
    }

    /** What it is for, where the idea comes from, what it needs, and what it costs. */
    public record Card(Said purpose, Said source, Said needs, Said cost) {}

    /** What lets a member in. */
    public record Trigger(String fact, Map<String, Object> when) {}

    /** Something a member does, and how long is waited for it, such as P7D. */
    public record Deed(String fact, String within) {}

    /** What is given before the message; {@link Parameter} texts allowed in all three. */
    public record Gift(String kind, String what, Object amount) {}

    /** What is said. */
    public record Message(String channel, String purpose, Said title, Said body) {

        public boolean isMarketing() {
            return purpose.equals("marketing");
        }
    }

    private static final long MOST_CONTROL = 50;
    private static final long USUAL_CONTROL = 10;

    public Playbook {
        who = Map.copyOf(who);
        var all = new ArrayList<>(parameters);
        all.add(
                new Parameter(
                        "channel",
                        Parameter.Kind.CHANNEL,
                        new Said("渠道", "Channel"),
                        null,
                        message.channel(),
                        0,
                        0));
        all.add(
                new Parameter(
                        "control",
                        Parameter.Kind.WHOLE,
                        new Said("对照组", "Control group"),
                        Said.same("%"),
                        USUAL_CONTROL,
                        0,
                        MOST_CONTROL));
        if (trigger == null) {
            all.add(
                    new Parameter(
                            "present",
                            Parameter.Kind.FLAG,
                            new Said("现有符合条件的会员也参加", "Members who match already take part"),
                            null,
                            true,
                            0,
                            0));
        }
        parameters = List.copyOf(all);
    }

    /** Whether it is for members of a segment that the operator chooses. */
    public boolean isForChosen() {
        return trigger == null && who.isEmpty();
    }

    /** All values, checked: those given, else those that stand in the book. */
    public Values values(Map<String, Object> given) {
        var values = new LinkedHashMap<String, Object>();
        parameters.forEach(parameter ->
                values.put(parameter.key(), parameter.checked(given.get(parameter.key()))));
        return new Values(values);
    }
}
