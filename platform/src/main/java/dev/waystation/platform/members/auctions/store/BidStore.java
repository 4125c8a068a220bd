package dev.waystation.platform.members.auctions.store;

import dev.waystation.platform.members.auctions.model.Bid;
import dev.waystation.platform.members.auctions.model.BidHold;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Bids and the points held behind them; the caller holds the auction's lock. */
@Repository
public class BidStore {

    private static final String PUT =
            """
            insert into auctions.bid
              (auction_id, member_id, household_id, most, sequence, placed_at, state)
            values (:auction, :member, :household, :most, :sequence, :at, :state)
            on conflict on constraint bid_pk do update
            set household_id = :household, most = :most, sequence = :sequence, placed_at = :at,
                state = :state
            """;

    private static final String MOVE =
            """
            update auctions.bid set state = :to, price = coalesce(:price::bigint, price)
            where auction_id = :auction and member_id = :member
            """;

    private static final String HOLD =
            """
            insert into auctions.bid_hold (auction_id, member_id, nth, amount, state)
            values (:auction, :member, :nth, :amount, 'OPEN')
            """;

    private static final String MARK =
            """
            update auctions.bid_hold set state = :to, captured = :captured
            where auction_id = :auction and member_id = :member and nth = :nth
            """;

    private static final String FREE =
            """
            update auctions.bid_hold set state = 'FREED'
            where auction_id = :auction and member_id = :member and state = 'OPEN'
            """;

    private final JdbcClient jdbc;

    BidStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Bid> of(long auction) {
        return jdbc.sql("select * from auctions.bid where auction_id = :auction")
                .param("auction", auction)
                .query(BidStore::bid)
                .list();
    }

    public Optional<Bid> one(long auction, long member) {
        return of(auction).stream().filter(bid -> bid.memberId() == member).findFirst();
    }

    public void put(long auction, Bid bid, Instant at) {
        jdbc.sql(PUT)
                .param("auction", auction)
                .param("member", bid.memberId())
                .param("household", bid.household())
                .param("most", bid.most())
                .param("sequence", bid.sequence())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("state", bid.state().name())
                .update();
    }

    public void move(long auction, long member, Bid.State to, @Nullable Long price) {
        jdbc.sql(MOVE)
                .param("auction", auction)
                .param("member", member)
                .param("to", to.name())
                .param("price", price)
                .update();
    }

    public List<BidHold> holds(long auction, long member) {
        return jdbc.sql(
                        """
                        select * from auctions.bid_hold
                        where auction_id = :auction and member_id = :member order by nth
                        """)
                .param("auction", auction)
                .param("member", member)
                .query((row, index) ->
                        new BidHold(
                                row.getInt("nth"),
                                row.getLong("amount"),
                                row.getLong("captured"),
                                BidHold.State.valueOf(row.getString("state"))))
                .list();
    }

    public void hold(long auction, long member, int nth, long amount) {
        jdbc.sql(HOLD)
                .param("auction", auction)
                .param("member", member)
                .param("nth", nth)
                .param("amount", amount)
                .update();
    }

    /** From now on the points belong to their owner again; the wallet is told after the commit. */
    public void free(long auction, long member) {
        jdbc.sql(FREE).param("auction", auction).param("member", member).update();
    }

    public void mark(long auction, long member, int nth, BidHold.State to, long captured) {
        jdbc.sql(MARK)
                .param("auction", auction)
                .param("member", member)
                .param("nth", nth)
                .param("to", to.name())
                .param("captured", captured)
                .update();
    }

    private static Bid bid(ResultSet row, int index) throws SQLException {
        return new Bid(
                row.getLong("member_id"),
                row.getObject("household_id", Long.class),
                row.getLong("most"),
                row.getLong("sequence"),
                Bid.State.valueOf(row.getString("state")),
                row.getObject("price", Long.class));
    }
}
