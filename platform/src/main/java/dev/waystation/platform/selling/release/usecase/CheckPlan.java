package dev.waystation.platform.selling.release.usecase;

import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Reason;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.selling.catalogue.Run;
import dev.waystation.platform.selling.release.model.Plan;
import dev.waystation.release.PlanChecker;
import dev.waystation.release.PlanFault;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Holds a plan against the train it is for. */
@Component
class CheckPlan {

    private final CoverTrain cover;
    private final Clock clock;

    CheckPlan(CoverTrain cover, Clock clock) {
        this.cover = cover;
        this.clock = clock;
    }

    List<PlanFault> faults(Plan plan, Run sample) {
        return PlanChecker.check(
                plan.engine(),
                cover.route(sample, plan.seatClass()),
                CoverTrain.seatCount(sample, plan.seatClass()),
                sample.departs(),
                clock.getZone());
    }

    static Explanation explain(List<PlanFault> faults) {
        return new Explanation(
                new Said("方案不能发布。", "The plan cannot be published."),
                faults.stream().map(CheckPlan::reason).toList());
    }

    private static Reason reason(PlanFault fault) {
        return new Reason(fault.code().name(), false, said(fault), fault.values());
    }

    private static Said said(PlanFault fault) {
        String at = fault.place();
        var v = fault.values();
        return switch (fault.code()) {
            case NO_BUCKETS -> new Said("方案没有任何份额。", "The plan has no buckets.");
            case TOO_MANY_BUCKETS ->
                    new Said(
                            "份额有 %s 个，最多 %s 个。".formatted(v.get("buckets"), v.get("most")),
                            "%s buckets; at most %s.".formatted(v.get("buckets"), v.get("most")));
            case CODE_USED_TWICE ->
                    new Said("代码“" + at + "”用了两次。", "The key " + at + " is used twice.");
            case UNKNOWN_BUCKET ->
                    new Said(
                            "批次“%s”提到不存在的份额“%s”。".formatted(at, v.get("bucket")),
                            "Batch %s names a bucket that does not exist: %s."
                                    .formatted(at, v.get("bucket")));
            case TRIP_NOT_ON_ROUTE ->
                    new Said(
                            "“%s”的区间 %s 不在这趟车上。".formatted(at, v.get("trip")),
                            "The trip %s of %s is not on this train.".formatted(v.get("trip"), at));
            case LEGS_NOT_ON_ROUTE ->
                    new Said("“" + at + "”的区段超出这趟车。", "The legs of " + at + " leave the route.");
            case AMOUNT_OUT_OF_RANGE ->
                    new Said(
                            "批次“" + at + "”的数量不对。",
                            "An amount of batch " + at + " is out of range.");
            case RESERVES_EXCEED_CAPACITY ->
                    new Said(
                            "批次“%s”后第 %s 段共放 %s 张，只有 %s 座。"
                                    .formatted(at, leg(v), v.get("promised"), v.get("seats")),
                            "After batch %s leg %s promises %s of %s seats."
                                    .formatted(at, leg(v), v.get("promised"), v.get("seats")));
            case BUCKET_HOLDS_TOO_LITTLE ->
                    new Said(
                            "批次“%s”要从“%s”拿 %s 张，那里只有 %s 张。"
                                    .formatted(at, v.get("bucket"), v.get("gives"), v.get("holds")),
                            "Batch %s takes %s from %s, which holds %s."
                                    .formatted(
                                            at, v.get("gives"), v.get("bucket"), v.get("holds")));
            case CHANNEL_CAPS_EXCEED_CAPACITY ->
                    new Said(
                            "各渠道上限共 %s 张，只有 %s 座。".formatted(v.get("caps"), v.get("seats")),
                            "Channel caps add up to %s of %s seats."
                                    .formatted(v.get("caps"), v.get("seats")));
            case BATCHES_OUT_OF_ORDER ->
                    new Said(
                            "批次“" + at + "”比前一批更早。",
                            "Batch " + at + " is due before the one above.");
        };
    }

    private static int leg(java.util.Map<String, Object> values) {
        return (Integer) values.getOrDefault("leg", 0) + 1;
    }
}
