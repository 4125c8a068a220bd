package dev.waystation.platform.members.loyalty.store;

import dev.waystation.platform.members.loyalty.store.ReviewStore.Review;
import dev.waystation.platform.members.loyalty.store.TierStore.Interval;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes past tiers and their next reviews at once. */
@Component
public class BulkStandings {

    private static final String INTERVALS =
            """
            insert into loyalty.tier_interval
              (member_id, club, layer, tier, rank, valid_from, valid_until, cause, explanation_id)
            select i.member_id, i.club, 'earned', i.tier, i.rank, i.at::timestamptz,
                   lead(i.at::timestamptz) over (
                     partition by i.member_id, i.club order by i.at::timestamptz),
                   i.cause, i.explanation
            from unnest(:members, :clubs, :tiers, :ranks, :times, :causes, :explanations)
              as i (member_id, club, tier, rank, at, cause, explanation)
            """;

    private static final String REVIEWS =
            """
            insert into loyalty.tier_review (member_id, club, due_on, notice_on)
            select r.member_id, r.club, r.due::date, r.notice::date
            from unnest(:members, :clubs, :dues, :notices) as r (member_id, club, due, notice)
            """;

    private final JdbcClient jdbc;

    BulkStandings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void intervals(List<Interval> intervals) {
        jdbc.sql(INTERVALS)
                .param("members", intervals.stream().map(Interval::memberId).toArray(Long[]::new))
                .param("clubs", texts(intervals, Interval::club))
                .param("tiers", texts(intervals, Interval::tier))
                .param("ranks", intervals.stream().map(Interval::rank).toArray(Integer[]::new))
                .param("times", texts(intervals, each -> each.from().toString()))
                .param("causes", texts(intervals, Interval::cause))
                .param(
                        "explanations",
                        texts(intervals, each -> String.valueOf(each.explanationId())))
                .update();
    }

    public void reviews(List<Review> reviews) {
        jdbc.sql(REVIEWS)
                .param("members", reviews.stream().map(Review::memberId).toArray(Long[]::new))
                .param("clubs", texts(reviews, Review::club))
                .param("dues", texts(reviews, each -> each.dueOn().toString()))
                .param("notices", texts(reviews, each -> each.noticeOn().toString()))
                .update();
    }

    private static <T> String[] texts(List<T> rows, Function<T, String> field) {
        return rows.stream().map(field).toArray(String[]::new);
    }
}
