package dev.waystation.platform.members.loyalty.model;

import dev.waystation.platform.foundation.edge.Said;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import org.jspecify.annotations.Nullable;

/**
 * How much may be given, to whom and in which stretch of time.
 *
 * @param budget a name that several rules share one pot under; null for the rule's own
 */
public record Limit(
        Scope scope, Period period, Measure measure, long most, @Nullable String budget) {

    /** Whom the pot belongs to. */
    public enum Scope {
        MEMBER,
        SITE,
        EVERYONE
    }

    /** When the pot is filled again, by the programme's calendar. */
    public enum Period {
        DAY,
        WEEK,
        MONTH,
        YEAR,
        EVER
    }

    /** What is counted. */
    public enum Measure {
        POINTS,
        TIMES
    }

    /**
     * Where use is counted. What belongs to one member leads with the member; what everybody shares
     * stands under member 0.
     */
    public record Counter(long memberId, String key) implements Comparable<Counter> {
        @Override
        public int compareTo(Counter other) {
            int byMember = Long.compare(memberId, other.memberId);
            return byMember != 0 ? byMember : key.compareTo(other.key);
        }
    }

    /** The pot that an event on that day draws from. */
    Counter counter(String owner, EarningEvent event, LocalDate day) {
        String pot = budget == null ? owner : "budget:" + budget;
        String stretch =
                switch (period) {
                    case DAY -> day.toString();
                    case WEEK ->
                            day.get(IsoFields.WEEK_BASED_YEAR)
                                    + "-W"
                                    + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
                    case MONTH -> day.toString().substring(0, 7);
                    case YEAR -> Integer.toString(day.getYear());
                    case EVER -> "ever";
                };
        String kind = measure == Measure.POINTS ? "points" : "times";
        return switch (scope) {
            case MEMBER -> new Counter(event.memberId(), pot + "|" + kind + "|" + stretch);
            case SITE -> new Counter(0, pot + "|site:" + event.site() + "|" + kind + "|" + stretch);
            case EVERYONE -> new Counter(0, pot + "|all|" + kind + "|" + stretch);
        };
    }

    /** 每位会员每天最多 100 分. */
    public Said said() {
        Said who =
                switch (scope) {
                    case MEMBER -> new Said("每位会员", "per member");
                    case SITE -> new Said("每个地点", "per site");
                    case EVERYONE -> new Said("总共", "in all");
                };
        Said when =
                switch (period) {
                    case DAY -> new Said("每天", "a day");
                    case WEEK -> new Said("每周", "a week");
                    case MONTH -> new Said("每月", "a month");
                    case YEAR -> new Said("每年", "a year");
                    case EVER -> new Said("", "ever");
                };
        boolean points = measure == Measure.POINTS;
        String named = budget == null ? "" : "（预算“" + budget + "”）";
        String namedEn = budget == null ? "" : " (budget \"" + budget + "\")";
        return new Said(
                "%s%s最多 %,d %s%s".formatted(who.zh(), when.zh(), most, points ? "分" : "次", named),
                "at most %,d %s %s %s%s"
                        .formatted(
                                most, points ? "points" : "times", who.en(), when.en(), namedEn));
    }
}
