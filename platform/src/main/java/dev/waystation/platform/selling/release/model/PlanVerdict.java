package dev.waystation.platform.selling.release.model;

import dev.waystation.platform.foundation.edge.Said;
import java.util.Locale;

/** What a plan would change against selling everything to anyone, in one sentence. */
public final class PlanVerdict {

    private PlanVerdict() {}

    /**
     * @param revenue change in whole yuan
     * @param through change of refused through passengers
     * @param others change of refused other passengers
     */
    public static Said of(long revenue, int through, int others) {
        String zh =
                "可以发布：按假定需求%s，直达旅客%s，短途旅客%s。"
                        .formatted(
                                revenue == 0
                                        ? "收入不变"
                                        : (revenue > 0 ? "多收 " : "少收 ") + yuan(revenue),
                                refusedZh(through),
                                refusedZh(others));
        String en =
                "It can be published. On the assumed demand it earns %s; it refuses %s through and %s other passengers."
                        .formatted(
                                revenue == 0
                                        ? "the same"
                                        : yuan(revenue) + (revenue > 0 ? " more" : " less"),
                                refusedEn(through),
                                refusedEn(others));
        return new Said(zh, en);
    }

    private static String yuan(long amount) {
        return String.format(Locale.ROOT, "¥%,d", Math.abs(amount));
    }

    private static String refusedZh(int change) {
        return change == 0 ? "被拒人数不变" : (change > 0 ? "多拒 " : "少拒 ") + Math.abs(change) + " 位";
    }

    private static String refusedEn(int change) {
        return change == 0 ? "as many" : Math.abs(change) + (change > 0 ? " more" : " fewer");
    }
}
