package dev.waystation.platform.members.loyalty.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When whose tier is looked at next. */
@Component
public class ReviewStore {

    /** One member's next review in a club. */
    public record Review(
            long memberId,
            String club,
            LocalDate dueOn,
            LocalDate noticeOn,
            boolean noticed,
            boolean inGrace) {}

    private static final String SET =
            """
            insert into loyalty.tier_review (member_id, club, due_on, notice_on, in_grace, noticed)
            values (:member, :club, :due, :notice, :grace, :noticed)
            on conflict on constraint tier_review_pk do update
            set due_on = :due, notice_on = :notice, in_grace = :grace, noticed = :noticed
            """;

    private static final String DROP =
            "delete from loyalty.tier_review where member_id = :member and club = :club";

    private static final String FIND =
            "select * from loyalty.tier_review where member_id = :member and club = :club";

    // A storm of reviews on one day is spread over rounds of the timer by its limit.
    private static final String DUE =
            """
            select * from loyalty.tier_review
            where due_on <= :today
            order by due_on, member_id
            limit :limit
            for update skip locked
            """;

    private static final String TO_NOTICE =
            """
            select * from loyalty.tier_review
            where notice_on <= :today and due_on > :today and not noticed and not in_grace
            order by notice_on, member_id
            limit :limit
            for update skip locked
            """;

    private final JdbcClient jdbc;

    ReviewStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void set(Review review) {
        jdbc.sql(SET)
                .param("member", review.memberId())
                .param("club", review.club())
                .param("due", review.dueOn())
                .param("notice", review.noticeOn())
                .param("grace", review.inGrace())
                .param("noticed", review.noticed())
                .update();
    }

    public void drop(long memberId, String club) {
        jdbc.sql(DROP).param("member", memberId).param("club", club).update();
    }

    public Optional<Review> find(long memberId, String club) {
        return jdbc.sql(FIND)
                .param("member", memberId)
                .param("club", club)
                .query(ReviewStore::review)
                .optional();
    }

    public List<Review> due(LocalDate today, int limit) {
        return list(DUE, today, limit);
    }

    public List<Review> toNotice(LocalDate today, int limit) {
        return list(TO_NOTICE, today, limit);
    }

    private List<Review> list(String sql, LocalDate today, int limit) {
        return jdbc.sql(sql)
                .param("today", today)
                .param("limit", limit)
                .query(ReviewStore::review)
                .list();
    }

    private static Review review(ResultSet row, int index) throws SQLException {
        return new Review(
                row.getLong("member_id"),
                row.getString("club"),
                row.getObject("due_on", LocalDate.class),
                row.getObject("notice_on", LocalDate.class),
                row.getBoolean("noticed"),
                row.getBoolean("in_grace"));
    }
}
