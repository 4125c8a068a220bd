package dev.waystation.platform.members.benefits.store;

import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.jobs.Turn;
import dev.waystation.platform.members.benefits.model.Reward;
import dev.waystation.platform.members.benefits.model.RewardOrder;
import dev.waystation.platform.members.benefits.model.RewardState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rewards and their orders; every step is conditional on the state before it and kept. */
@Repository
public class RewardStore {

    private static final String ADD =
            """
            insert into benefits.reward
              (name_zh, name_en, price_minor, points_per_yuan, least_share, most_share,
               first_use_points, member_limit, stock, open)
            values (:zh, :en, :price, :rate, :least, :most, :first, :limit, :stock, :open)
            returning reward_id
            """;

    private static final String LIST = "select * from benefits.reward order by reward_id desc";

    private static final String TAKE =
            """
            update benefits.reward set stock = stock - 1
            where reward_id = :id and open and stock > 0
            """;

    private static final String PUT_BACK =
            "update benefits.reward set stock = stock + 1 where reward_id = :id";

    private static final String PLACE =
            """
            insert into benefits.reward_order
              (member_id, order_ref, reward_id, state, points, cash_minor, expires_at, placed_at)
            values (:member, :ref, :reward, 'REQUESTED', :points, :cash, :expires, :now)
            on conflict on constraint reward_order_pk do nothing
            """;

    private static final String ORDERS = "select * from benefits.reward_order ";

    private static final String LOCKED = ORDERS + "where order_ref = :ref for update";

    private static final String ORDER_LIST =
            ORDERS
                    + """
                    where (:member::bigint is null or member_id = :member)
                    order by placed_at desc
                    limit :limit
                    """;

    private static final String OVERDUE =
            """
            select expires_at, order_ref from benefits.reward_order
            where state in ('REQUESTED', 'HELD') and expires_at <= :now
              and (expires_at, order_ref) > (:at, :after)
            order by expires_at, order_ref limit 200
            """;

    private static final String LIVE =
            """
            select count(*) from benefits.reward_order
            where member_id = :member and reward_id = :reward
              and state in ('REQUESTED', 'HELD', 'CONFIRMED', 'FULFILLED')
            """;

    private static final String EVER =
            """
            select exists (select 1 from benefits.reward_order
                           where member_id = :member and state in ('CONFIRMED', 'FULFILLED'))
            """;

    private static final String MOVE =
            """
            update benefits.reward_order set state = :to
            where order_ref = :ref and state = :from
            """;

    private static final String STEP =
            """
            insert into benefits.reward_step (order_ref, step, state, cause, at)
            select :ref, count(*) + 1, :state, :cause, :now
            from benefits.reward_step where order_ref = :ref
            """;

    private final JdbcClient jdbc;

    RewardStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long add(Reward reward) {
        return jdbc.sql(ADD)
                .param("zh", reward.name().zh())
                .param("en", reward.name().en())
                .param("price", reward.priceMinor())
                .param("rate", reward.pointsPerYuan())
                .param("least", reward.leastShare())
                .param("most", reward.mostShare())
                .param("first", reward.firstUsePoints())
                .param("limit", reward.memberLimit())
                .param("stock", reward.stock())
                .param("open", reward.open())
                .query(Long.class)
                .single();
    }

    public List<Reward> all() {
        return jdbc.sql(LIST).query(RewardStore::reward).list();
    }

    public Optional<Reward> find(long id) {
        return jdbc.sql("select * from benefits.reward where reward_id = :id")
                .param("id", id)
                .query(RewardStore::reward)
                .optional();
    }

    public boolean take(long reward) {
        return jdbc.sql(TAKE).param("id", reward).update() == 1;
    }

    public void putBack(long reward) {
        jdbc.sql(PUT_BACK).param("id", reward).update();
    }

    /** False when the order is there already. */
    public boolean place(RewardOrder order) {
        boolean fresh =
                jdbc.sql(PLACE)
                                .param("member", order.memberId())
                                .param("ref", order.reference())
                                .param("reward", order.rewardId())
                                .param("points", order.paid().points())
                                .param("cash", order.paid().cashMinor())
                                .param("expires", utc(order.expiresAt()))
                                .param("now", utc(order.placedAt()))
                                .update()
                        == 1;
        if (fresh) {
            step(order.reference(), RewardState.REQUESTED, "requested", order.placedAt());
        }
        return fresh;
    }

    public Optional<RewardOrder> locked(UUID reference) {
        return jdbc.sql(LOCKED).param("ref", reference).query(RewardStore::order).optional();
    }

    public Optional<RewardOrder> one(UUID reference) {
        return jdbc.sql(ORDERS + "where order_ref = :ref")
                .param("ref", reference)
                .query(RewardStore::order)
                .optional();
    }

    public List<RewardOrder> orders(@Nullable Long memberId, int limit) {
        return jdbc.sql(ORDER_LIST)
                .param("member", memberId)
                .param("limit", limit)
                .query(RewardStore::order)
                .list();
    }

    /** Orders that were not paid in time, those behind one of them. */
    public List<Turn<UUID>> overdue(Instant now, Turn<UUID> after) {
        return jdbc.sql(OVERDUE)
                .param("now", utc(now))
                .param("at", utc(after.at()))
                .param("after", after.key())
                .query(Turn.REFERENCED)
                .list();
    }

    public long live(long memberId, long reward) {
        return jdbc.sql(LIVE)
                .param("member", memberId)
                .param("reward", reward)
                .query(Long.class)
                .single();
    }

    /** Whether the member has used points before. */
    public boolean everUsed(long memberId) {
        return jdbc.sql(EVER).param("member", memberId).query(Boolean.class).single();
    }

    public boolean move(RewardOrder order, RewardState to, String cause, Instant now) {
        boolean moved =
                jdbc.sql(MOVE)
                                .param("ref", order.reference())
                                .param("from", order.state().name())
                                .param("to", to.name())
                                .update()
                        == 1;
        if (moved) {
            step(order.reference(), to, cause, now);
        }
        return moved;
    }

    private void step(UUID reference, RewardState state, String cause, Instant now) {
        jdbc.sql(STEP)
                .param("ref", reference)
                .param("state", state.name())
                .param("cause", cause)
                .param("now", utc(now))
                .update();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Reward reward(ResultSet row, int index) throws SQLException {
        return new Reward(
                row.getLong("reward_id"),
                new Said(row.getString("name_zh"), row.getString("name_en")),
                row.getLong("price_minor"),
                row.getInt("points_per_yuan"),
                row.getInt("least_share"),
                row.getInt("most_share"),
                row.getLong("first_use_points"),
                row.getInt("member_limit"),
                row.getLong("stock"),
                row.getBoolean("open"));
    }

    private static RewardOrder order(ResultSet row, int index) throws SQLException {
        return new RewardOrder(
                row.getLong("member_id"),
                row.getObject("order_ref", UUID.class),
                row.getLong("reward_id"),
                RewardState.valueOf(row.getString("state")),
                new Reward.Split(row.getLong("points"), row.getLong("cash_minor")),
                row.getObject("placed_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }
}
