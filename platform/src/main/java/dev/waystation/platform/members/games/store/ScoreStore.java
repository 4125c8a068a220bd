package dev.waystation.platform.members.games.store;

import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.games.model.Challenge;
import dev.waystation.platform.members.games.model.Counted;
import dev.waystation.platform.members.games.model.Metric;
import dev.waystation.platform.members.games.model.Ranked;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Scores of leaderboards and the counts of challenges. */
@Repository
public class ScoreStore {

    private static final String SCORE =
            """
            insert into games.score (metric, period, member_id, score, reached_at)
            values (:metric, :period, :member, :amount, :at)
            on conflict on constraint score_pk do update
            set score = score.score + :amount, reached_at = :at
            """;

    private static final String BOARD =
            """
            select * from
              (select member_id, score, rank() over (order by score desc, reached_at) as place
               from games.score where metric = :metric and period = :period) ranked
            where place <= :most or member_id = :member
            order by place
            """;

    private static final String ADD =
            """
            insert into games.challenge
              (name_zh, name_en, metric, target, first_day, last_day, reward_points, stock,
               stock_left)
            values (:zh, :en, :metric, :target, :first, :last, :points, :stock, :stock)
            returning challenge_id
            """;

    private static final String COUNT =
            """
            insert into games.challenge_member (challenge_id, member_id, count, rewarded)
            values (:id, :member, :amount, false)
            on conflict on constraint challenge_member_pk do update
            set count = challenge_member.count + :amount
            returning count
            """;

    // Met once, whoever counts at the same time.
    private static final String DONE =
            """
            update games.challenge_member set done_at = :at, rewarded = :rewarded
            where challenge_id = :id and member_id = :member and done_at is null
            """;

    private static final String TAKE =
            """
            update games.challenge set stock_left = stock_left - 1
            where challenge_id = :id and stock_left > 0
            """;

    private static final String MINE =
            """
            select c.*, coalesce(m.count, 0) as count, m.done_at,
                   coalesce(m.rewarded, false) as rewarded
            from games.challenge c
            left join games.challenge_member m
              on m.challenge_id = c.challenge_id and m.member_id = :member
            order by c.last_day desc, c.challenge_id limit 50
            """;

    private final JdbcClient jdbc;

    ScoreStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void score(Counted counted, String period) {
        jdbc.sql(SCORE)
                .param("metric", counted.metric().code())
                .param("period", period)
                .param("member", counted.memberId())
                .param("amount", counted.amount())
                .param("at", counted.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The best, and the member wherever they stand. */
    public List<Ranked> board(Metric metric, String period, int most, @Nullable Long member) {
        return jdbc.sql(BOARD)
                .param("metric", metric.code())
                .param("period", period)
                .param("most", most)
                .param("member", member == null ? -1L : member)
                .query((row, index) ->
                        new Ranked(
                                row.getLong("place"),
                                row.getLong("member_id"),
                                row.getLong("score")))
                .list();
    }

    public long add(Challenge challenge) {
        return jdbc.sql(ADD)
                .param("zh", challenge.name().zh())
                .param("en", challenge.name().en())
                .param("metric", challenge.metric().code())
                .param("target", challenge.target())
                .param("first", challenge.firstDay())
                .param("last", challenge.lastDay())
                .param("points", challenge.rewardPoints())
                .param("stock", challenge.stock())
                .query(Long.class)
                .single();
    }

    public List<Challenge> running(Metric metric, LocalDate day) {
        return jdbc.sql(
                        """
                        select * from games.challenge
                        where metric = :metric and :day between first_day and last_day
                        order by challenge_id
                        """)
                .param("metric", metric.code())
                .param("day", day)
                .query(ScoreStore::challenge)
                .list();
    }

    public List<Challenge.Mine> mine(@Nullable Long member) {
        return jdbc.sql(MINE)
                .param("member", member == null ? -1L : member)
                .query((row, index) ->
                        new Challenge.Mine(
                                challenge(row, index),
                                row.getLong("count"),
                                row.getObject("done_at") != null,
                                row.getBoolean("rewarded")))
                .list();
    }

    /** The count after adding. */
    public long count(long challenge, long member, long amount) {
        return jdbc.sql(COUNT)
                .param("id", challenge)
                .param("member", member)
                .param("amount", amount)
                .query((row, index) -> row.getLong(1))
                .single();
    }

    public boolean done(long challenge, long member, boolean rewarded, Instant at) {
        return jdbc.sql(DONE)
                        .param("id", challenge)
                        .param("member", member)
                        .param("rewarded", rewarded)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    public boolean isDone(long challenge, long member) {
        return jdbc.sql(
                        """
                        select done_at is not null from games.challenge_member
                        where challenge_id = :id and member_id = :member
                        """)
                .param("id", challenge)
                .param("member", member)
                .query((row, index) -> row.getBoolean(1))
                .single();
    }

    /** False when no reward is left. */
    public boolean take(long challenge) {
        return jdbc.sql(TAKE).param("id", challenge).update() == 1;
    }

    private static Challenge challenge(ResultSet row, int index) throws SQLException {
        return new Challenge(
                row.getLong("challenge_id"),
                new Said(row.getString("name_zh"), row.getString("name_en")),
                Metric.of(row.getString("metric")).orElseThrow(),
                row.getInt("target"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getLong("reward_points"),
                row.getLong("stock"),
                row.getLong("stock_left"));
    }
}
