package dev.waystation.platform.engagement.experiment.model;

import dev.waystation.platform.foundation.edge.Said;

/** What a trial is judged by; more is better for each. */
public enum Metric {
    CONVERSION(new Said("购票会员占比", "share of members who buy")),
    REVENUE(new Said("人均消费", "revenue per member")),
    REVENUE_PER_TICKET(new Said("每张票收入", "revenue per ticket"));

    private final String zh;
    private final String en;

    Metric(Said label) {
        zh = label.zh();
        en = label.en();
    }

    public Said label() {
        return new Said(zh, en);
    }
}
