package dev.waystation.platform.members.benefits.store;

import dev.waystation.platform.members.benefits.model.Held;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Codes and claimed coupons one by one, each change a conditional update. */
@Repository
public class CouponStore {

    private static final String CODE =
            """
            select hash, campaign_id, tail, member_id, withdrawn, max_uses, uses, value_left
            from benefits.code
            where hash = :hash
            """;

    private static final String CLAIMED =
            """
            select campaign_id, sequence, member_id, reference, claimed_at, expires_at, uses
            from benefits.coupon
            """;

    private static final String ONE = CLAIMED + "where campaign_id = :campaign and sequence = :seq";

    private static final String OF_MEMBER =
            CLAIMED
                    + """
                    where member_id = :member
                    order by (uses = 0 and expires_at > :now) desc, expires_at, campaign_id, sequence
                    limit :limit
                    """;

    private static final String USE_CODE =
            """
            update benefits.code set uses = uses + 1
            where hash = :hash and not withdrawn and uses < max_uses
            """;

    private static final String UNUSE_CODE =
            """
            update benefits.code set uses = uses - 1
            where hash = :hash and uses > 0 and max_uses is not null
            """;

    private static final String SPEND_VALUE =
            """
            update benefits.code set value_left = value_left - :minor
            where hash = :hash and not withdrawn and value_left >= :minor
            """;

    private static final String RETURN_VALUE =
            """
            update benefits.code set value_left = value_left + :minor
            where hash = :hash and value_left is not null
            """;

    private static final String USE_COUPON =
            """
            update benefits.coupon set uses = 1
            where campaign_id = :campaign and sequence = :seq and uses = 0
            """;

    private static final String UNUSE_COUPON =
            """
            update benefits.coupon set uses = 0
            where campaign_id = :campaign and sequence = :seq and uses = 1
            """;

    private static final String IN_AN_ORDER =
            """
            select exists (
              select 1 from benefits.redemption
              where campaign_id = :campaign and state = 'RESERVED' and order_ref <> :order
                and (code_hash = :hash or sequence = :seq))
            """;

    private final JdbcClient jdbc;

    CouponStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Held.Code> code(byte[] hash) {
        return jdbc.sql(CODE).param("hash", hash).query(CouponStore::code).optional();
    }

    public Optional<Held.Claimed> claimed(long campaign, long sequence) {
        return jdbc.sql(ONE)
                .param("campaign", campaign)
                .param("seq", sequence)
                .query(CouponStore::claimed)
                .optional();
    }

    /** A member's coupons, usable ones first, those that end soonest before others. */
    public List<Held.Claimed> ofMember(long memberId, Instant now, int limit) {
        return jdbc.sql(OF_MEMBER)
                .param("member", memberId)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query(CouponStore::claimed)
                .list();
    }

    /** Takes one use; false when none is left. */
    public boolean use(Held held, long minor) {
        return switch (held) {
            case Held.Code code when code.valueLeft() != null -> value(SPEND_VALUE, code, minor);
            case Held.Code code when code.maxUses() == null -> true;
            case Held.Code code -> jdbc.sql(USE_CODE).param("hash", code.hash()).update() == 1;
            case Held.Claimed claimed -> coupon(USE_COUPON, claimed);
        };
    }

    /** Gives back a use, or so much of the value. */
    public void giveBack(Held held, long minor) {
        boolean back =
                switch (held) {
                    case Held.Code code when code.valueLeft() != null ->
                            value(RETURN_VALUE, code, minor);
                    case Held.Code code when code.maxUses() == null -> true;
                    case Held.Code code ->
                            jdbc.sql(UNUSE_CODE).param("hash", code.hash()).update() == 1;
                    case Held.Claimed claimed -> coupon(UNUSE_COUPON, claimed);
                };
        if (!back) {
            throw new IllegalStateException(
                    "Nothing to give back on a coupon of campaign " + held.campaignId());
        }
    }

    /** Whether another order has it set aside: then it may become free again. */
    public boolean inAnotherOrder(Held held, UUID order) {
        return jdbc.sql(IN_AN_ORDER)
                .param("campaign", held.campaignId())
                .param("order", order)
                .param("hash", held instanceof Held.Code code ? code.hash() : null)
                .param("seq", held instanceof Held.Claimed claimed ? claimed.sequence() : null)
                .query(Boolean.class)
                .single();
    }

    private boolean value(String sql, Held.Code code, long minor) {
        return jdbc.sql(sql).param("hash", code.hash()).param("minor", minor).update() == 1;
    }

    private boolean coupon(String sql, Held.Claimed claimed) {
        return jdbc.sql(sql)
                        .param("campaign", claimed.campaignId())
                        .param("seq", claimed.sequence())
                        .update()
                == 1;
    }

    private static Held.Code code(ResultSet row, int index) throws SQLException {
        return new Held.Code(
                row.getBytes("hash"),
                row.getLong("campaign_id"),
                row.getString("tail"),
                row.getObject("member_id", Long.class),
                row.getBoolean("withdrawn"),
                row.getObject("max_uses", Integer.class),
                row.getInt("uses"),
                row.getObject("value_left", Long.class));
    }

    private static Held.Claimed claimed(ResultSet row, int index) throws SQLException {
        return new Held.Claimed(
                row.getLong("campaign_id"),
                row.getLong("sequence"),
                row.getLong("member_id"),
                row.getObject("reference", UUID.class),
                row.getObject("claimed_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                row.getInt("uses") > 0);
    }
}
