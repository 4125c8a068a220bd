package dev.waystation.platform.engagement.experiment.model;

import dev.waystation.platform.foundation.edge.Said;

/** What a trial is judged by: what is measured, in words, and which way is better. */
public enum Metric {
    CONVERSION(
            false,
            new Said("购票会员占比", "share of members who buy"),
            new Said(
                    "首次看到之后买过票的会员数 ÷ 看到的会员数；退票不减。",
                    "members who bought a ticket after they first saw it ÷ members who saw it;"
                            + " refunds take nothing away")),
    REVENUE(
            false,
            new Said("人均消费", "revenue per member"),
            new Said(
                    "首次看到之后的票款减退款，÷ 看到的会员数；每人最多计到消费者的 99.9 分位，一笔包车不能左右结论。",
                    "fares less refunds after they first saw it ÷ members who saw it; each counted up"
                            + " to the 99.9th percentile of those who spent, so that one charter decides"
                            + " nothing")),
    REVENUE_PER_TICKET(
            false,
            new Said("每张票收入", "revenue per ticket"),
            new Said(
                    "组内票款净额 ÷ 组内票数；分子分母都随会员而变，区间用 delta 法。",
                    "net fares of an arm ÷ its tickets; both vary by member, so its interval is by the"
                            + " delta method")),
    RETENTION(
            false,
            new Said("回头率", "share who come back"),
            new Said(
                    "首次看到之后第 8 至 28 天又买票的会员占比；只算看到已满 28 天的会员。",
                    "members who bought again on days 8 to 28 after they first saw it, of those who saw"
                            + " it 28 days ago or more")),
    SERVICE_COST(
            true,
            new Said("人均服务成本", "service cost per member"),
            new Said(
                    "首次看到之后用券抵扣的金额减去退回的，÷ 看到的会员数；越低越好。",
                    "discounts of coupons used, less those given back, after they first saw it ÷ members"
                            + " who saw it; less is better"));

    private final boolean lessIsBetter;
    private final String zh;
    private final String en;
    private final String meansZh;
    private final String meansEn;

    Metric(boolean lessIsBetter, Said label, Said means) {
        this.lessIsBetter = lessIsBetter;
        zh = label.zh();
        en = label.en();
        meansZh = means.zh();
        meansEn = means.en();
    }

    public boolean lessIsBetter() {
        return lessIsBetter;
    }

    public Said label() {
        return new Said(zh, en);
    }

    /** Exactly what is divided by what, and who is counted. */
    public Said definition() {
        return new Said(meansZh, meansEn);
    }
}
