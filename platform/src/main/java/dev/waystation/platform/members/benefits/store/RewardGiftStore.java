package dev.waystation.platform.members.benefits.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Hand-overs of rewards; the caller holds the order's lock. */
@Repository
public class RewardGiftStore {

    /** A hand-over; open while nobody took or declined it. */
    public record Gift(
            UUID orderRef,
            int nth,
            long giver,
            UUID code,
            @Nullable Long receiver,
            boolean declined,
            Instant at) {

        public boolean open() {
            return receiver == null && !declined;
        }
    }

    private static final String GIFTS =
            """
            select order_ref, nth, giver, code, receiver, declined_at is not null as declined, at
            from benefits.reward_gift
            """;

    private static final String OFFER =
            """
            insert into benefits.reward_gift (order_ref, nth, giver, code, at)
            values (:ref, :nth, :giver, :code, :now)
            """;

    private static final String TAKE =
            """
            update benefits.reward_gift set receiver = :receiver, taken_at = :now
            where code = :code and receiver is null and declined_at is null
            """;

    private static final String DECLINE =
            """
            update benefits.reward_gift set declined_at = :now
            where code = :code and receiver is null and declined_at is null
            """;

    private final JdbcClient jdbc;

    RewardGiftStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In their order; the last one's receiver, or giver while it is open, holds the reward. */
    public List<Gift> of(UUID orderRef) {
        return jdbc.sql(GIFTS + "where order_ref = :ref order by nth")
                .param("ref", orderRef)
                .query(RewardGiftStore::gift)
                .list();
    }

    public Optional<Gift> byCode(UUID code) {
        return jdbc.sql(GIFTS + "where code = :code")
                .param("code", code)
                .query(RewardGiftStore::gift)
                .optional();
    }

    /** What a member offered to others, the latest first. */
    public List<Gift> given(long member) {
        return jdbc.sql(GIFTS + "where giver = :member order by at desc limit 50")
                .param("member", member)
                .query(RewardGiftStore::gift)
                .list();
    }

    /** Rewards that were given to a member, some passed on since. */
    public List<UUID> received(long member) {
        return jdbc.sql(
                        "select distinct order_ref from benefits.reward_gift where receiver = :member")
                .param("member", member)
                .query((row, index) -> row.getObject(1, UUID.class))
                .list();
    }

    public int limit(long reward) {
        return jdbc.sql("select gift_limit from benefits.reward where reward_id = :id")
                .param("id", reward)
                .query((row, index) -> row.getInt(1))
                .single();
    }

    /** False when there is no such reward. */
    public boolean setLimit(long reward, int times) {
        return jdbc.sql("update benefits.reward set gift_limit = :times where reward_id = :id")
                        .param("id", reward)
                        .param("times", times)
                        .update()
                == 1;
    }

    public void offer(Gift gift) {
        jdbc.sql(OFFER)
                .param("ref", gift.orderRef())
                .param("nth", gift.nth())
                .param("giver", gift.giver())
                .param("code", gift.code())
                .param("now", gift.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** False when somebody took or declined it already. */
    public boolean decline(UUID code, Instant now) {
        return jdbc.sql(DECLINE)
                        .param("code", code)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** False when somebody else was faster. */
    public boolean take(UUID code, long receiver, Instant now) {
        return jdbc.sql(TAKE)
                        .param("code", code)
                        .param("receiver", receiver)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static Gift gift(java.sql.ResultSet row, int index) throws java.sql.SQLException {
        return new Gift(
                row.getObject("order_ref", UUID.class),
                row.getInt("nth"),
                row.getLong("giver"),
                row.getObject("code", UUID.class),
                row.getObject("receiver", Long.class),
                row.getBoolean("declined"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
