package dev.waystation.platform.engagement.journey.model;

import dev.waystation.journey.Standing;
import dev.waystation.journey.Trace;
import dev.waystation.platform.engagement.messaging.SendOutcome;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Reason;
import dev.waystation.platform.foundation.edge.Said;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/** Says in both languages what a step decided and why. */
public final class TraceSentences {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private TraceSentences() {}

    public static Explanation of(Trace line, ZoneId zone) {
        List<Reason> reasons =
                line.reasons().stream()
                        .map(leaf ->
                                new Reason(
                                        "CONDITION",
                                        leaf.held(),
                                        new Said(leaf.line().zh(), leaf.line().en()),
                                        Map.of("at", leaf.at())))
                        .toList();
        return new Explanation(sentence(line, zone), reasons);
    }

    /** What the send gate said to the message of a step. */
    public static Explanation of(SendOutcome outcome) {
        return outcome.why();
    }

    private static Said sentence(Trace line, ZoneId zone) {
        Map<String, Object> values = line.values();
        return switch (line.code()) {
            case ENTERED -> new Said("进入旅程", "Entered the journey");
            case WAITS -> {
                String until = clock(values, zone);
                yield new Said("等待至 " + until, "Waits until " + until);
            }
            case WAITED -> new Said("等待结束", "The wait is over");
            case ARM_TAKEN ->
                    new Said(
                            "符合条件，走分支 " + values.get("arm"),
                            "The condition holds: arm " + values.get("arm"));
            case OTHERWISE_TAKEN -> new Said("不符合任何条件，走其余分支", "No condition holds: otherwise");
            case SHARE_TAKEN ->
                    new Said(
                            "按哈希分到 " + values.get("arm") + "（" + values.get("bucket") + "）",
                            "Share %s by hash (%s)"
                                    .formatted(values.get("arm"), values.get("bucket")));
            case MESSAGE_OFFERED ->
                    new Said(
                            "提交消息 " + values.get("template"),
                            "Offered the message " + values.get("template"));
            case TAG_ADDED ->
                    new Said("添加标签 " + values.get("tag"), "Added the tag " + values.get("tag"));
            case TAG_REMOVED ->
                    new Said("移除标签 " + values.get("tag"), "Removed the tag " + values.get("tag"));
            case GRANTED -> given(values);
            case DONE -> done(values);
            case ASKED -> {
                String until = clock(values, zone);
                yield new Said(
                        "询问外部系统，最多等到 " + until,
                        "Asked another system, until %s at most".formatted(until));
            }
            case REPLIED ->
                    Standing.ANSWERED.equals(values.get("answer"))
                            ? new Said("外部系统已回答", "The other system answered")
                            : new Said(
                                    "外部系统的回答不能用，走“没成功”", "Its answer is of no use: the failed way");
            case NO_REPLY ->
                    new Said("外部系统没有及时回答，走“没等到”", "It did not answer in time: the other way");
            case FACT_OCCURRED ->
                    new Said(
                            "期限内发生 " + values.get("fact"),
                            values.get("fact") + " occurred in time");
            case FACT_DID_NOT_OCCUR ->
                    new Said(
                            "期限内未发生 " + values.get("fact"),
                            values.get("fact") + " did not occur in time");
            case GOAL_REACHED -> new Said("达成目标，离开旅程", "Reached the goal and left");
            case TOO_LATE -> new Said("已过期限，跳过这一步", "Too late: this step was left out");
            case WAIT_MOVED -> {
                String until = clock(values, zone);
                yield new Said("所等时间有变，改到 " + until, "What it waits for moved: until " + until);
            }
            case NOTHING_TO_WAIT_FOR -> new Said("没有可等的时间，直接走", "There is no time to wait for");
            case ANSWER_TAKEN ->
                    switch (String.valueOf(values.get("answer"))) {
                        case Standing.SENT -> new Said("消息已入队，继续", "The message is queued: on");
                        case Standing.CAPPED ->
                                new Said("频次已满，走“超频次”", "The cap is reached: the capped way");
                        default -> new Said("消息未发出，走“未发出”", "Withheld: the other way");
                    };
            case LEFT -> left(values);
        };
    }

    private static Said left(Map<String, Object> values) {
        if (values.containsKey("stopped")) {
            return new Said("旅程已停止", "The journey was stopped");
        }
        if (values.containsKey("condition")) {
            return new Said("发送前符合退出条件，离开旅程", "Met the exit rule before the message and left");
        }
        if (values.containsKey("fact")) {
            Said fact = FactNames.of(String.valueOf(values.get("fact")));
            return new Said("因“%s”离开旅程".formatted(fact.zh()), "Left the journey: " + fact.en());
        }
        return new Said("离开旅程", "Left the journey");
    }

    private static Said given(Map<String, Object> values) {
        Object amount = values.get("amount");
        String what = String.valueOf(values.get("what"));
        return switch (String.valueOf(values.get("kind"))) {
            case "points" ->
                    new Said(
                            "赠送 %s %s".formatted(amount, what.equals("points") ? "积分" : what),
                            "Gave %s %s".formatted(amount, what));
            case "coupon" -> new Said("赠送优惠券 " + what, "Gave the coupon " + what);
            default -> new Said("赠送权益包 " + what, "Gave the benefit pack " + what);
        };
    }

    private static Said done(Map<String, Object> values) {
        return switch (String.valueOf(values.get("kind"))) {
            case Deeds.ATTRIBUTE ->
                    new Said("写入属性 " + values.get("tag"), "Set the attribute " + values.get("tag"));
            case Deeds.TIER ->
                    new Said(
                            "授予等级 " + values.get("tier"), "Granted the tier " + values.get("tier"));
            default ->
                    new Said(
                            "交给员工：" + values.get("title"),
                            "A task for staff: " + values.get("title"));
        };
    }

    private static String clock(Map<String, Object> values, ZoneId zone) {
        return CLOCK.format(Instant.parse(String.valueOf(values.get("until"))).atZone(zone));
    }
}
