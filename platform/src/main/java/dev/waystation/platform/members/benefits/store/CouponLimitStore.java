package dev.waystation.platform.members.benefits.store;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Limits as conditional updates. A limit is split over a few rows, so that many orders can take
 * from one code at the same time; the parts sum to the limit, so exactly so many are taken.
 */
@Repository
public class CouponLimitStore {

    /** The day under which the limit of all days is kept. */
    public static final LocalDate ALL_DAYS = LocalDate.of(1, 1, 1);

    private static final int PLACES = 8;

    private static final String OPEN =
            """
            insert into benefits.counter (campaign_id, day, slot, cap, taken)
            select :campaign, :day, s, :cap / :places + case when s < :cap % :places then 1 else 0 end, 0
            from generate_series(0, :places - 1) as s
            on conflict on constraint counter_pk do nothing
            """;

    private static final String TAKE =
            """
            -- materialized: a plan may otherwise run the sub-select once per row
            with free as materialized (
              select slot
              from benefits.counter
              where campaign_id = :campaign and day = :day and taken < cap
              order by %s
              limit 1
              for no key update)
            update benefits.counter c
            set taken = taken + 1
            from free
            where c.campaign_id = :campaign and c.day = :day and c.slot = free.slot
              and c.taken < c.cap
            returning c.slot
            """;

    private static final String TAKE_FREE =
            TAKE.formatted("(slot + :start) & 7").replace("key update)", "key update skip locked)");

    // All who wait go through the rows in one order: a lock on a row that turned out full is kept
    // until the transaction ends, and in two orders that would be a deadlock.
    private static final String TAKE_WAITING = TAKE.formatted("slot");

    private static final String ANY_LEFT =
            """
            select exists (select 1 from benefits.counter
                           where campaign_id = :campaign and day = :day and taken < cap)
            """;

    private static final String GIVE_BACK =
            """
            update benefits.counter set taken = taken - 1
            where campaign_id = :campaign and day = :day and slot = :slot and taken > 0
            """;

    private static final String TAKE_MEMBER =
            """
            insert into benefits.member_use (member_id, campaign_id, taken)
            values (:member, :campaign, 1)
            on conflict on constraint member_use_pk do update
            set taken = member_use.taken + 1
            where member_use.taken < :limit
            """;

    private static final String GIVE_BACK_MEMBER =
            """
            update benefits.member_use set taken = taken - 1
            where member_id = :member and campaign_id = :campaign and taken > 0
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate savepoint;

    CouponLimitStore(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.savepoint = new TransactionTemplate(transactions);
        savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** Makes the rows of a limit, once. */
    public void open(long campaign, LocalDate day, long cap) {
        jdbc.sql(OPEN)
                .param("campaign", campaign)
                .param("day", day)
                .param("cap", cap)
                .param("places", PLACES)
                .update();
    }

    /** Takes one; the row it came from, or nothing when the limit is reached. */
    public Optional<Integer> take(long campaign, LocalDate day, int start) {
        // First a row nobody holds, behind a savepoint that lets go of full ones.
        Optional<Integer> slot =
                Objects.requireNonNull(
                        savepoint.execute(status -> {
                            Optional<Integer> free = take(TAKE_FREE, campaign, day, start);
                            if (free.isEmpty()) {
                                status.setRollbackOnly();
                            }
                            return free;
                        }));
        // A row we waited for may have filled up meanwhile: look again while any has room.
        while (slot.isEmpty() && anyLeft(campaign, day)) {
            slot = take(TAKE_WAITING, campaign, day, start);
        }
        return slot;
    }

    public void giveBack(long campaign, LocalDate day, int slot) {
        jdbc.sql(GIVE_BACK)
                .param("campaign", campaign)
                .param("day", day)
                .param("slot", slot)
                .update();
    }

    public boolean takeForMember(long memberId, long campaign, int limit) {
        return jdbc.sql(TAKE_MEMBER)
                        .param("member", memberId)
                        .param("campaign", campaign)
                        .param("limit", limit)
                        .update()
                == 1;
    }

    public void giveBackForMember(long memberId, long campaign) {
        jdbc.sql(GIVE_BACK_MEMBER).param("member", memberId).param("campaign", campaign).update();
    }

    private boolean anyLeft(long campaign, LocalDate day) {
        return jdbc.sql(ANY_LEFT)
                .param("campaign", campaign)
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    private Optional<Integer> take(String sql, long campaign, LocalDate day, int start) {
        return jdbc.sql(sql)
                .param("campaign", campaign)
                .param("day", day)
                .params(sql.equals(TAKE_FREE) ? Map.of("start", start) : Map.of())
                .query(Integer.class)
                .optional();
    }
}
