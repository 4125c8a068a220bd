package dev.waystation.platform.engagement.experiment.model;

import dev.waystation.platform.foundation.edge.Said;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What to do with a trial now.
 *
 * @param daysLeft until the planned size at the pace so far; absent where waiting is not the answer
 */
public record NextStep(@Nullable Long daysLeft, Said sentence) {

    public static NextStep of(
            Judgement.Told told, Design design, long units, Duration soFar, boolean running) {
        return switch (told.verdict()) {
            case WITHHELD ->
                    only(
                            "先找出分流或曝光记录错在哪里，修好后开始新的阶段；在此之前不要用这些数字。",
                            "Find out what is wrong with the split or the exposures, mend it and begin a"
                                    + " new phase; use none of these figures before that.");
            case TOO_EARLY -> early(design.plannedUnits(), units, soFar, running);
            case BETTER ->
                    only(
                            "可以停下实验，把胜出的做法给所有人；留 5%–10% 对照，继续看效果是否持续。",
                            "Stop, give everybody the arm that won, and keep 5 to 10% as a control to see"
                                    + " whether it lasts.");
            case WORSE ->
                    only("停下实验，回到对照组的做法。", "Stop, and go back to what the control group has.");
            case HARMS_A_GUARD ->
                    only(
                            "不要推广：先弄清护栏指标为什么变差。",
                            "Do not roll it out: find out first why the guard got worse.");
            case NO_DIFFERENCE -> only("停下实验，选成本更低的做法。", "Stop, and choose whichever costs less.");
        };
    }

    private static NextStep early(long planned, long units, Duration soFar, boolean running) {
        if (!running) {
            return only(
                    "不足以判断，实验已停止。要有答案，请新开一个，让它走到计划的 %d 人。".formatted(planned),
                    "Not enough to judge, and it is stopped. For an answer begin another and let it reach"
                            .concat(" its %d planned members.".formatted(planned)));
        }
        if (units == 0) {
            return only(
                    "还没有会员看到。请检查旅程是否已发布、人群是否为空。",
                    "No member has seen it yet. Check that its journey is published and its segment not"
                            + " empty.");
        }
        if (units >= planned) {
            return only(
                    "人数够了，购票还太少：继续等，或改用更常发生的指标另开一个。",
                    "Members suffice, purchases are too few: wait on, or begin another judged by something"
                            + " that happens more often.");
        }
        double days = Math.max(soFar.toMinutes() / 1440.0, 1);
        long left = (long) Math.ceil((planned - units) * days / units);
        return new NextStep(
                left,
                new Said(
                        "不足以判断，还需 %d 天（%d / %d 人）。到那之前不要停，也不要宣布胜者。".formatted(left, units, planned),
                        "Not enough to judge; %d more days at this pace (%d of %d members). Until then do not stop and name no winner."
                                .formatted(left, units, planned)));
    }

    private static NextStep only(String zh, String en) {
        return new NextStep(null, new Said(zh, en));
    }
}
